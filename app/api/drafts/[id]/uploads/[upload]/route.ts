import { refusedUpload } from '@/app/api/drafts/refused-upload';
import { abandonUpload, type Progress, receivePiece, uploadProgress } from '@/lib/applications/commands/upload';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

type Props = { params: Promise<{ id: string; upload: string }> };

const UUID = /^[0-9a-f-]{36}$/i;

/** How much of a file is there: where the next piece starts (headers of the IETF draft on resumable uploads). */
export async function HEAD(_request: Request, { params }: Props): Promise<Response> {
  const { id, upload } = await params;
  const known = UUID.test(id) && UUID.test(upload) ? await uploadProgress(await currentViewer(), id, upload) : null;
  return new Response(null, known ? { status: 204, headers: offsets(known) } : { status: 404, headers: PRIVATE });
}

/** The next piece, at `Upload-Offset`. 204 with where it now stands, 409 with where it really was. */
export async function PATCH(request: Request, { params }: Props): Promise<Response> {
  const receivedAt = systemClock();
  const { id, upload } = await params;
  if (!sameOrigin(request.headers) || !UUID.test(id) || !UUID.test(upload)) return refusedUpload(request, 'not_found');
  const offset = Number(request.headers.get('upload-offset') ?? 'none');
  if (!Number.isSafeInteger(offset) || offset < 0) return refusedUpload(request, 'malformed');
  // A proxy may send on a body without its length: then what arrives whole is taken as it is.
  const announced = request.headers.get('content-length');
  const length = announced === null ? null : Number(announced);
  const bytes = request.body ?? new Blob([]).stream();
  const piece = { applicationId: id, id: upload, offset, length, bytes };
  const done = await receivePiece(await currentViewer(), piece, receivedAt);
  if (!done.ok) return refusedUpload(request, done.reason, done.detail);
  return new Response(null, { status: 204, headers: offsets(done.value) });
}

/** Gives the upload up. */
export async function DELETE(request: Request, { params }: Props): Promise<Response> {
  const { id, upload } = await params;
  if (!sameOrigin(request.headers) || !UUID.test(id) || !UUID.test(upload)) return refusedUpload(request, 'not_found');
  const gone = await abandonUpload(await currentViewer(), id, upload);
  return new Response(null, { status: gone ? 204 : 404, headers: PRIVATE });
}

const PRIVATE = { 'cache-control': 'no-store' };

const offsets = ({ received, size, fileId }: Progress) => ({
  ...PRIVATE,
  'upload-offset': String(received),
  'upload-length': String(size),
  'upload-complete': fileId ? '?1' : '?0',
});
