import type { Clock } from '@/lib/clock';
import { rows, type Tx, transaction } from '@/lib/db';
import { BLANK_MAIL, NOBODY } from '@/lib/publication/jobs/erase-files';
import { record } from '@/lib/record';
import type { Viewer } from '@/lib/viewer';

const AT_ONCE = 20;
type Due = { id: string; email: string | null };

/**
 * People known only by files that were erased: they never had another role here and are signed in nowhere. Their name,
 * address, account and sessions go; the identifier stays, for the record of acts names nobody by anything else.
 */
export async function erasePeople(viewer: Viewer, clock: Clock): Promise<number> {
  if (viewer.kind !== 'system') return 0;
  let erased = 0;
  for (;;) {
    const count = await transaction(async (tx) => {
      const due = await peopleDue(tx, clock());
      if (due.length === 0) return 0;
      await eraseThese(tx, due, clock());
      for (const { id } of due) await record(tx, viewer, 'person.erased', { kind: 'person', id });
      return due.length;
    });
    if (count === 0) return erased;
    erased += count;
  }
}

const WROTE = `(a.owner_id = p.id OR EXISTS (SELECT 1 FROM application_member m WHERE m.application_id = a.id AND (m.person_id = p.id OR m.email = p.email)))`;

function peopleDue(tx: Tx, now: Date): Promise<Due[]> {
  return tx.$queryRawUnsafe<Due[]>(
    `SELECT p.id, p.email FROM person p
     WHERE p.erased_at IS NULL
       AND p.id IN (SELECT owner_id FROM application WHERE erased_at IS NOT NULL
         UNION SELECT m.person_id FROM application_member m JOIN application a ON a.id = m.application_id WHERE a.erased_at IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM application a WHERE a.erased_at IS NULL AND ${WROTE})
       AND NOT EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id AND r.kind <> 'applicant')
       AND NOT EXISTS (SELECT 1 FROM juror j WHERE j.person_id = p.id)
       AND NOT EXISTS (SELECT 1 FROM position o WHERE o.fellow_id = p.id)
       AND NOT EXISTS (SELECT 1 FROM reading g WHERE g.reader_id = p.id)
       AND NOT EXISTS (SELECT 1 FROM call_instructor i WHERE i.person_id = p.id AND i.ended_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM session s WHERE s.person_id = p.id AND s.expires > $1)
     ORDER BY p.id LIMIT ${AT_ONCE} FOR UPDATE OF p SKIP LOCKED`,
    now,
  );
}

/** Rows that are a person's own and say nothing of anybody else. */
const GONE: [table: string, column: string][] = [
  ['session', 'person_id'],
  ['account', 'person_id'],
  ['affiliation', 'person_id'],
  ['role_assignment', 'person_id'],
  ['note_mention', 'person_id'],
  ['skill_notice', 'person_id'],
  ['saved_view', 'owner_id'],
];

async function eraseThese(tx: Tx, due: Due[], now: Date): Promise<void> {
  const ids = due.map(({ id }) => id);
  const emails = due.flatMap(({ email }) => (email ? [email] : []));
  for (const [table, column] of GONE)
    await tx.$executeRawUnsafe(`DELETE FROM ${table} WHERE ${column} = ANY ($1::uuid[])`, ids);
  await tx.$executeRawUnsafe(
    `UPDATE person SET name = '—', slug = 'erased-' || id, email = NULL, email_verified = NULL, aliases = '{}', name_keys = '{}',
       bio = '', headline = '', skills = '{}', links = '[]', photo_url = NULL, visibility = 'private', extra = '{}',
       disabled_at = COALESCE(disabled_at, $2::timestamptz), erased_at = $2::timestamptz, updated_at = $2::timestamptz
     WHERE id = ANY ($1::uuid[])`,
    ids,
    now,
  );
  if (emails.length > 0) await eraseAddresses(tx, emails);
}

/**
 * An address is one person's and nobody else's: wherever it stands it goes, whatever the table, read from the catalogue
 * so that a table added tomorrow is covered. The record of acts and sealed minutes hold none and cannot change.
 */
async function eraseAddresses(tx: Tx, emails: string[]): Promise<void> {
  await tx.$executeRawUnsafe(`DELETE FROM sign_in_token WHERE email = ANY ($1)`, emails);
  await tx.$executeRawUnsafe(`UPDATE outbox_message SET ${BLANK_MAIL} WHERE "to" = ANY ($1)`, emails);
  const any = emails.map((email) => email.replace(/[^a-zA-Z0-9@_-]/g, '\\$&')).join('|');
  // lou@x.fr is not in marilou@x.fr, nor in lou@x.fr.example.org.
  const pattern = `(?<![a-z0-9._%+-])(?:${any})(?![a-z0-9-]|\\.[a-z0-9])`;
  for (const { table, column, type, own } of await textColumns()) {
    // A column that holds an address and nothing else may have to stay unique.
    const whole = own || table === 'rate_limit';
    const value = whole ? NOBODY : `regexp_replace("${column}"::text, $1, '—', 'gi')::${type}`;
    await tx.$executeRawUnsafe(`UPDATE "${table}" SET "${column}" = ${value} WHERE "${column}"::text ~* $1`, pattern);
  }
}

type Column = { table: string; column: string; type: string; own: boolean };

const textColumns = (): Promise<Column[]> =>
  rows<Column>(
    `SELECT c.table_name AS "table", c.column_name AS "column", c.column_name ~ '(^|_)(email|to)$' AS own,
       CASE c.data_type WHEN 'ARRAY' THEN 'text[]' ELSE c.data_type END AS type
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
       AND c.table_name NOT IN ('event', 'minutes', '_prisma_migrations')
       AND (c.data_type IN ('text', 'jsonb', 'character varying') OR c.data_type = 'ARRAY' AND c.udt_name = '_text')`,
  );
