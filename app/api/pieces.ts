import { refusedUpload } from '@/app/api/refused-upload';
import {
  abandonUpload,
  type Progress,
  receivePiece,
  startUpload,
  uploadProgress,
} from '@/lib/applications/commands/upload';
import type { Into } from '@/lib/applications/commands/upload-into';
import { AnnouncedFile } from '@/lib/applications/schema';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

/**
 * Files in pieces over HTTP (headers of the IETF draft on resumable uploads), the same for a draft, a correction and
 * a message: `into` says which, null when the address names none.
 */
const UUID = /^[0-9a-f-]{36}$/i;
export const draft = (id: string): Into | null => (UUID.test(id) ? { applicationId: id } : null);
export const correction = (id: string): Into | null => (UUID.test(id) ? { correctionId: id } : null);
export const message = (id: string): Into | null => (UUID.test(id) ? { messageAbout: id } : null);

/** Announces a file that will come in pieces: 201 with its address, and how much of it is already there. */
export async function announce(request: Request, into: Into | null): Promise<Response> {
  const receivedAt = systemClock();
  if (!sameOrigin(request.headers) || !into) return refusedUpload(request, 'not_found');
  const given = AnnouncedFile.safeParse(await readJson(request));
  if (!given.success) return refusedUpload(request, 'malformed');
  const { body: words, ...file } = given.data;
  const started = await startUpload(await currentViewer(), { ...file, words, ...into }, receivedAt);
  if (!started.ok) return refusedUpload(request, started.reason, started.detail);
  const { id: upload, received } = started.value;
  const location = `${new URL(request.url).pathname}/${upload}`;
  return Response.json({ id: upload, received }, { status: 201, headers: { ...PRIVATE, location } });
}

/** How much of a file is there: where the next piece starts. */
export async function progress(into: Into | null, upload: string): Promise<Response> {
  const known = into && UUID.test(upload) ? await uploadProgress(await currentViewer(), into, upload) : null;
  return new Response(null, known ? { status: 204, headers: offsets(known) } : { status: 404, headers: PRIVATE });
}

/** The next piece, at `Upload-Offset`. 204 with where it now stands, 409 with where it really was. */
export async function piece(request: Request, into: Into | null, upload: string): Promise<Response> {
  const receivedAt = systemClock();
  if (!sameOrigin(request.headers) || !into || !UUID.test(upload)) return refusedUpload(request, 'not_found');
  const offset = Number(request.headers.get('upload-offset') ?? 'none');
  if (!Number.isSafeInteger(offset) || offset < 0) return refusedUpload(request, 'malformed');
  // A proxy may send on a body without its length: then what arrives whole is taken as it is.
  const announced = request.headers.get('content-length');
  const length = announced === null ? null : Number(announced);
  const bytes = request.body ?? new Blob([]).stream();
  const done = await receivePiece(await currentViewer(), { ...into, id: upload, offset, length, bytes }, receivedAt);
  if (!done.ok) return refusedUpload(request, done.reason, done.detail);
  return new Response(null, { status: 204, headers: offsets(done.value) });
}

/** Gives the upload up. */
export async function giveUp(request: Request, into: Into | null, upload: string): Promise<Response> {
  if (!sameOrigin(request.headers) || !into || !UUID.test(upload)) return refusedUpload(request, 'not_found');
  const gone = await abandonUpload(await currentViewer(), into, upload);
  return new Response(null, { status: gone ? 204 : 404, headers: PRIVATE });
}

const PRIVATE = { 'cache-control': 'no-store' };

const offsets = ({ received, size, fileId }: Progress) => ({
  ...PRIVATE,
  'upload-offset': String(received),
  'upload-length': String(size),
  'upload-complete': fileId ? '?1' : '?0',
});

async function readJson(request: Request): Promise<object> {
  const text = await request.text();
  try {
    return text.length < 40_000 ? Object(JSON.parse(text)) : {};
  } catch {
    return {};
  }
}
