import { Readable } from 'node:stream';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { setSpecification } from '@/lib/calls/commands/specification';
import { specification } from '@/lib/calls/queries/specification';
import { missing } from '@/lib/download';
import { postedFile } from '@/lib/posted-file';
import { openStored } from '@/lib/storage';

type Props = { params: Promise<{ slug: string }> };

/** The specification document of a call, for whoever sees the call. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const found = await specification(await currentViewer(), (await params).slug);
  if (!found) return missing();
  return new Response(Readable.toWeb(openStored(found.storageKey)) as ReadableStream, {
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

/** Sends it, from a plain form; then back to the call, which says what happened. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params;
  const viewer = await currentViewer();
  const locale = new URL(request.url).searchParams.get('locale') === 'en' ? 'en' : 'fr';
  if (!sameOrigin(request.headers)) return missing();
  const done = await postedFile(request, (name, bytes) => setSpecification(viewer, { slug, name, bytes }), {
    ok: false,
    reason: 'no_document',
  } as const);
  if (!done.ok && done.reason === 'not_found') return missing();
  const home = `/${locale}/admin/calls/${encodeURIComponent(slug)}/edit`;
  const said = done.ok ? 'done=calls.done.specification' : `refused=${done.reason}`;
  return new Response(null, { status: 303, headers: { location: `${home}?${said}#specification` } });
}
