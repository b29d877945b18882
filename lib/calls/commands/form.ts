import { isDeepStrictEqual } from 'node:util';
import type { Answers } from '@/lib/calls/answers';
import { formProblems } from '@/lib/calls/coherence';
import { peopleWithAFile } from '@/lib/calls/commands/deadline';
import { newFormMails } from '@/lib/calls/emails';
import { type FormDefinition, formDefinition } from '@/lib/calls/form';
import { callsManagedBy } from '@/lib/calls/policy';
import { mailTexts } from '@/lib/calls/queries/mail-texts';
import { diffForms, isSameForm, type KeptAnswer, moveAnswers } from '@/lib/calls/versions';
import type { Clock } from '@/lib/clock';
import { type Prisma, type Tx, transaction } from '@/lib/db';
import { enqueueAll } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** What the last edit replaced; `undone` when that edit was itself an undoing. */
type Previous = { definition: FormDefinition; undone: boolean };
type Version = {
  id: string;
  number: number;
  definition: FormDefinition;
  previous: Previous | null;
  publishedAt: Date | null;
  updatedAt: Date;
};

async function latest(tx: Tx, viewer: Viewer, callId: string): Promise<Version | null> {
  const version = await tx.formVersion.findFirst({
    where: { call: { AND: [{ id: callId }, callsManagedBy(viewer)] } },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, definition: true, previous: true, publishedAt: true, updatedAt: true },
  });
  return (
    version && {
      ...version,
      definition: formDefinition.parse(version.definition),
      previous: version.previous as Previous | null,
    }
  );
}

/**
 * Applies a change to the version being prepared, opening a next one when the last is published. `token` is the
 * `updatedAt` the editor saw: two coordinators at once never overwrite each other. When the form changed since, an edit
 * still goes through where the version being prepared is `untouched` at what it writes over.
 */
export async function editForm<R extends string>(
  viewer: Viewer,
  input: { callId: string; token: string; untouched?: (form: FormDefinition) => boolean },
  change: (form: FormDefinition) => Result<FormDefinition, R>,
): Promise<Result<{ number: number }, R | 'not_found' | 'changed_meanwhile'>> {
  return transaction(async (tx): Promise<Result<{ number: number }, R | 'not_found' | 'changed_meanwhile'>> => {
    const version = await latest(tx, viewer, input.callId);
    if (!version) return refuse('not_found');
    const stale = version.updatedAt.toISOString() !== input.token;
    if (stale && (version.publishedAt || !input.untouched?.(version.definition))) return refuse('changed_meanwhile');
    const changed = change(version.definition);
    if (!changed.ok) return changed;
    const definition = changed.value as Prisma.InputJsonValue;
    const previous = replaced(version.definition);
    const number = version.publishedAt ? version.number + 1 : version.number;
    if (version.publishedAt) {
      // Unique (call, number): of two who open the next version at once, one is refused.
      const { count } = await tx.formVersion.createMany({
        data: [{ callId: input.callId, number, definition, previous }],
        skipDuplicates: true,
      });
      if (count === 0) return refuse('changed_meanwhile');
    } else {
      const { count } = await tx.formVersion.updateMany({
        where: { id: version.id, updatedAt: version.updatedAt, publishedAt: null },
        data: { definition, previous },
      });
      if (count === 0) return refuse('changed_meanwhile');
    }
    await record(tx, viewer, 'form.edited', { kind: 'call', id: input.callId }, { number });
    return ok({ number });
  });
}

const replaced = (definition: FormDefinition, undone = false) =>
  ({ definition, undone }) satisfies Previous as unknown as Prisma.InputJsonValue;

/** Puts back what the last edit replaced; done again, it puts the edit back. */
export async function undoFormEdit(
  viewer: Viewer,
  input: { callId: string; token: string },
): Promise<Result<{ number: number }, 'not_found' | 'changed_meanwhile' | 'nothing_to_undo'>> {
  return transaction(async (tx) => {
    const version = await latest(tx, viewer, input.callId);
    if (!version) return refuse('not_found');
    if (version.updatedAt.toISOString() !== input.token) return refuse('changed_meanwhile');
    if (version.publishedAt || !version.previous) return refuse('nothing_to_undo');
    const { count } = await tx.formVersion.updateMany({
      where: { id: version.id, updatedAt: version.updatedAt, publishedAt: null },
      data: {
        definition: version.previous.definition as Prisma.InputJsonValue,
        previous: replaced(version.definition, !version.previous.undone),
      },
    });
    if (count === 0) return refuse('changed_meanwhile');
    await record(tx, viewer, 'form.edited', { kind: 'call', id: input.callId }, { number: version.number });
    return ok({ number: version.number });
  });
}

