import { Readable } from 'node:stream';
import { NextResponse } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { attachment } from '@/lib/jury/queries/attachment';
import { UUID } from '@/lib/jury/queries/stages';
import { openStored } from '@/lib/storage';

/** An attachment of a file given to the juror; anything else is not found. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; file: string }> }) {
  const { id, file } = await params;
  const found = UUID.test(id) ? await attachment(await currentViewer(), id, file) : null;
  if (!found) return new NextResponse('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  return new NextResponse(Readable.toWeb(openStored(found.storageKey)) as ReadableStream, {
    headers: {
      'content-type': found.contentType,
      'content-length': String(found.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
