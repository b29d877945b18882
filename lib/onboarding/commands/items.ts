import type { Clock } from '@/lib/clock';
import { fromDay } from '@/lib/dates';
import { type Tx, transaction } from '@/lib/db';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/mailer';
import { type AnswerForm, type AnswerRefusal, readAnswer } from '@/lib/onboarding/answers';
import { alignLines } from '@/lib/onboarding/commands/lists';
import { needsMail } from '@/lib/onboarding/emails';
import { mayAnswer, mayAttest, mayComment, seesItem } from '@/lib/onboarding/policy';
import { ChecklistDefinition, itemsOf } from '@/lib/onboarding/schema';
import { isClosed, type State } from '@/lib/onboarding/states';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

const select = {
  id: true,
  checklistId: true,
  positionId: true,
  itemKey: true,
  doer: true,
  state: true,
  answer: true,
  note: true,
  version: true,
  seat: { select: { fellowId: true } },
  checklist: { select: { definition: true, challengeId: true, challenge: { select: { cohortId: true } } } },
} as const;

/** The item with what policy needs to know of it; null when there is none. */
export async function loadItem(tx: Tx, id: string) {
  const row = await tx.checklistItem.findFirst({ where: { id, retiredAt: null }, select });
  if (!row) return null;
  const definition = itemsOf(ChecklistDefinition.parse(row.checklist.definition)).find(
    (item) => item.key === row.itemKey,
  );
  if (!definition) return null;
  return {
    ...row,
    definition,
    challengeId: row.checklist.challengeId,
    cohortId: row.checklist.challenge.cohortId,
    fellowId: row.seat?.fellowId ?? null,
    perFellow: row.positionId !== null,
  };
}
export type LoadedItem = NonNullable<Awaited<ReturnType<typeof loadItem>>>;

export type ItemRefusal = AnswerRefusal | 'not_found' | 'stale';
type Change = { state: State; answer: unknown; note: string };
type By = { byId: string | null; delegationId?: string };

/** Writes an answer and keeps the one before; refuses when someone else wrote in between. */
export async function writeAnswer(
  tx: Tx,
  item: LoadedItem,
  version: number,
  change: Change,
  by: By,
  now: Date,
): Promise<boolean> {
  const answer = (change.answer ?? undefined) as object | undefined;
  const written = await tx.checklistItem.updateMany({
    where: { id: item.id, version },
    data: {
      state: change.state,
      // A JSON null is written by its raw name below: `undefined` would keep the old answer.
      ...(answer === undefined ? {} : { answer }),
      note: change.note,
      byId: by.byId,
      touchedAt: now,
      closedAt: isClosed(change.state) ? now : null,
      attestedAt: null,
      attestedBy: null,
      version: { increment: 1 },
    },
  });
  if (written.count === 0) return false;
  if (answer === undefined) await tx.$executeRaw`UPDATE checklist_item SET answer = NULL WHERE id = ${item.id}::uuid`;
  await tx.checklistRevision.create({
    data: {
      itemId: item.id,
      state: change.state,
      answer,
      note: change.note,
      byId: by.byId,
      delegationId: by.delegationId,
      at: now,
    },
  });
  if (item.definition.answer.kind === 'date' && item.definition.answer.sets === 'arrival' && change.state === 'done') {
    await tx.checklist.update({ where: { id: item.checklistId }, data: { arrivesOn: fromDay(String(change.answer)) } });
    await alignLines(tx, item.checklistId);
  }
  return true;
}

/** Records an answer, a note, or both. The version says which one was on screen. */
export async function answerItem(
  viewer: Viewer,
  input: AnswerForm & { id: string; version: number },
  clock: Clock,
): Promise<Result<{ id: string; state: State }, ItemRefusal>> {
  return transaction(async (tx) => {
    const item = await loadItem(tx, input.id);
    if (!item || !mayAnswer(viewer, item)) return refuse('not_found');
    const files = await tx.storedFile.count({ where: { ownerKind: 'checklist_item', ownerId: item.id } });
    const read = readAnswer(item.definition.answer, input, files);
    if (!read.ok) return read;
    const written = await writeAnswer(
      tx,
      item,
      input.version,
      { ...read.value, note: input.note },
      { byId: personId(viewer) },
      clock(),
    );
    if (!written) return refuse('stale');
    if (item.definition.answer.kind === 'workstation' && read.value.state === 'done')
      await tellNeeds(tx, viewer, item, input.version);
    await record(
      tx,
      viewer,
      'checklist_item.answered',
      { kind: 'checklist_item', id: item.id },
      { state: read.value.state, checklist: item.checklistId },
    );
    return ok({ id: item.id, state: read.value.state });
  });
}

