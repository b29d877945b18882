import { isWritable, ownSql, rightOn } from '@/lib/applications/policy';
import { type ApplicationState, stateSeenByApplicant } from '@/lib/applications/states';
import { type Answers, readAnswers } from '@/lib/calls/answers';
import { completenessOf, percentComplete } from '@/lib/calls/completeness';
import type { Field, FormDefinition } from '@/lib/calls/form';
import { type Conflict, type Merged, mergeFields, withTheirs } from '@/lib/calls/merge';
import { organisationOf, titleOf } from '@/lib/calls/naming';
import { formVersion } from '@/lib/calls/queries/form-version';
import { accepts } from '@/lib/calls/states';
import { db, type Prisma, rows, type Tx, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { PersonViewer, Viewer } from '@/lib/viewer';

export type SaveRefusal = 'not_found' | 'read_only' | 'call_closed' | 'not_writable' | 'malformed' | 'busy';
export type Saved = {
  version: number;
  /**
   * What the writer's page shows of the fields that were sent, with the other text where there is a conflict: the base
   * of the next save. What others added meanwhile is not in it: their page does not show it, and it must not be undone.
   */
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
  if (!isWritable(stateSeenByApplicant(draft.state, draft.published))) return refuse('not_writable');
  if (!accepts(draft.call, now)) return refuse('call_closed');
  const { definition: form } = await formVersion(viewer, draft.formVersionId);
  const stored = draft.answers;
  const { fields, base, mine, opened } = change(form, stored);
  const read = readAnswers(
    { ...form, sections: [{ id: 'sent', title: { fr: '', en: '' }, fields: [...fields] }], attestations: [] },
    mine,
  );
  if (!read.ok) return refuse('malformed');
  const merged = mergeFields(fields, base, read.answers, stored);
  const { conflicts } = merged;
  const saved = { answers: withTheirs(pick(fields, read.answers), conflicts), conflicts, savedAt: now };
  const touches = opened !== undefined && !draft.opened.includes(opened);
  if (merged.written.length === 0 && !touches) return ok({ ...saved, version: draft.version });
  const written = await write(viewer, draft, form, merged, touches ? [...draft.opened, opened] : draft.opened, now);
  return written ? ok({ ...saved, version: draft.version + 1 }) : null;
}

type Draft = {
  id: string;
  ownerId: string;
  state: ApplicationState;
  /** The results of its call are. */
  published: boolean;
  answers: Answers;
  version: number;
  opened: string[];
  toldAt: Date | null;
  formVersionId: string;
  members: { email: string; right: 'view' | 'edit' }[];
  call: { publishedAt: Date | null; opensAt: Date; closesAt: Date; graceSeconds: number };
};

/** One statement: a thousand people write in the last minute of a call. */
async function readDraft(viewer: PersonViewer, id: string): Promise<Draft | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  type Row = Omit<Draft, 'call'> & Draft['call'];
  const [row] = await rows<Row>(
    `SELECT a.id, a.owner_id AS "ownerId", a.state, a.answers, a.version, a.opened, a.told_at AS "toldAt",
       a.form_version_id AS "formVersionId", c.results_published_at IS NOT NULL AS published, c.published_at AS "publishedAt", c.opens_at AS "opensAt",
       c.closes_at AS "closesAt", c.grace_seconds AS "graceSeconds",
       (SELECT COALESCE(json_agg(json_build_object('email', m.email, 'right', m."right")), '[]')
          FROM application_member m WHERE m.application_id = a.id) AS members
     FROM application a JOIN call c ON c.id = a.call_id WHERE a.id = $1 AND ${ownSql(2)}`,
    [id, viewer.id, viewer.email],
  );
  if (!row) return null;
  const { publishedAt, opensAt, closesAt, graceSeconds, ...draft } = row;
  return { ...draft, call: { publishedAt, opensAt, closesAt, graceSeconds } };
}

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
  const change = async (to: Tx) => {
    const { count } = await to.application.updateMany({
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
    return count > 0;
  };
  // A burst of autosaves is one event: the chain tells who worked on a file and when, not each letter.
  if (!tells) return change(db);
  return transaction(async (tx) => {
    const written = await change(tx);
    const what = { version: draft.version + 1 };
    if (written) await record(tx, viewer, 'application.drafted', { kind: 'application', id: draft.id }, what);
    return written;
  });
}

function pick(fields: readonly Field[], answers: Answers): Answers {
  return Object.fromEntries(
    fields.filter((one) => Object.hasOwn(answers, one.id)).map((one) => [one.id, answers[one.id] as Answers[string]]),
  );
}
