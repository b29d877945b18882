import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '@/lib/clock';
import { db } from '@/lib/db';
import { archiveCaps } from '@/lib/exchange/archive';
import { checkSite, type ImportRefusal, type ImportResult, importSite } from '@/lib/exchange/commands/import-site';
import { mayImport } from '@/lib/exchange/policy';
import { type Result, refuse } from '@/lib/result';
import { openStored, removeStored, type Stored, store, TooLarge } from '@/lib/storage';
import type { Viewer } from '@/lib/viewer';

/** Streams an archive to storage, reads it, and keeps what it would do; nothing is kept of one that is refused. */
export async function checkUpload(
  viewer: Viewer,
  upload: { name: string; bytes: Readable },
  clock: Clock,
): Promise<Result<{ runId: string }, ImportRefusal>> {
  if (!mayImport(viewer)) return refuse('forbidden');
  let stored: Stored;
  try {
    stored = await store(upload.bytes, archiveCaps.uploadBytes);
  } catch (error) {
    if (error instanceof TooLarge) return refuse('too_large', { detail: upload.name });
    throw error;
  }
  const { storageKey } = stored;
  const name = upload.name.replace(/^.*[/\\]/, '').slice(-200) || 'site.zip';
  const checked = await copied(storageKey, (path) => checkSite(viewer, path, { name, storageKey, clock }));
  if (!checked.ok) await removeStored(storageKey);
  return checked;
}

/** Applies a checked archive, with the answers given since; its bytes go once it is done. */
export async function applyUpload(viewer: Viewer, runId: string, clock: Clock): Promise<ImportResult> {
  if (!mayImport(viewer)) return refuse('forbidden');
  const run = await db.importRun.findUnique({ where: { id: runId }, select: { name: true, storageKey: true } });
  if (!run?.storageKey) return refuse('already_applied');
  const { name, storageKey } = run;
  const applied = await copied(storageKey, (path) => importSite(viewer, path, { runId, name, clock }));
  if (applied.ok) await removeStored(storageKey);
  return applied;
}

/** An archive is read from both ends: it needs a file, whatever storage holds it. */
async function copied<T>(storageKey: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cohorte-import-'));
  try {
    const path = join(folder, 'site.zip');
    await pipeline(openStored(storageKey), createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
