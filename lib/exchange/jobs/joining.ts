import type { Clock } from '@/lib/clock';
import { db, type Prisma, rows, transaction } from '@/lib/db';
import type { Joined } from '@/lib/exchange/attachments';
import { type Bytes, joinBrought } from '@/lib/exchange/jobs/join-brought';
import { importableCall } from '@/lib/exchange/queries/files';
import { log } from '@/lib/log';
import { record } from '@/lib/record';
import { removeStored } from '@/lib/storage';
import type { Viewer } from '@/lib/viewer';

const LEASE = '2 minutes';
const MOST_ATTEMPTS = 3;
/** Of the whole, what reading takes; attaching is the rest. */
const READING = 90;

type Claimed = {
  importId: string;
  callId: string;
  slug: string;
  source: string;
  byId: string | null;
  attempts: number;
};
type End = { state: 'done' | 'refused' | 'failed'; refused?: string; joined?: Joined };

/** Joins what waits to be, one lot after the other; one left behind by a process that died is begun again, and joins the rest. */
export async function joinWaiting(viewer: Viewer, clock: Clock): Promise<number> {
  if (viewer.kind !== 'system') return 0;
  let joined = 0;
  for (;;) {
    const one = await claim();
    if (!one) return joined;
    const brought = await broughtFor(one.importId);
    await finish(viewer, one, await work(viewer, one, brought, clock));
    for (const { stored } of brought) await removeStored(stored.storageKey);
    joined++;
  }
}

async function claim(): Promise<Claimed | undefined> {
  const [one] = await rows<Claimed>(
    `UPDATE files_joining j SET state = 'running', percent = 0, attempts = attempts + 1, lease_until = now() + interval '${LEASE}'
     FROM files_import i JOIN call c ON c.id = i.call_id
     WHERE i.id = j.import_id AND j.import_id = (SELECT import_id FROM files_joining
       WHERE state = 'waiting' OR (state = 'running' AND lease_until < now()) ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING j.import_id::text AS "importId", i.call_id::text AS "callId", c.slug, i.source, j.by_id::text AS "byId", j.attempts`,
  );
  return one;
}

async function broughtFor(importId: string): Promise<Bytes[]> {
  const all = await db.filesBrought.findMany({ where: { importId }, orderBy: { id: 'asc' } });
  return all.map(({ name, storageKey, size, sha256 }) => ({ name, stored: { storageKey, size, sha256 } }));
}

async function work(viewer: Viewer, one: Claimed, brought: Bytes[], clock: Clock): Promise<End> {
  if (one.attempts > MOST_ATTEMPTS) return { state: 'failed' };
  const call = await importableCall(viewer, one.slug);
  if (!call) return { state: 'failed' };
  const total = brought.reduce((sum, { stored }) => sum + stored.size, 0);
  try {
    const advance = progress(one, total);
    const done = await joinBrought(viewer, { call, run: one, brought, byId: one.byId }, advance, clock);
    return done.ok ? { state: 'done', joined: done.value } : { state: 'refused', refused: done.reason };
  } catch (error) {
    log.error({ import: one.importId, reason: (error as Error).message }, 'joining failed');
    return { state: 'failed' };
  }
}

/** Says that it lives and how far it is, at most once a second. */
function progress({ importId, attempts }: Claimed, total: number): (bytes: number) => Promise<void> {
  let read = 0;
  let said = 0;
  return async (bytes) => {
    read += bytes;
    if (performance.now() - said < 1_000) return;
    said = performance.now();
    await rows(
      `UPDATE files_joining SET percent = $3, lease_until = now() + interval '${LEASE}' WHERE import_id = $1 AND attempts = $2 AND state = 'running'`,
      [importId, attempts, Math.min(READING, Math.round((READING * read) / Math.max(1, total)))],
    );
  };
}

async function finish(viewer: Viewer, { importId, callId, attempts }: Claimed, end: End): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.filesJoining.updateMany({
      where: { importId, attempts, state: 'running' },
      data: { state: end.state, refused: end.refused ?? '', percent: 100, leaseUntil: null },
    });
    if (count === 0) return;
    await tx.filesBrought.deleteMany({ where: { importId } });
    const { report } = await tx.filesImport.findUniqueOrThrow({ where: { id: importId }, select: { report: true } });
    const { joined: _, ...before } = report as Prisma.JsonObject;
    const after = end.joined ? { ...before, joined: end.joined } : before;
    await tx.filesImport.update({ where: { id: importId }, data: { report: after as Prisma.InputJsonObject } });
    const { named: _named, ...counts } = end.joined ?? {};
    const told = { import: importId, state: end.state, ...counts };
    await record(tx, viewer, 'files_import.joined', { kind: 'call', id: callId }, told);
  });
}
