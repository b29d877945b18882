import { INTAKE_PROFILES } from '@/lib/applications/intake-filters';
import { ERASABLE, keptUntil } from '@/lib/calls/retention';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { removeStored } from '@/lib/storage';
import type { Viewer } from '@/lib/viewer';

const AT_ONCE = 20;

type Due = { id: string; state: string };

/**
 * Files that were not retained, once the time of their call has passed: what they say of people goes (answers, versions, attachments,
 * messages, notes, readings' and jurors' words, mails), what counts stays (reference, title, administration, state,
 * dates, marks). Drafts never sent go whole. A file brought in from elsewhere counts from its import. The rule is looked
 * at every hour and nothing is remembered beside it: after a restore it does the same again.
 */
export async function eraseFiles(viewer: Viewer, clock: Clock): Promise<number> {
  if (viewer.kind !== 'system') return 0;
  let erased = 0;
  for (;;) {
    const keys: string[] = [];
    const count = await transaction(async (tx) => {
      const due = await filesDue(tx, clock());
      if (due.length === 0) return 0;
      keys.push(...(await eraseThese(tx, due, clock())));
      for (const { id, state } of due)
        await record(tx, viewer, 'application.erased', { kind: 'application', id }, { state });
      return due.length;
    });
    for (const key of keys) await removeStored(key);
    if (count === 0) return erased;
    erased += count;
  }
}

function filesDue(tx: Tx, now: Date): Promise<Due[]> {
  return tx.$queryRawUnsafe<Due[]>(
    `SELECT a.id, a.state::text FROM application a JOIN call c ON c.id = a.call_id
     WHERE ${ERASABLE} AND ${keptUntil('c.retention_months')} < $1::timestamptz
     ORDER BY a.id LIMIT ${AT_ONCE} FOR UPDATE OF a SKIP LOCKED`,
    now,
  );
}

/** Rows that say something in words about a file: gone whole. */
const GONE = [
  'upload',
  'application_transfer',
  'correction',
  'file_message',
  'file_note',
  'redaction',
  'hearing_question',
  'hearing_invitation',
  'deliberation_note',
  'organisation_placement',
  'imported_attachment',
];
const OF_FILE = 'application_id = ANY ($1::uuid[])';
const REVIEWS = `(SELECT r.id FROM review r JOIN review_assignment s ON s.id = r.assignment_id WHERE s.${OF_FILE})`;
const HEARINGS = `(SELECT id FROM hearing WHERE ${OF_FILE})`;

/** The address a row was for, where its key must stay unique. */
export const NOBODY = `'erased:' || gen_random_uuid()`;
export const BLANK_MAIL = `key = ${NOBODY}, "to" = '', subject = '', text = '', html = '', headers = '{}', attachments = '[]',
  last_error = NULL, sent_at = COALESCE(sent_at, created_at)`;

async function eraseThese(tx: Tx, due: Due[], now: Date): Promise<string[]> {
  const ids = due.map(({ id }) => id);
  const run = (sql: string, ...more: unknown[]) => tx.$executeRawUnsafe(sql, ids, ...more);
  const bytes = await tx.$queryRawUnsafe<{ key: string }[]>(
    `WITH gone AS (DELETE FROM stored_file WHERE owner_kind = 'application' AND owner_id = ANY ($1::text[]) RETURNING storage_key)
     SELECT storage_key AS key FROM gone UNION ALL SELECT unnest(chunks) FROM upload WHERE ${OF_FILE}`,
    ids,
  );
  await run(`UPDATE outbox_message SET ${BLANK_MAIL} WHERE about_kind = 'application' AND about_id = ANY ($1::text[])`);
  await eraseMailings(tx, ids);
  for (const table of GONE) await run(`DELETE FROM ${table} WHERE ${OF_FILE}`);
  await run(`DELETE FROM review_revision WHERE review_id IN ${REVIEWS}`);
  await run(`UPDATE review SET comments = '{}', comment = '', private_note = '' WHERE id IN ${REVIEWS}`);
  await run(`DELETE FROM hearing_revision WHERE hearing_id IN ${HEARINGS}`);
  await run(`UPDATE hearing SET comments = '{}', comment = '', reason = '' WHERE ${OF_FILE}`);
  await run(`UPDATE reading SET comment = '' WHERE ${OF_FILE}`);
  for (const table of ['decision', 'conflict', 'pair_rule'])
    await run(`UPDATE ${table} SET reason = '' WHERE ${OF_FILE}`);
  await run(`UPDATE submission SET answers = ${counted('answers')} WHERE ${OF_FILE}`);
  await run(`UPDATE imported_file SET rest = '[]' WHERE ${OF_FILE}`);
  bytes.push(...(await eraseReports(tx, ids, now)));
  await run(
    `UPDATE application a SET answers = ${counted('answers')}, kept = '[]', labels = '{}', version = version + 1, erased_at = $2::timestamptz,
       title = CASE WHEN ${named('a.title')} THEN '' ELSE title END,
       organisation_name = CASE WHEN ${named('a.organisation_name')} THEN '' ELSE organisation_name END
     WHERE id = ANY ($1::uuid[])`,
    now,
  );
  // Who wrote it is told from its members by identifier alone, until they too are erased.
  await run(`UPDATE application_member SET email = ${NOBODY} WHERE ${OF_FILE}`);
  await run(`DELETE FROM application WHERE id = ANY ($1::uuid[]) AND state = 'draft'`);
  return bytes.map(({ key }) => key);
}

