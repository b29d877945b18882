import { db, rows } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

/** Columns that say a row is about someone: it is theirs, whole. */
const ABOUT = ['person_id', 'juror_id', 'fellow_id', 'owner_id'];
/** Columns that say someone did it: what was done and when is theirs, what it says may be about others. */
const DONE = /^(by_id|.*_by|.*_by_id|instructor_id)$/;
/** Never handed out: secrets, where bytes lie, and what the team has not published yet. */
const HIDDEN = /(token|hash|secret|storage_key|digest|search|name_keys)/;
const UNPUBLISHED: Record<string, readonly string[]> = { application: ['state', 'labels', 'instructor_id'] };

type Column = { table: string; column: string; type: string };
export type PersonalData = {
  person: Record<string, unknown>;
  /** Table → rows about the person. */
  about: Record<string, Record<string, unknown>[]>;
  /** Table → identifiers and days of what the person did. */
  done: Record<string, { id: string; at: string | null }[]>;
  submissions: Record<string, unknown>[];
  reviews: Record<string, unknown>[];
  events: Record<string, unknown>[];
  mails: Record<string, unknown>[];
};

/**
 * Everything kept about the person who asks, and nothing of anybody else (GDPR, articles 15 and 20).
 * Read from the catalogue: a table added tomorrow is in the export without anyone thinking of it.
 */
export async function personalData(viewer: Viewer): Promise<PersonalData | null> {
  if (viewer.kind !== 'person') return null;
  const columns = await rows<Column>(
    `SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations' ORDER BY 1, c.ordinal_position`,
  );
  const uuids = columns.filter((column) => column.type === 'uuid');
  const data: PersonalData = { person: {}, about: {}, done: {}, submissions: [], reviews: [], events: [], mails: [] };
  const shown = (table: string) => shownColumns(columns, table);
  const [person] = await db.$queryRawUnsafe<Record<string, unknown>[]>(
    `SELECT ${shown('person')} FROM "person" AS x WHERE id = $1::uuid`,
    viewer.id,
  );
  data.person = person ?? {};
  for (const { table, column } of uuids.filter(({ column }) => ABOUT.includes(column))) {
    const mine = await read(`SELECT ${shown(table)} FROM "${table}" AS x WHERE "${column}" = $1::uuid`, viewer.id);
    if (mine.length) data.about[table] = [...(data.about[table] ?? []), ...mine];
  }
  for (const { table, column } of uuids.filter(({ column }) => DONE.test(column))) {
    const has = (name: string) => columns.some((one) => one.table === table && one.column === name);
    if (!has('id')) continue;
    const when = has('created_at') ? 'created_at::text' : 'NULL';
    const acts = await read(`SELECT id::text, ${when} AS at FROM "${table}" WHERE "${column}" = $1::uuid`, viewer.id);
    if (acts.length) data.done[table] = [...(data.done[table] ?? []), ...(acts as PersonalData['done'][string])];
  }
  data.submissions = await read(
    `SELECT ${shown('submission')} FROM submission AS x WHERE application_id IN (SELECT id FROM application WHERE owner_id = $1::uuid)`,
    viewer.id,
  );
  data.reviews = await read(
    `SELECT ${shown('review')} FROM review AS x WHERE assignment_id IN (SELECT id FROM review_assignment WHERE juror_id = $1::uuid)`,
    viewer.id,
  );
  data.events = await read(
    `SELECT id::text, at, name, subject_kind, subject_id FROM event
     WHERE actor_kind = 'person' AND actor_id = $1 OR subject_kind = 'person' AND subject_id = $1 ORDER BY event.id`,
    viewer.id,
  );
  data.mails = await read(
    `SELECT created_at, sent_at, template, subject, CASE WHEN template = 'sign-in' THEN NULL ELSE text END AS text
     FROM outbox_message WHERE "to" = $1 ORDER BY created_at`,
    viewer.email,
  );
  return data;
}

/** The columns of a table that may leave, quoted: names come from the catalogue, never from a request. */
function shownColumns(columns: Column[], table: string): string {
  const names = columns
    .filter((one) => one.table === table && !HIDDEN.test(one.column) && !UNPUBLISHED[table]?.includes(one.column))
    .map(({ column, type }) => (type === 'tsvector' ? `NULL AS "${column}"` : `x."${column}"`));
  return names.join(', ');
}

const read = (sql: string, value: string) => db.$queryRawUnsafe<Record<string, unknown>[]>(sql, value);
