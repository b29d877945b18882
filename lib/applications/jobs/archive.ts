import { Readable } from 'node:stream';
import { ArchiveReport } from '@/lib/applications/archive-report';
import { archiveMail } from '@/lib/applications/emails';
import { exportFiles } from '@/lib/applications/exports';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { dossierIds, dossierOf } from '@/lib/applications/queries/dossiers';
import { FilesZip } from '@/lib/applications/zip';
import { zipWords } from '@/lib/applications/zip-words';
import { bytesText } from '@/lib/bytes';
import type { Clock } from '@/lib/clock';
import { rows, type Tx, transaction } from '@/lib/db';
import { log } from '@/lib/log';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { removeStored, type Stored, store } from '@/lib/storage';
import type { Viewer } from '@/lib/viewer';

const LARGEST = 20_000_000_000;
const LEASE = '2 minutes';
const MOST_ATTEMPTS = 3;
const KEPT_DAYS = 7;
const NOTHING = '00000000-0000-0000-0000-000000000000';

type Claimed = { id: string; callId: string; locale: string; filters: unknown; attempts: number };
class Stopped extends Error {}

/** Makes the archives that wait, one after the other; one left behind by a process that died is begun again. */
export async function makeArchives(viewer: Viewer, clock: Clock): Promise<number> {
  if (viewer.kind !== 'system') return 0;
  let made = 0;
  for (;;) {
    const archive = await claim();
    if (!archive) return made;
    if (archive.attempts > MOST_ATTEMPTS) await fail(archive.id, clock);
    else if (await make(viewer, archive, clock)) made++;
  }
}

async function claim(): Promise<Claimed | undefined> {
  const [archive] = await rows<Claimed>(
    `UPDATE archive SET state = 'running', done = 0, attempts = attempts + 1, lease_until = now() + interval '${LEASE}'
     WHERE id = (SELECT id FROM archive WHERE state = 'waiting' OR (state = 'running' AND lease_until < now())
       ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, call_id AS "callId", locale, filters, attempts`,
  );
  return archive;
}

/** Says that it lives and how far it is; throws when somebody stopped it. */
async function advance(id: string, done: number): Promise<void> {
  const kept = await rows(
    `UPDATE archive SET done = $2, lease_until = now() + interval '${LEASE}' WHERE id = $1 AND state = 'running' RETURNING id`,
    [id, done],
  );
  if (kept.length === 0) throw new Stopped();
}

async function make(viewer: Viewer, archive: Claimed, clock: Clock): Promise<boolean> {
  const zip = new FilesZip(await zipWords(archive.locale));
  const output = zip.output;
  const writing = store(output, LARGEST);
  // Failures of the writing side are met below, with those of the filling side.
  writing.catch(() => undefined);
  let stored: Stored | undefined;
  try {
    await Promise.race([fill(viewer, zip, archive), writing.then(() => undefined)]);
    stored = await writing;
    return await finish(viewer, archive, zip, stored, clock);
  } catch (error) {
    output.destroy(error as Error);
    await writing.catch(() => undefined);
    if (stored) await removeStored(stored.storageKey);
    if (error instanceof Stopped) return false;
    log.error({ archive: archive.id, reason: (error as Error).message }, 'archive failed');
    await fail(archive.id, clock);
    return false;
  }
}

async function fill(viewer: Viewer, zip: FilesZip, { id, callId, locale, filters: kept }: Claimed): Promise<void> {
  const filters = IntakeFilters.parse(kept);
  const words = await zipWords(locale);
  let after = NOTHING;
  for (;;) {
    const ids = await dossierIds(viewer, callId, filters, after);
    for (const one of ids) {
      const file = await dossierOf(viewer, one);
      if (file) await zip.addDossier(file);
      await advance(id, zip.report.files);
      // Printing a file holds the thread a moment: others get theirs in between.
      await new Promise(setImmediate);
    }
    after = ids.at(-1) ?? after;
    if (ids.length === 0) break;
  }
  const lists = [
    ['index.csv', 'spreadsheet'],
    [locale === 'en' ? 'open-data.csv' : 'donnees-ouvertes.csv', 'open'],
    [locale === 'en' ? 'files.json' : 'dossiers.json', 'json'],
  ] as const;
  for (const [name, format] of lists) {
    const pieces = await exportFiles(viewer, callId, filters, format, words);
    if (pieces) await zip.add(name, () => Readable.from(pieces));
  }
  zip.end();
}

async function finish(viewer: Viewer, archive: Claimed, zip: FilesZip, stored: Stored, clock: Clock): Promise<boolean> {
  const { storageKey, size, sha256 } = stored;
  return transaction(async (tx) => {
    const { count } = await tx.archive.updateMany({
      where: { id: archive.id, state: 'running', attempts: archive.attempts },
      data: {
        ...{ state: 'done', storageKey, size, sha256, report: zip.report, finishedAt: clock(), leaseUntil: null },
        done: zip.report.files,
        total: zip.report.files,
      },
    });
    if (count === 0) throw new Stopped();
    const told = {
      archive: archive.id,
      files: zip.report.files,
      attachments: zip.report.attachments,
      left: zip.report.left,
    };
    await tellAsker(tx, archive.id, 'done', clock());
    await record(tx, viewer, 'archive.made', { kind: 'call', id: archive.callId }, { ...told, sha256 });
    return true;
  });
}

async function fail(id: string, clock: Clock): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.archive.updateMany({
      where: { id, state: 'running' },
      data: { state: 'failed', finishedAt: clock(), leaseUntil: null },
    });
    if (count > 0) await tellAsker(tx, id, 'failed', clock());
  });
}

/** In the transaction that ends the archive: never told of one that is not there, never left untold. */
async function tellAsker(tx: Tx, id: string, fate: 'done' | 'failed', now: Date): Promise<void> {
  const { byId, done, size, report, call } = await tx.archive.findUniqueOrThrow({
    where: { id },
    select: { byId: true, done: true, size: true, report: true, call: { select: { slug: true, title: true } } },
  });
  const select = { email: true, locale: true } as const;
  const to = byId ? await tx.person.findFirst({ where: { id: byId, disabledAt: null }, select }) : null;
  if (!to?.email) return;
  const format = new Intl.DateTimeFormat(to.locale === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'full',
    timeZone: 'Europe/Paris',
  });
  const until = format.format(new Date(now.getTime() + KEPT_DAYS * 86_400_000));
  const said = { files: done, size: bytesText(Number(size), to.locale), left: ArchiveReport.parse(report).left };
  const mail = { id, slug: call.slug, call: call.title, ...said, until };
  await enqueue(tx, await archiveMail({ email: to.email, locale: to.locale }, mail, fate));
}

/** The bytes of archives made a week ago go; what they held stays said. Returns how many. */
export async function expireArchives(viewer: Viewer, clock: Clock): Promise<number> {
  if (viewer.kind !== 'system') return 0;
  const limit = new Date(clock().getTime() - KEPT_DAYS * 86_400_000);
  const old = await rows<{ key: string | null }>(
    `WITH old AS (SELECT id, storage_key FROM archive WHERE state = 'done' AND finished_at < $1 LIMIT 50 FOR UPDATE SKIP LOCKED)
     UPDATE archive a SET state = 'expired', storage_key = NULL FROM old WHERE a.id = old.id RETURNING old.storage_key AS key`,
    [limit],
  );
  for (const { key } of old) if (key) await removeStored(key);
  return old.length;
}