/** Of the answers, what the figures of a call count and can name nobody: whether co-funding is asked, profiles out of the known list. */
const counted = (answers: string) => `jsonb_strip_nulls(jsonb_build_object(
  'coFunding', CASE WHEN jsonb_typeof(${answers}->'coFunding') = 'boolean' THEN ${answers}->'coFunding' END,
  'profiles', (SELECT jsonb_agg(jsonb_build_object('profile', r->>'profile'))
    FROM jsonb_array_elements(CASE jsonb_typeof(${answers}->'profiles') WHEN 'array' THEN ${answers}->'profiles' ELSE '[]' END) r
    WHERE r->>'profile' IN (${INTAKE_PROFILES.map((one) => `'${one}'`).join(', ')}))))`;

/** A candidate's file is called by their name; a project may be too. */
const named = (text: string) => `(SELECT c.kind = 'candidates' FROM call c WHERE c.id = a.call_id)
  OR EXISTS (SELECT 1 FROM person p WHERE (p.id = a.owner_id OR p.id IN (SELECT m.person_id FROM application_member m WHERE m.application_id = a.id))
    AND (position(lower(p.name) IN lower(${text})) > 0 OR position(lower(COALESCE(p.email, p.name)) IN lower(${text})) > 0))`;

/** A mail to many, for those all of whose files went. */
async function eraseMailings(tx: Tx, ids: string[]): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE mailing_recipient SET application_ids = ARRAY(SELECT unnest(application_ids) EXCEPT SELECT unnest($1::uuid[]))
     WHERE application_ids && $1::uuid[]`,
    ids,
  );
  await tx.$executeRawUnsafe(
    `UPDATE outbox_message o SET ${BLANK_MAIL} FROM mailing_recipient r WHERE o.about_kind = 'mailing'
       AND o.about_id = r.mailing_id::text AND o."to" = r.email AND r.application_ids = '{}'`,
  );
  await tx.$executeRawUnsafe(
    `UPDATE mailing_recipient SET email = ${NOBODY} WHERE application_ids = '{}' AND email NOT LIKE 'erased:%'`,
  );
}

/** Imports and archives of the call, as old: their figures stay, the values and names they quote go, and their bytes. */
async function eraseReports(tx: Tx, ids: string[], now: Date): Promise<{ key: string }[]> {
  const old = `c.id IN (SELECT call_id FROM application WHERE id = ANY ($1::uuid[]))
    AND t.created_at + make_interval(months => c.retention_months) < $2::timestamptz`;
  const gone: { key: string }[] = [];
  for (const table of ['files_import', 'archive']) {
    const kept = `WITH old AS (SELECT t.id, t.storage_key AS key FROM ${table} t JOIN call c ON c.id = t.call_id WHERE ${old} FOR UPDATE OF t)
      UPDATE ${table} x SET storage_key = NULL, report = CASE WHEN x.report ? 'named' THEN jsonb_set(x.report, '{named}', '[]') ELSE x.report END - 'joined'
      FROM old WHERE old.id = x.id RETURNING old.key`;
    const keys = await tx.$queryRawUnsafe<{ key: string | null }[]>(kept, ids, now);
    gone.push(...keys.flatMap(({ key }) => (key ? [{ key }] : [])));
  }
  return gone;
}
