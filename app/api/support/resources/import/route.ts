import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { missing } from '@/lib/download';
import { checkLibrary } from '@/lib/support/commands/library';
import { mayPublishResource } from '@/lib/support/policy';
import { firstFile } from '@/lib/upload';

/** A zipped folder of the library, streamed and read; then to what it would do, or back with why not. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  if (!sameOrigin(request.headers) || !mayPublishResource(viewer)) return missing();
  const locale = new URL(request.url).searchParams.get('locale') === 'en' ? 'en' : 'fr';
  const checked = await firstFile(request, (upload) => checkLibrary(viewer, upload));
  const query = checked?.ok ? `file=${checked.value.fileId}` : `refused=${checked?.reason ?? 'no_file'}`;
  return new Response(null, { status: 303, headers: { location: `/${locale}/resources/import?${query}` } });
}
