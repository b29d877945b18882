import type { Readable } from 'node:stream';
import type { Clock } from '@/lib/clock';
import { db } from '@/lib/db';
import { archiveCaps } from '@/lib/exchange/archive';
import { checkSite, type ImportRefusal, type ImportResult, importSite } from '@/lib/exchange/commands/import-site';
import { mayImport } from '@/lib/exchange/policy';
import { type Result, refuse } from '@/lib/result';
import { removeStored, type Stored, store, TooLarge } from '@/lib/storage';
import type { Viewer } from '@/lib/viewer';
import { withStoredCopy } from '@/lib/zip';

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
  const checked = await withStoredCopy(storageKey, (path) => checkSite(viewer, path, { name, storageKey, clock }));
  if (!checked.ok) await removeStored(storageKey);
  return checked;
}

/** Applies a checked archive, with the answers given since; its bytes go once it is done. */
export async function applyUpload(viewer: Viewer, runId: string, clock: Clock): Promise<ImportResult> {
  if (!mayImport(viewer)) return refuse('forbidden');
  const run = await db.importRun.findUnique({ where: { id: runId }, select: { name: true, storageKey: true } });
  if (!run?.storageKey) return refuse('already_applied');
  const { name, storageKey } = run;
  const applied = await withStoredCopy(storageKey, (path) => importSite(viewer, path, { runId, name, clock }));
  if (applied.ok) await removeStored(storageKey);
  return applied;
}
