import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import busboy from 'busboy';
import { CONTENT_TYPES, fileKind, nameKind } from '@/lib/file-kind';
import { ok, type Result, refuse } from '@/lib/result';
import { openStored, removeStored, type Stored, store, TooLarge } from '@/lib/storage';

export type Upload = { name: string; bytes: Readable };
export type UploadRefusal = 'no_file' | 'empty_file' | 'file_too_big' | 'file_type';
export type Received = Stored & { name: string; contentType: string };

/**
 * Streams a file to storage and keeps it only when its bytes are what its name says, of a wanted kind. The caller
 * writes the row that owns it, or removes it (`removeStored`).
 */
export async function receive(
  upload: Upload,
  rules: { types: readonly string[]; maxBytes: number },
): Promise<Result<Received, UploadRefusal>> {
  const name = upload.name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[/\\]/g, '_')
    .trim()
    .slice(-200);
  if (!name) return refuse('no_file');
  let stored: Stored;
  try {
    stored = await store(upload.bytes, rules.maxBytes);
  } catch (error) {
    if (error instanceof TooLarge) return refuse('file_too_big', { max: Math.round(rules.maxBytes / 1_000_000) });
    throw error;
  }
  const kind = stored.size > 0 ? await fileKind(() => openStored(stored.storageKey)) : null;
  if (kind && kind === nameKind(name) && rules.types.includes(kind))
    return ok({ ...stored, name, contentType: CONTENT_TYPES[kind] ?? 'application/octet-stream' });
  await removeStored(stored.storageKey);
  return stored.size === 0
    ? refuse('empty_file')
    : refuse('file_type', { types: rules.types.join(', ').toUpperCase() });
}

/** Stores every file of a plain form as it arrives, up to a number and a size each; null when one is too large or there is none. */
export async function storeAll(
  request: Request,
  caps: { upload: number; uploads: number },
): Promise<{ name: string; stored: Stored }[] | 'too_large' | null> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !type.startsWith('multipart/form-data')) return null;
  const form = busboy({
    headers: { 'content-type': type },
    limits: { files: caps.uploads, fields: 5, fieldSize: 1_000 },
    defParamCharset: 'utf8',
    // A folder chosen whole: its sub-folders say whose file it is.
    preservePath: true,
  });
  const storing: Promise<{ name: string; stored: Stored } | null>[] = [];
  const done = new Promise<void>((resolve, reject) => {
    form.on('file', (_field, bytes, { filename }) => {
      if (!filename) return bytes.resume();
      const one = store(bytes, caps.upload).then(
        (stored) => ({ name: filename, stored }),
        () => {
          bytes.resume();
          return null;
        },
      );
      storing.push(one);
      return one;
    });
    form.on('error', reject);
    form.on('close', resolve);
  });
  Readable.fromWeb(request.body as NodeStream)
    .on('error', (error) => form.destroy(error))
    .pipe(form);
  const failed = await done.then(
    () => false,
    () => true,
  );
  const all = await Promise.all(storing);
  const kept = all.filter((one) => one !== null);
  if (!failed && kept.length === all.length) return kept.length > 0 ? kept : null;
  for (const { stored } of kept) await removeStored(stored.storageKey);
  return failed ? null : 'too_large';
}

/** Hands the first file of a plain form to `take` as it arrives; the rest is drained unread. Null: there was none. */
export async function firstFile<T>(request: Request, take: (upload: Upload) => Promise<T>): Promise<T | null> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !type.startsWith('multipart/form-data')) return null;
  const form = busboy({
    headers: { 'content-type': type },
    limits: { files: 1, fields: 5, fieldSize: 1_000 },
    defParamCharset: 'utf8',
  });
  const taken = new Promise<T | null>((resolve, reject) => {
    let found = false;
    form.on('file', (_field, bytes, { filename }) => {
      found = true;
      if (!filename) {
        bytes.resume();
        return resolve(null);
      }
      take({ name: filename, bytes })
        .then(resolve, reject)
        .finally(() => bytes.resume());
    });
    form.on('error', reject);
    form.on('close', () => found || resolve(null));
  });
  Readable.fromWeb(request.body as NodeStream)
    .on('error', (error) => form.destroy(error))
    .pipe(form);
  return taken;
}
