import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { joinCaps } from '@/lib/exchange/attachments';
import { askJoining } from '@/lib/exchange/commands/ask-joining';
import { mayImport } from '@/lib/exchange/policy';
import { storeAll } from '@/lib/upload';

/** Attachments of imported files, from a plain form: a ZIP, several files or a folder; then back to the page that follows their joining. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [viewer, { id }] = [await currentViewer(), await params];
  if (!sameOrigin(request.headers) || !mayImport(viewer) || !/^[0-9a-f-]{36}$/i.test(id))
    return new Response('Not found', { status: 404 });
  const query = new URL(request.url).searchParams;
  const locale = query.get('locale') === 'en' ? 'en' : 'fr';
  const slug = (query.get('call') ?? '').replace(/[^\w-]/g, '').slice(0, 120);
  const brought = await storeAll(request, joinCaps);
  const back = (refused?: string) =>
    new Response(null, {
      status: 303,
      headers: {
        location: `/${locale}/admin/calls/${slug}/imports/${id}${refused ? `?refused=${refused}` : ''}#attachments`,
      },
    });
  if (brought === null) return back('no_file');
  if (brought === 'too_large') return back('too_large');
  const done = await askJoining(viewer, { slug, importId: id, brought });
  if (!done.ok && done.reason === 'not_found') return new Response('Not found', { status: 404 });
  return back(done.ok ? undefined : done.reason);
}
