import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { uploadFiles } from '@/lib/exchange/commands/import-files';
import { mayImport } from '@/lib/exchange/policy';
import { firstFile } from '@/lib/upload';

/** Files from elsewhere, from a plain form: streamed, read, then on to their mapping, or back with why not. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  if (!sameOrigin(request.headers) || !mayImport(viewer)) return new Response('Not found', { status: 404 });
  const query = new URL(request.url).searchParams;
  const locale = query.get('locale') === 'en' ? 'en' : 'fr';
  const slug = (query.get('call') ?? '').replace(/[^\w-]/g, '').slice(0, 120);
  const done = await firstFile(request, (file) => uploadFiles(viewer, { ...file, slug })).catch(() => undefined);
  const base = `/${locale}/admin/calls/${slug}/imports`;
  if (done?.ok) return redirected(`${base}/${done.value.id}`);
  if (done && !done.ok && done.reason === 'not_found') return new Response('Not found', { status: 404 });
  const reason = done === undefined ? 'unreadable' : done === null ? 'no_file' : done.reason;
  const detail = done && !done.ok ? String(done.detail?.detail ?? '') : '';
  return redirected(
    `${base}?${new URLSearchParams({ refused: reason, ...(detail ? { detail: detail.slice(0, 100) } : {}) })}`,
  );
}

const redirected = (location: string): Response => new Response(null, { status: 303, headers: { location } });
