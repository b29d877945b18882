import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { checkUpload } from '@/lib/exchange/commands/uploads';
import { mayImport } from '@/lib/exchange/policy';
import { firstFile } from '@/lib/upload';
import type { Viewer } from '@/lib/viewer';

type Answer = { ok: true; runId: string } | { ok: false; reason: string; detail?: string };

/** An archive of a site, from a plain form: streamed, read, reported; then back to its report, or to the form with why not. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  if (!sameOrigin(request.headers) || !mayImport(viewer)) return new Response('Not found', { status: 404 });
  const locale = new URL(request.url).searchParams.get('locale') === 'en' ? 'en' : 'fr';
  const answer = await received(viewer, request).catch((): Answer => ({ ok: false, reason: 'not_an_archive' }));
  const query = answer.ok
    ? ''
    : `?${new URLSearchParams({ refused: answer.reason, ...(answer.detail ? { detail: answer.detail.slice(0, 300) } : {}) })}`;
  return new Response(null, {
    status: 303,
    headers: { location: `/${locale}/admin/imports${answer.ok ? `/${answer.runId}` : query}` },
  });
}

async function received(viewer: Viewer, request: Request): Promise<Answer> {
  const done = await firstFile(request, (upload) => checkUpload(viewer, upload, systemClock));
  if (!done) return { ok: false, reason: 'no_file' };
  if (done.ok) return { ok: true, runId: done.value.runId };
  return { ok: false, reason: done.reason, detail: String(done.detail?.detail ?? '') };
}
