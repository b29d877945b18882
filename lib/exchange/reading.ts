import { stat } from 'node:fs/promises';
import { type ArchiveRefusal, readArchive } from './archive';
import { type ReadRefusal, readSnapshot } from './assembly';
import { type FolderRefusal, readFolder } from './folder';
import type { Choices } from './issues';
import type { Snapshot } from './snapshot';

export type SiteRefusal = FolderRefusal | ArchiveRefusal | ReadRefusal;
export type SiteRead = { ok: true; snapshot: Snapshot } | { ok: false; refusal: SiteRefusal };

/** Reads a site's folder, or an archive of it, with the answers already given. */
export async function readSite(
  path: string,
  choices: Choices,
  options: { skipMalformed?: boolean } = {},
): Promise<SiteRead> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  const read = isFile ? await readArchive(path) : await readFolder(path);
  return read.ok ? readSnapshot(read.files, choices, options) : read;
}
