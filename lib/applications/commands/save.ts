import { isWritable, ownApplications, rightOn } from '@/lib/applications/policy';
import { type Answers, readAnswers } from '@/lib/calls/answers';
import { completenessOf, percentComplete } from '@/lib/calls/completeness';
import { type Field, type FormDefinition, formDefinition } from '@/lib/calls/form';
import { type Conflict, type Merged, mergeFields } from '@/lib/calls/merge';
import { organisationOf, titleOf } from '@/lib/calls/naming';
import { accepts } from '@/lib/calls/states';
import { db, type Prisma, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { PersonViewer, Viewer } from '@/lib/viewer';

export type SaveRefusal = 'not_found' | 'read_only' | 'call_closed' | 'not_writable' | 'malformed' | 'busy';
export type Saved = {
  version: number;
  /** Answers of the fields that were sent, as they now stand: the base of the next save. */
  answers: Answers;
  conflicts: Conflict[];
  savedAt: Date;
};

/** What changes a draft: given its form and its answers now, the fields concerned, their base and what they become. */
export type Change = (
  form: FormDefinition,
  answers: Answers,
) => { fields: readonly Field[]; base: Answers; mine: Answers; opened?: string };

const TRIES = 8;
const TOLD_EVERY_MS = 10 * 60_000;

/**
 * Saves fields of a draft by three-way merge. Conflicting fields keep what is stored and come back with both texts;
 * the others are written. Conditional on the version: a lost race merges again, nobody is overwritten.
 */
export async function saveAnswers(
  viewer: Viewer,
  applicationId: string,
  change: Change,
  receivedAt: Date,
): Promise<Result<Saved, SaveRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const outcome = await trySave(viewer, applicationId, change, receivedAt);
    if (outcome) return outcome;
  }
  return refuse('busy');
}

async function trySave(
  viewer: PersonViewer,
  id: string,
  change: Change,
  now: Date,
): Promise<Result<Saved, SaveRefusal> | null> {
  const draft = await readDraft(viewer, id);
  if (!draft) return refuse('not_found');
  if (rightOn(viewer, draft) === 'view') return refuse('read_only');
  if (!isWritable(draft.state)) return refuse('not_writable');
  if (!accepts(draft.call, now)) return refuse('call_closed');
  const form = formDefinition.parse(draft.formVersion.definition);
  const stored = draft.answers as Answers;
  const { fields, base, mine, opened } = change(form, stored);
  const read = readAnswers(
    { ...form, sections: [{ id: 'sent', title: { fr: '', en: '' }, fields: [...fields] }], attestations: [] },
    mine,
  );
  if (!read.ok) return refuse('malformed');
  const merged = mergeFields(fields, base, read.answers, stored);
  const saved = { answers: pick(fields, merged.answers), conflicts: merged.conflicts, savedAt: now };
  const touches = opened !== undefined && !draft.opened.includes(opened);
  if (merged.written.length === 0 && !touches) return ok({ ...saved, version: draft.version });
  const written = await write(viewer, draft, form, merged, touches ? [...draft.opened, opened] : draft.opened, now);
  return written ? ok({ ...saved, version: draft.version + 1 }) : null;
}

function readDraft(viewer: PersonViewer, id: string) {
  return db.application.findFirst({
    where: { AND: [{ id }, ownApplications(viewer)] },
    select: {
      id: true,
      ownerId: true,
      state: true,
      answers: true,
      version: true,
      opened: true,
      toldAt: true,
      formVersionId: true,
      members: { select: { email: true, right: true } },
      formVersion: { select: { definition: true } },
      call: { select: { publishedAt: true, opensAt: true, closesAt: true, graceSeconds: true } },
    },
  });
}

type Draft = NonNullable<Awaited<ReturnType<typeof readDraft>>>;

async function write(
  viewer: PersonViewer,
  draft: Draft,
  form: FormDefinition,
  merged: Merged,
  opened: string[],
  now: Date,
): Promise<boolean> {
  const completeness = percentComplete(completenessOf(form, merged.answers, opened));
  const tells = !draft.toldAt || now.getTime() - draft.toldAt.getTime() > TOLD_EVERY_MS;
  return transaction(async (tx) => {
    const { count } = await tx.application.updateMany({
      where: { id: draft.id, version: draft.version, formVersionId: draft.formVersionId },
      data: {
        answers: merged.answers as Prisma.InputJsonValue,
        opened,
        version: { increment: 1 },
        completeness,
        // What was sent keeps the name it was sent under.
        ...(draft.state === 'draft'
          ? { title: titleOf(form, merged.answers), organisationName: organisationOf(form, merged.answers).name }
          : {}),
        ...(tells ? { toldAt: now } : {}),
      },
    });
    // A burst of autosaves is one event: the chain tells who worked on a file and when, not each letter.
    if (count > 0 && tells)
      await record(
        tx,
        viewer,
        'application.drafted',
        { kind: 'application', id: draft.id },
        { version: draft.version + 1 },
      );
    return count > 0;
  });
}

function pick(fields: readonly Field[], answers: Answers): Answers {
  return Object.fromEntries(
    fields.filter((one) => Object.hasOwn(answers, one.id)).map((one) => [one.id, answers[one.id] as Answers[string]]),
  );
}
