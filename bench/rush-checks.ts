import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { sweepFiles } from '@/lib/applications/jobs';
import { verifyLedger } from '@/lib/ledger';
import { system } from '@/lib/viewer';
import type { Seen } from './rush-client';
import { SLIDES } from './rush-client';
import { type Field, WRITTEN } from './rush-field';

const HOUR = 3_600_000;
const SLIDES_DIGEST = createHash('sha256').update(SLIDES).digest('hex');

/** Truths of the rows that no crash may break: each line names a broken one with how many times. */
const INVARIANTS: Record<string, string> = {
  'sent without a version in force, or with several': `SELECT count(*) FROM application a WHERE a.call_id = $1 AND a.state = 'submitted'
     AND (SELECT count(*) FROM submission s WHERE s.application_id = a.id AND s.in_force) <> 1`,
  'a version in force whose file does not say it was sent': `SELECT count(*) FROM submission s JOIN application a ON a.id = s.application_id
     WHERE a.call_id = $1 AND s.in_force AND (a.state = 'draft' OR a.reference IS NULL OR a.submitted_at IS DISTINCT FROM s.received_at)`,
  'sent without its event': `SELECT count(*) FROM submission s JOIN application a ON a.id = s.application_id WHERE a.call_id = $1
     AND NOT EXISTS (SELECT 1 FROM event e WHERE e.subject_kind = 'application' AND e.subject_id = a.id::text AND e.name = 'application.submitted' AND e.payload::jsonb->>'digest' = s.digest)`,
  'an event of a sending without its version': `SELECT count(*) FROM event e JOIN application a ON a.id::text = e.subject_id WHERE a.call_id = $1 AND e.name = 'application.submitted'
     AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.application_id = a.id AND s.digest = e.payload::jsonb->>'digest')`,
  'sent without a receipt in the outbox': `SELECT count(*) FROM submission s JOIN application a ON a.id = s.application_id WHERE a.call_id = $1
     AND NOT EXISTS (SELECT 1 FROM outbox_message m WHERE m.about_kind = 'application' AND m.about_id = a.id::text)`,
  'an answer that names a file without a row': `SELECT count(*) FROM application a, jsonb_path_query(a.answers, '$.slides[*].id') f WHERE a.call_id = $1
     AND NOT EXISTS (SELECT 1 FROM stored_file x WHERE x.id::text = f#>>'{}' AND x.owner_id = a.id::text)`,
  'a version that names a file without a row': `SELECT count(*) FROM submission s JOIN application a ON a.id = s.application_id, jsonb_path_query(s.answers, '$.slides[*].id') f
     WHERE a.call_id = $1 AND NOT EXISTS (SELECT 1 FROM stored_file x WHERE x.id::text = f#>>'{}')`,
  'versions that skip a number': `SELECT count(*) FROM (SELECT application_id, count(*) n, max(number) m FROM submission s JOIN application a ON a.id = s.application_id
     WHERE a.call_id = $1 GROUP BY 1) v WHERE n <> m`,
  'references used twice': `SELECT count(*) - count(DISTINCT reference) FROM application WHERE call_id = $1 AND reference IS NOT NULL`,
};

/** The broken invariants of a call's rows, in words. The application need not run. */
export async function brokenRows(url: string, callId: string): Promise<string[]> {
  return query(url, async (client) => {
    const broken: string[] = [];
    for (const [name, text] of Object.entries(INVARIANTS)) {
      const { rows } = await client.query<{ count: string }>(text, [callId]);
      if (Number(rows[0]?.count)) broken.push(`${rows[0]?.count} × ${name}`);
    }
    return broken;
  });
}

/** The event chain, and files against their rows both ways, once what nobody names any more has been swept. */
export async function brokenFiles(url: string, folder: string): Promise<string[]> {
  const broken: string[] = [];
  const ledger = await verifyLedger();
  if ('broken' in ledger) broken.push(`the event chain breaks at ${ledger.broken.id}`);
  await sweepFiles(system('sweep'), () => new Date(Date.now() + 26 * HOUR));
  const root = join(folder, 'files');
  const onDisk = existsSync(root)
    ? readdirSync(root).flatMap((first) => readdirSync(join(root, first)).map((rest) => `${first}/${rest}`))
    : [];
  const rows = await query(url, async (client) => {
    const text = 'SELECT storage_key AS key, size, sha256 FROM stored_file';
    return (await client.query<{ key: string; size: number; sha256: string }>(text)).rows;
  });
  const known = new Set(rows.map(({ key }) => key));
  const orphans = onDisk.filter((key) => !known.has(key)).length;
  if (orphans) broken.push(`${orphans} × bytes that no row names`);
  const there = new Set(onDisk);
  const missing = rows.filter(({ key, size }) => !there.has(key) || statSync(join(root, key)).size !== size).length;
  if (missing) broken.push(`${missing} × a row without its bytes`);
  const ours = rows.filter(({ sha256 }) => sha256 === SLIDES_DIGEST).slice(0, 40);
  const changed = ours.filter(({ key, sha256 }) => {
    const bytes = readFileSync(join(root, key));
    return createHash('sha256').update(bytes).digest('hex') !== sha256;
  }).length;
  if (changed) broken.push(`${changed} × bytes that are not those that were sent`);
  return broken;
}

/** What clients were told against what the rows hold. */
export async function compare(url: string, field: Field, seen: Seen, closesAt: Date, graceMs: number) {
  const stored = await query(url, async (client) => {
    const text = `SELECT a.id, a.answers->>'${WRITTEN}' AS text, (SELECT count(*)::int FROM submission s WHERE s.application_id = a.id) AS sent,
        (SELECT array_agg(s.idempotency_key) FROM submission s WHERE s.application_id = a.id) AS keys
      FROM application a WHERE a.call_id = $1`;
    type Row = { id: string; text: string; sent: number; keys: string[] | null };
    return new Map((await client.query<Row>(text, [field.callId])).rows.map((row) => [row.id, row]));
  });
  let lostWords = 0;
  for (const [id, { text, sent }] of seen.acknowledged) {
    const now = stored.get(id)?.text ?? '';
    // The last that was acknowledged, or one sent after it whose answer got lost.
    if (now !== text && !(sent.has(now) && [...sent].indexOf(now) > [...sent].indexOf(text))) lostWords++;
  }
  const accepted = new Set(seen.sendings.filter((one) => one.outcome === 'accepted').map((one) => one.draft));
  const lostSendings = seen.sendings.filter(
    (one) => one.outcome === 'accepted' && !stored.get(one.draft)?.keys?.includes(one.key),
  ).length;
  const inTime = seen.sendings.filter((one) => one.sentAt < closesAt.getTime() + graceMs - 1_000);
  const refusedInTime = inTime.filter((one) => one.outcome !== 'accepted').length;
  return {
    accepted: accepted.size,
    refusedLate: seen.sendings.filter((one) => one.outcome === 'late' && !inTime.includes(one)).length,
    lost: lostWords + lostSendings + refusedInTime,
    duplicates: [...stored.values()].reduce((sum, { sent }) => sum + Math.max(0, sent - 1), 0),
    untold: seen.sendings.filter((one) => one.outcome === 'unanswered' || one.outcome === 'refused').length,
  };
}

async function query<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
