import { readZip, type ZipRefusal } from '@/lib/zip';
import { caps, decode, type FolderRefusal, isSource, type SourceFile } from './folder';

export type ArchiveRefusal = FolderRefusal | ZipRefusal;
export type ArchiveRead = { ok: true; files: SourceFile[] } | { ok: false; refusal: ArchiveRefusal };

export const archiveCaps = { ...caps, uploadBytes: 100_000_000, declaredBytes: 500_000_000, ratio: 100 };

/** Reads the sources of a zip without writing any of them; a name that climbs out of the archive refuses it whole. */
export async function readArchive(path: string, limits: typeof archiveCaps = archiveCaps): Promise<ArchiveRead> {
  const read = await readZip(path, limits, isSource);
  if (!read.ok) return read;
  const files: SourceFile[] = [];
  for (const { path: name, bytes } of read.entries) {
    const text = decode(bytes);
    if (text === null) return { ok: false, refusal: { reason: 'not_text', detail: name } };
    files.push({ path: name, text });
  }
  return { ok: true, files };
}
