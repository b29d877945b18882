import { refusedUpload } from '@/app/api/drafts/refused-upload';
import { startUpload } from '@/lib/applications/commands/upload';
import { AnnouncedFile } from '@/lib/applications/schema';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

/** Announces a file that will come in pieces: 201 with its address, and how much of it is already there. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const receivedAt = systemClock();
  const { id } = await params;
  if (!sameOrigin(request.headers)) return refusedUpload(request, 'not_found');
  const given = AnnouncedFile.safeParse({ ...(await readJson(request)), applicationId: id });
  if (!given.success) return refusedUpload(request, 'malformed');
  const started = await startUpload(await currentViewer(), given.data, receivedAt);
  if (!started.ok) return refusedUpload(request, started.reason, started.detail);
  const { id: upload, received } = started.value;
  return Response.json(
    { id: upload, received },
    { status: 201, headers: { location: `/api/drafts/${id}/uploads/${upload}`, 'cache-control': 'no-store' } },
  );
}

async function readJson(request: Request): Promise<object> {
  const text = await request.text();
  try {
    return text.length < 10_000 ? Object(JSON.parse(text)) : {};
  } catch {
    return {};
  }
}
