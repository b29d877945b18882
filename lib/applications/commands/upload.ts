import { Readable } from 'node:stream';
import { fileName } from '@/lib/applications/commands/attach';
import { type Into, type IntoRefusal, mayPut, type Target, within } from '@/lib/applications/commands/upload-into';
import { db, transaction } from '@/lib/db';
import { nameKind } from '@/lib/file-kind';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { openStored, removeStored, type Stored, store, TooLarge } from '@/lib/storage';
import type { Viewer } from '@/lib/viewer';

/**
 * A file in pieces, so that a broken line costs one piece and a reload or another try goes on where it stopped. Each
 * piece is stored whole or not at all; it counts when it is the next one, by a conditional write: two tabs that send
 * the same piece add it once. The last piece puts the file together and attaches it like any other, to a draft, to the
 * answer to a correction, or to a message that leaves with it.
 */
export type UploadRefusal = IntoRefusal | 'wrong_offset' | 'too_many_uploads' | 'broken';
export type Progress = { id: string; size: number; received: number; fileId: string | null };

/** What one request may carry; the browser sends less. */
export const MOST_PIECE = 4_000_000;
const MOST_UPLOADS = 20;
/** Putting pieces together takes a second or two: after this, whoever did it is dead. Less than a page keeps asking. */
const FINISHING_MS = 25_000;

const PROGRESS = { id: true, size: true, received: true, fileId: true } as const;

/** Announces a file, or finds again the same one (question, name, size, date) that stopped on the way. */
export async function startUpload(
  viewer: Viewer,
  given: Into & { field: string; name: string; size: number; modified: number; words?: string },
  receivedAt: Date,
): Promise<Result<Progress, UploadRefusal>> {
  const allowed = await mayPut(viewer, given, given.field, receivedAt);
  if (!allowed.ok) return allowed;
  const { field, person, applicationId } = allowed.value;
  const name = fileName(given.name);
  if (given.size === 0) return refuse('empty_file');
  if (given.size > field.maxBytes) return refuse('file_too_big', { max: Math.round(field.maxBytes / 1_000_000) });
  if (!(field.types as string[]).includes(nameKind(name)))
    return refuse('file_type', { types: field.types.map((one) => one.toUpperCase()).join(', ') });
  const same = {
    correctionId: 'correctionId' in given ? given.correctionId : null,
    applicationId,
    uploadedBy: person.id,
    field: field.id,
    name,
    size: given.size,
    modified: BigInt(given.modified),
  };
  return transaction(async (tx): Promise<Result<Progress, UploadRefusal>> => {
    const begun = await tx.upload.findFirst({
      where: { ...same, fileId: null },
      orderBy: { received: 'desc' },
      select: PROGRESS,
    });
    const words = given.words ?? null;
    // Announced again, with the words as they now stand.
    if (begun) return ok(await tx.upload.update({ where: { id: begun.id }, data: { words }, select: PROGRESS }));
    const waiting = await tx.upload.count({ where: { ...within(given), fileId: null } });
    if (waiting >= MOST_UPLOADS) return refuse('too_many_uploads');
    const made = await tx.upload.create({ data: { ...same, words }, select: PROGRESS });
    const what = { upload: made.id, field: field.id, size: given.size };
    await record(tx, viewer, 'application.upload_begun', { kind: 'application', id: applicationId }, what);
    return ok(made);
  });
}

/** Where an upload stands; null when it is not the viewer's. */
export async function uploadProgress(viewer: Viewer, into: Into, id: string): Promise<Progress | null> {
  if (viewer.kind !== 'person') return null;
  return db.upload.findFirst({ where: { id, ...within(into), uploadedBy: viewer.id }, select: PROGRESS });
}

