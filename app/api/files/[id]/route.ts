import { Readable } from 'node:stream';
import { attachedFile } from '@/lib/applications/queries';
import { currentViewer } from '@/lib/auth/session';
import { openStored } from '@/lib/storage';

/** An attached file, to whoever may read what it is attached to; anything else is a 404 like any other. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const file = await attachedFile(await currentViewer(), (await params).id);
  if (!file) return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(Readable.toWeb(openStored(file.storageKey)) as ReadableStream, {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
