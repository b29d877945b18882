import { currentViewer } from '@/lib/auth/session';
import { callBySlug } from '@/lib/calls/queries';

/** A form as JSON: the one in force for everyone, the one being prepared for those who prepare it. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params;
  const call = await callBySlug(await currentViewer(), slug);
  const form = call?.draftForm ?? call?.form;
  if (!call || !form) return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(`${JSON.stringify(form.definition, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${call.slug}-v${form.number}.json"`,
      'cache-control': 'private, no-store',
      etag: `"${form.id}-${form.updatedAt.getTime()}"`,
    },
  });
}
