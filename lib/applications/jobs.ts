import { infectedMail } from '@/lib/applications/emails';
import { mailTexts } from '@/lib/calls/queries/mail-texts';
import type { Clock } from '@/lib/clock';
import { rows, type Tx, transaction } from '@/lib/db';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { scan } from '@/lib/scanner';
import { openStored, removeStored, storedBefore } from '@/lib/storage';
import { isCoordinator, type Viewer } from '@/lib/viewer';

type Waiting = { id: string; storageKey: string; name: string; ownerKind: string; ownerId: string };

/**
 * Scans the files that wait, one a transaction: a crash frees the row at once. A scan that failed is tried again, less
 * and less often; files never scanned are once a scanner is installed. Returns how many were read.
 */
export async function scanFiles(viewer: Viewer, clock: Clock, clamd = env().CLAMD_URL): Promise<number> {
  if (viewer.kind !== 'system') return 0;
  let read = 0;
  while (read < 50 && (await scanNext(viewer, clock, clamd))) read++;
  return read;
}

async function scanNext(viewer: Viewer, clock: Clock, clamd: string | undefined): Promise<boolean> {
  const gone = await transaction(async (tx): Promise<{ key?: string } | null> => {
    const now = clock();
    const [file] = await tx.$queryRaw<Waiting[]>`
      SELECT id, storage_key AS "storageKey", name, owner_kind AS "ownerKind", owner_id AS "ownerId" FROM stored_file
      WHERE scan = 'pending' OR (scan = 'unscanned' AND ${clamd !== undefined})
        OR (scan = 'error' AND scanned_at < ${now}::timestamptz - LEAST(scan_tries, 60) * interval '1 minute')
      ORDER BY scan_tries, created_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!file) return null;
    const found = await scan(openStored(file.storageKey), clamd);
    await tx.storedFile.update({
      where: { id: file.id },
      data: { scan: found, scannedAt: now, scanTries: { increment: 1 } },
    });
    if (found !== 'infected') return {};
    if (file.ownerKind === 'application') await tellAuthors(tx, file);
    await record(tx, viewer, 'file.found_infected', { kind: file.ownerKind, id: file.ownerId }, { file: file.id });
    return { key: file.storageKey };
  });
  // Nobody may ever read it again: its bytes go, what it was and where stays on record.
  if (gone?.key) await removeStored(gone.key);
  return gone !== null;
}

async function tellAuthors(tx: Tx, file: Waiting): Promise<void> {
  const application = await tx.application.findUnique({
    where: { id: file.ownerId },
    select: {
      id: true,
      title: true,
      ownerId: true,
      members: { where: { right: 'edit' }, select: { email: true } },
      call: { select: { title: true, timeZone: true } },
    },
  });
  if (!application) return;
  const people = await tx.person.findMany({
    where: {
      OR: [{ id: application.ownerId }, { email: { in: application.members.map((one) => one.email) } }],
      disabledAt: null,
    },
    select: { email: true, locale: true },
  });
  const { call, id, title } = application;
  const about = { id, title, callTitle: call.title, timeZone: call.timeZone };
  const texts = await mailTexts(tx, { applicationId: id });
  for (const { email, locale } of people)
    if (email) await enqueue(tx, await infectedMail(texts, { email, locale }, about, file));
}

/**
 * Removes what nothing names any more: pieces of uploads given up a day ago, files whose draft was erased or whose
 * attaching failed half-way. Returns how many sets of bytes went.
 */
export async function sweepFiles(viewer: Viewer, clock: Clock): Promise<number> {
  if (!isCoordinator(viewer)) return 0;
  const now = clock();
  const uploads = await rows<{ chunks: string[] }>(
    `DELETE FROM upload WHERE (file_id IS NULL AND updated_at < $1::timestamptz - interval '1 day')
       OR (file_id IS NOT NULL AND updated_at < $1::timestamptz - interval '1 hour') RETURNING chunks`,
    [now],
  );
  const files = await rows<{ storage_key: string }>(
    `DELETE FROM stored_file f WHERE f.owner_kind = 'application' AND f.created_at < $1::timestamptz - interval '1 hour'
       AND NOT EXISTS (SELECT 1 FROM application a WHERE a.id::text = f.owner_id
         AND (a.answers::text LIKE '%' || f.id || '%' OR a.kept::text LIKE '%' || f.id || '%'))
       AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.application_id::text = f.owner_id AND s.answers::text LIKE '%' || f.id || '%')
       AND NOT EXISTS (SELECT 1 FROM imported_attachment i WHERE i.file_id = f.id)
       AND NOT EXISTS (SELECT 1 FROM file_message m WHERE m.file_id = f.id)
       AND NOT EXISTS (SELECT 1 FROM correction c WHERE c.application_id::text = f.owner_id AND c.answers::text LIKE '%' || f.id || '%')
     RETURNING storage_key`,
    [now],
  );
  const keys = [...uploads.flatMap((one) => one.chunks), ...files.map((one) => one.storage_key)];
  for (const key of keys) await removeStored(key);
  return keys.length + (await sweepStorage(now));
}

/**
 * Bytes that a crash left without a row: an hour is longer than any request takes to write the one after the other.
 * Every column named storage_key names bytes that stay, whatever its table.
 */
async function sweepStorage(now: Date): Promise<number> {
  const tables = await rows<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'storage_key'`,
  );
  const named = [
    ...tables.map(({ name }) => `SELECT storage_key AS key FROM ${name} WHERE storage_key = ANY ($1)`),
    'SELECT unnest(chunks) FROM upload WHERE chunks && $1',
    `SELECT a->>'storageKey' FROM outbox_message, jsonb_array_elements(attachments) a WHERE attachments <> '[]' AND a->>'storageKey' = ANY ($1)`,
  ].join(' UNION ');
  let gone = 0;
  for await (const keys of storedBefore(new Date(now.getTime() - 3_600_000))) {
    const known = new Set((await rows<{ key: string }>(named, [keys])).map(({ key }) => key));
    for (const key of keys.filter((one) => !known.has(one))) {
      await removeStored(key);
      gone++;
    }
  }
  return gone;
}