/** The mentors learn that a fellow has said what they need; who wrote it is not told again. */
async function tellNeeds(tx: Tx, viewer: Viewer, item: LoadedItem, version: number): Promise<void> {
  const challenge = await tx.challenge.findUniqueOrThrow({
    where: { id: item.challengeId },
    select: { title: true, slug: true },
  });
  const fellow = item.fellowId
    ? await tx.person.findUniqueOrThrow({ where: { id: item.fellowId }, select: { name: true } })
    : { name: 'EIG' };
  const mentors = await tx.person.findMany({
    where: {
      id: { not: personId(viewer) ?? undefined },
      email: { not: null },
      disabledAt: null,
      roles: { some: { kind: 'operational_mentor', challengeId: item.challengeId } },
    },
    select: { id: true, email: true, locale: true },
  });
  for (const { id, email, locale } of mentors) {
    const language = locale === 'en' ? 'en' : 'fr';
    if (email)
      await enqueue(
        tx,
        await needsMail({
          key: `workstation:${item.id}:${version}:${id}`,
          to: email,
          locale: language,
          name: fellow.name,
          challenge: challenge.title,
          url: `${env().NEXTAUTH_URL}/${language}/onboarding/${challenge.slug}/workstations`,
        }),
      );
  }
}

/** Back to « à faire »: the answer stays in the history. */
export async function reopenItem(
  viewer: Viewer,
  input: { id: string; version: number },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'stale'>> {
  return changeState(
    viewer,
    input,
    'checklist_item.reopened',
    (item) => ({ state: 'open', answer: item.answer, note: item.note }),
    clock,
  );
}

/** Says that it cannot go on, and why: the coordination sees it at once. */
export async function blockItem(
  viewer: Viewer,
  input: { id: string; version: number; reason: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'stale'>> {
  return changeState(
    viewer,
    input,
    'checklist_item.blocked',
    (item) => ({ state: 'blocked', answer: item.answer, note: input.reason }),
    clock,
  );
}

async function changeState(
  viewer: Viewer,
  input: { id: string; version: number },
  name: `${string}.${string}`,
  change: (item: LoadedItem) => Change,
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'stale'>> {
  return transaction(async (tx) => {
    const item = await loadItem(tx, input.id);
    if (!item || !mayAnswer(viewer, item)) return refuse('not_found');
    const written = await writeAnswer(tx, item, input.version, change(item), { byId: personId(viewer) }, clock());
    if (!written) return refuse('stale');
    await record(tx, viewer, name, { kind: 'checklist_item', id: item.id }, { checklist: item.checklistId });
    return ok({ id: item.id });
  });
}

/** Confirms that what was said done is done: never by the person who said it, unless nobody else may. */
export async function attestItem(
  viewer: Viewer,
  input: { id: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'own_answer' | 'not_done'>> {
  return transaction(async (tx) => {
    const item = await loadItem(tx, input.id);
    if (!item || !seesItem(viewer, item) || !mayAttest(viewer, item.definition.attester, item))
      return refuse('not_found');
    const by = personId(viewer);
    const row = await tx.checklistItem.findUniqueOrThrow({ where: { id: item.id }, select: { byId: true } });
    if (by !== null && row.byId === by) return refuse('own_answer');
    const written = await tx.checklistItem.updateMany({
      where: { id: item.id, state: 'done', attestedAt: null },
      data: { attestedAt: clock(), attestedBy: by },
    });
    if (written.count === 0) return refuse('not_done');
    await record(
      tx,
      viewer,
      'checklist_item.attested',
      { kind: 'checklist_item', id: item.id },
      { checklist: item.checklistId },
    );
    return ok({ id: item.id });
  });
}

export async function commentItem(
  viewer: Viewer,
  input: { id: string; text: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found'>> {
  return transaction(async (tx) => {
    const item = await loadItem(tx, input.id);
    if (!item || !mayComment(viewer, item)) return refuse('not_found');
    await tx.checklistComment.create({
      data: { itemId: item.id, byId: personId(viewer), text: input.text, createdAt: clock() },
    });
    await tx.checklistItem.updateMany({ where: { id: item.id, touchedAt: null }, data: { touchedAt: clock() } });
    await record(
      tx,
      viewer,
      'checklist_item.commented',
      { kind: 'checklist_item', id: item.id },
      { checklist: item.checklistId },
    );
    return ok({ id: item.id });
  });
}
