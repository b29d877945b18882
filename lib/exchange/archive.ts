import { type Entry, openPromise } from 'yauzl';
import { caps, decode, type FolderRefusal, isSource, type SourceFile } from './folder';

export type ArchiveRefusal = FolderRefusal | { reason: 'not_an_archive' | 'encrypted' | 'bomb'; detail: string };
export type ArchiveRead = { ok: true; files: SourceFile[] } | { ok: false; refusal: ArchiveRefusal };

export const archiveCaps = { ...caps, uploadBytes: 100_000_000, declaredBytes: 500_000_000, ratio: 100 };

class Refused extends Error {
  constructor(readonly refusal: ArchiveRefusal) {
    super(refusal.reason);
  }
}

/** Reads the sources of a zip without writing any of them; a name that climbs out of the archive refuses it whole. */
export async function readArchive(path: string, limits: typeof archiveCaps = archiveCaps): Promise<ArchiveRead> {
  const zip = await openPromise(path, { lazyEntries: true, strictFileNames: false, validateEntrySizes: true }).catch(
    () => null,
  );
  if (!zip) return { ok: false, refusal: { reason: 'not_an_archive', detail: '' } };
  const files: SourceFile[] = [];
  const sum = { declared: 0, text: 0, count: 0 };
  try {
    for await (const entry of zip.eachEntry()) {
      check(entry, sum, limits);
      if (entry.fileName.endsWith('/') || !isSource(entry.fileName) || isJunk(entry.fileName)) continue;
      if (entry.uncompressedSize > limits.fileBytes)
        throw new Refused({ reason: 'file_too_large', detail: entry.fileName });
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        sum.text += (chunk as Buffer).length;
        if (sum.text > limits.textBytes) throw new Refused({ reason: 'too_large', detail: entry.fileName });
        chunks.push(chunk as Buffer);
      }
      const text = decode(Buffer.concat(chunks));
      if (text === null) throw new Refused({ reason: 'not_text', detail: entry.fileName });
      files.push({ path: entry.fileName.normalize('NFC'), text });
    }
  } catch (error) {
    return { ok: false, refusal: error instanceof Refused ? error.refusal : refusalOf(error) };
  } finally {
    zip.close();
  }
  return { ok: true, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

function check(entry: Entry, sum: { declared: number; count: number }, limits: typeof archiveCaps): void {
  const detail = entry.fileName;
  if (++sum.count > limits.files) throw new Refused({ reason: 'too_many_files', detail: String(limits.files) });
  if (entry.isEncrypted()) throw new Refused({ reason: 'encrypted', detail });
  // Unix links are kept as files whose mode says so: the upper 16 bits of the external attributes.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000)
    throw new Refused({ reason: 'path_outside', detail });
  sum.declared += entry.uncompressedSize;
  if (sum.declared > limits.declaredBytes) throw new Refused({ reason: 'bomb', detail });
  const squeezed = entry.uncompressedSize > 1_000_000 && entry.uncompressedSize > entry.compressedSize * limits.ratio;
  if (squeezed) throw new Refused({ reason: 'bomb', detail });
}

function isJunk(path: string): boolean {
  return path.startsWith('__MACOSX/') || path.includes('/.git/') || path.includes('node_modules/');
}

function refusalOf(error: unknown): ArchiveRefusal {
  const detail = error instanceof Error ? error.message : String(error);
  if (/invalid relative path|absolute path|invalid characters in fileName/.test(detail))
    return { reason: 'path_outside', detail };
  if (/too many bytes|uncompressed size/i.test(detail)) return { reason: 'bomb', detail };
  return { reason: 'not_an_archive', detail: '' };
}