/** Leaves the version being prepared: the one in force is the last again. A first version has nothing to go back to. */
export async function abandonForm(
  viewer: Viewer,
  input: { callId: string; token: string },
): Promise<Result<{ number: number }, 'not_found' | 'changed_meanwhile' | 'nothing_new'>> {
  return transaction(async (tx) => {
    const version = await latest(tx, viewer, input.callId);
    if (!version) return refuse('not_found');
    if (version.publishedAt || version.number === 1) return refuse('nothing_new');
    if (version.updatedAt.toISOString() !== input.token) return refuse('changed_meanwhile');
    const { count } = await tx.formVersion.deleteMany({
      where: { id: version.id, updatedAt: version.updatedAt, publishedAt: null },
    });
    if (count === 0) return refuse('changed_meanwhile');
    await record(tx, viewer, 'form.abandoned', { kind: 'call', id: input.callId }, { number: version.number });
    return ok({ number: version.number });
  });
}

export type PublishFormRefusal = 'not_found' | 'nothing_new' | 'changed_meanwhile' | 'form_problems';

/** Publishes the version being prepared: drafts move over with every answer kept, and their authors are told. */
export async function publishForm(
  viewer: Viewer,
  { callId }: { callId: string },
  clock: Clock,
): Promise<Result<{ slug: string; number: number; moved: number }, PublishFormRefusal>> {
  return transaction(async (tx) => {
    const version = await latest(tx, viewer, callId);
    if (!version) return refuse('not_found');
    if (version.publishedAt) return refuse('nothing_new');
    const problems = formProblems(version.definition, { publishing: true });
    if (problems.length > 0) return refuse('form_problems', { count: problems.length });
    const inForce = await tx.formVersion.findFirst({
      where: { callId, publishedAt: { not: null } },
      orderBy: { number: 'desc' },
      select: { definition: true },
    });
    if (inForce && isDeepStrictEqual(formDefinition.parse(inForce.definition), version.definition))
      return refuse('nothing_new');
    // What was checked is what is published: an edit that came in between asks for another look.
    const { count } = await tx.formVersion.updateMany({
      where: { id: version.id, publishedAt: null, updatedAt: version.updatedAt },
      data: { publishedAt: clock() },
    });
    if (count === 0) return refuse('changed_meanwhile');
    const moved = await moveDrafts(tx, callId, version);
    const call = await tx.call.findUniqueOrThrow({
      where: { id: callId },
      select: { slug: true, title: true, timeZone: true },
    });
    const recipients = moved > 0 ? await peopleWithAFile(tx, viewer, callId, ['draft', 'submitted']) : [];
    const texts = await mailTexts(tx, { callId });
    await enqueueAll(tx, await newFormMails(texts, recipients, { callId, ...call }, version.number));
    await record(tx, viewer, 'form.published', { kind: 'call', id: callId }, { number: version.number, moved });
    return ok({ slug: call.slug, number: version.number, moved });
  });
}

/** Working copies follow; what was sent stays as it was sent, with its own version. */
async function moveDrafts(tx: Tx, callId: string, next: Version): Promise<number> {
  // Autosaves of these files wait here, then find their version gone and merge into the moved answers.
  await tx.$executeRaw`SELECT id FROM application WHERE call_id = ${callId}::uuid ORDER BY id FOR UPDATE`;
  const drafts = await tx.application.findMany({
    where: { callId, state: { in: ['draft', 'submitted'] }, formVersionId: { not: next.id } },
    select: { id: true, answers: true, kept: true, movedFrom: true, formVersionId: true },
  });
  const versions = await tx.formVersion.findMany({
    where: { callId, id: { in: [...new Set(drafts.map((one) => one.formVersionId))] } },
    select: { id: true, number: true, definition: true },
  });
  const before = new Map(
    versions.map(({ id, number, definition }) => {
      const old = formDefinition.parse(definition);
      return [id, { number, old, same: isSameForm(diffForms(old, next.definition)) }];
    }),
  );
  const moved = drafts.flatMap((draft) => {
    const from = before.get(draft.formVersionId);
    if (!from) return [];
    const { number, old, same } = from;
    const { answers, kept } = moveAnswers(
      old,
      next.definition,
      draft.answers as Answers,
      draft.kept as KeptAnswer[],
      number,
    );
    return [{ id: draft.id, answers, kept, told: same ? draft.movedFrom : (draft.movedFrom ?? number) }];
  });
  // Thousands of drafts in a few statements: one each would outlast the transaction.
  for (let at = 0; at < moved.length; at += 200) {
    await tx.$executeRaw`UPDATE application a SET form_version_id = ${next.id}::uuid, answers = m.answers, kept = m.kept,
        moved_from = m.told, version = version + 1, updated_at = now()
      FROM jsonb_to_recordset(${JSON.stringify(moved.slice(at, at + 200))}::jsonb) AS m(id uuid, answers jsonb, kept jsonb, told int)
      WHERE a.id = m.id`;
  }
  return drafts.length;
}