/** One piece. `length` is what the request announced, if it did: a piece cut short is thrown away and asked for again. */
export async function receivePiece(
  viewer: Viewer,
  given: Into & { id: string; offset: number; length: number | null; bytes: ReadableStream<Uint8Array> },
  receivedAt: Date,
): Promise<Result<Progress, UploadRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const { id, offset } = given;
  const upload = await db.upload.findFirst({
    where: { id, ...within(given), uploadedBy: viewer.id },
    select: { ...PROGRESS, field: true },
  });
  if (!upload) return refuse('not_found');
  if (upload.fileId) return ok(upload);
  const allowed = await mayPut(viewer, given, upload.field, receivedAt);
  if (!allowed.ok) return (await finishedMeanwhile(id)) ?? allowed;
  if (offset !== upload.received) return refuse('wrong_offset', { received: upload.received });
  if (offset < upload.size) {
    const most = Math.min(MOST_PIECE, upload.size - offset);
    let piece: Stored;
    try {
      piece = await store(given.bytes, most);
    } catch (error) {
      // Too much, or a line that broke: nothing of it stays.
      return refuse(error instanceof TooLarge ? 'file_too_big' : 'broken', { max: Math.ceil(most / 1_000_000) });
    }
    const whole = piece.size > 0 && (given.length === null || piece.size === given.length);
    const added =
      whole &&
      (await db.upload.updateMany({
        where: { id, received: offset, fileId: null },
        data: { received: { increment: piece.size }, chunks: { push: piece.storageKey } },
      }));
    if (!added || added.count === 0) {
      await removeStored(piece.storageKey);
      const now = await uploadProgress(viewer, given, id);
      return whole && now ? refuse('wrong_offset', { received: now.received }) : refuse('broken');
    }
    upload.received += piece.size;
  }
  if (upload.received < upload.size) return ok({ id, size: upload.size, received: upload.received, fileId: null });
  return finish(id, allowed.value);
}

/** What another request made of it since: there is no room for a file when that file is this one. */
async function finishedMeanwhile(id: string): Promise<Result<Progress, UploadRefusal> | null> {
  const now = await db.upload.findUnique({ where: { id }, select: { ...PROGRESS, finishingAt: true } });
  if (now?.fileId) return ok(now);
  return now?.finishingAt && now.finishingAt.getTime() > Date.now() - FINISHING_MS ? refuse('busy') : null;
}

/** Puts the pieces together, once, and attaches the file; a refused file leaves nothing behind. */
async function finish(id: string, target: Target): Promise<Result<Progress, UploadRefusal>> {
  const stale = new Date(Date.now() - FINISHING_MS);
  const { count } = await db.upload.updateMany({
    where: { id, fileId: null, OR: [{ finishingAt: null }, { finishingAt: { lt: stale } }] },
    data: { finishingAt: new Date() },
  });
  const upload = await db.upload.findUnique({
    where: { id },
    select: { ...PROGRESS, name: true, words: true, chunks: true },
  });
  if (!upload) return refuse('not_found');
  if (count === 0) return upload.fileId ? ok(upload) : refuse('busy');
  const stored = await store(Readable.from(pieces(upload.chunks)), upload.size);
  const kept = await target.keep(upload.name, stored, upload.words ?? '');
  if (kept.ok) await db.upload.update({ where: { id }, data: { fileId: kept.value.id, chunks: [], words: null } });
  else await db.upload.deleteMany({ where: { id } });
  for (const key of upload.chunks) await removeStored(key);
  return kept.ok ? ok({ ...upload, fileId: kept.value.id }) : kept;
}

async function* pieces(keys: string[]): AsyncGenerator<Buffer> {
  for (const key of keys) yield* openStored(key) as AsyncIterable<Buffer>;
}

/** Gives up an upload: its pieces go at once. */
export async function abandonUpload(viewer: Viewer, into: Into, id: string): Promise<boolean> {
  if (viewer.kind !== 'person') return false;
  const upload = await db.upload.findFirst({
    where: { id, ...within(into), uploadedBy: viewer.id, fileId: null },
    select: { chunks: true },
  });
  if (!upload) return false;
  await db.upload.deleteMany({ where: { id, fileId: null } });
  for (const key of upload.chunks) await removeStored(key);
  return true;
}
