import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise } from 'yauzl';
import { openStored } from '@/lib/storage';

export type ZipLimits = {
  /** Entries, wanted or not. */
  files: number;
  /** One entry. */
  fileBytes: number;
  /** All that is read. */
  textBytes: number;
  /** What the archive says of itself. */
  declaredBytes: number;
  ratio: number;
};
export type ZipRefusal = {
  reason: 'not_an_archive' | 'encrypted' | 'bomb' | 'path_outside' | 'too_many_files' | 'file_too_large' | 'too_large';
  detail: string;
};
export type ZipRead = { ok: true; entries: { path: string; bytes: Buffer }[] } | { ok: false; refusal: ZipRefusal };

class Refused extends Error {
  constructor(readonly refusal: ZipRefusal) {
    super(refusal.reason);
  }
}

/** Reads the wanted entries of a zip without writing any of them; a name that climbs out of the archive refuses it whole. */
export async function readZip(path: string, limits: ZipLimits, wanted: (name: string) => boolean): Promise<ZipRead> {
  const zip = await openPromise(path, { lazyEntries: true, strictFileNames: false, validateEntrySizes: true }).catch(
    () => null,
  );
  if (!zip) return { ok: false, refusal: { reason: 'not_an_archive', detail: '' } };
  const entries: { path: string; bytes: Buffer }[] = [];
  const sum = { declared: 0, text: 0, count: 0 };
  try {
    for await (const entry of zip.eachEntry()) {
      check(entry, sum, limits);
      if (entry.fileName.endsWith('/') || isJunk(entry.fileName) || !wanted(entry.fileName)) continue;
      if (entry.uncompressedSize > limits.fileBytes)
        throw new Refused({ reason: 'file_too_large', detail: entry.fileName });
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        sum.text += (chunk as Buffer).length;
        if (sum.text > limits.textBytes) throw new Refused({ reason: 'too_large', detail: entry.fileName });
        chunks.push(chunk as Buffer);
      }
      entries.push({ path: entry.fileName.normalize('NFC'), bytes: Buffer.concat(chunks) });
    }
  } catch (error) {
    return { ok: false, refusal: error instanceof Refused ? error.refusal : refusalOf(error) };
  } finally {
    zip.close();
  }
  return { ok: true, entries: entries.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/**
 * Hands over the wanted entries of a zip one by one as streams, under the same rules, without holding any in memory.
 * `take` reads what it is given to its end.
 */
export async function walkZip(
  path: string,
  limits: ZipLimits,
  take: (entry: { path: string; size: number }, open: () => Promise<Readable>) => Promise<void>,
): Promise<ZipRefusal | null> {
  const zip = await openPromise(path, { lazyEntries: true, strictFileNames: false, validateEntrySizes: true }).catch(
    () => null,
  );
  if (!zip) return { reason: 'not_an_archive', detail: '' };
  const sum = { declared: 0, count: 0 };
  try {
    for await (const entry of zip.eachEntry()) {
      check(entry, sum, limits);
      if (entry.fileName.endsWith('/') || isJunk(entry.fileName)) continue;
      const at = { path: entry.fileName.normalize('NFC'), size: entry.uncompressedSize };
      await take(at, () => zip.openReadStreamPromise(entry));
    }
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    // A full disk is not a bad archive.
    if (error instanceof Error && 'syscall' in error) throw error;
    return refusalOf(error);
  } finally {
    zip.close();
  }
}

function check(entry: Entry, sum: { declared: number; count: number }, limits: ZipLimits): void {
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

function refusalOf(error: unknown): ZipRefusal {
  const detail = error instanceof Error ? error.message : String(error);
  if (/invalid relative path|absolute path|invalid characters in fileName/.test(detail))
    return { reason: 'path_outside', detail };
  if (/too many bytes|uncompressed size/i.test(detail)) return { reason: 'bomb', detail };
  return { reason: 'not_an_archive', detail: '' };
}

/** An archive is read from both ends: it needs a file, whatever storage holds it. */
export async function withStoredCopy<T>(storageKey: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cohorte-import-'));
  try {
    const path = join(folder, 'archive.zip');
    await pipeline(openStored(storageKey), createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
