import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { missing } from '@/lib/download';
import { attachToResource } from '@/lib/support/commands/attachments';
import { firstFile } from '@/lib/upload';

/** A file from a plain form, streamed; then back to the resource, which says what happened. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const viewer = await currentViewer();
  if (!sameOrigin(request.headers) || viewer.kind !== 'person') return missing();
  const slug = (await params).slug.replace(/[^a-z0-9-]/g, '');
  const locale = new URL(request.url).searchParams.get('locale') === 'en' ? 'en' : 'fr';
  const made = await firstFile(request, (upload) => attachToResource(viewer, slug, upload));
  if (made && !made.ok && made.reason === 'not_found') return missing();
  const said = made?.ok ? 'done=support.done.attached' : `refused=${made?.reason ?? 'no_file'}`;
  return new Response(null, { status: 303, headers: { location: `/${locale}/resources/${slug}?${said}#files` } });
}
