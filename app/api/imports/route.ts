import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import busboy from 'busboy';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { checkUpload } from '@/lib/exchange/commands/uploads';
import { mayImport } from '@/lib/exchange/policy';
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

/** The first file of the form; the rest is drained unread. */
async function received(viewer: Viewer, request: Request): Promise<Answer> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !type.startsWith('multipart/form-data')) return { ok: false, reason: 'no_file' };
  const form = busboy({
    headers: { 'content-type': type },
    limits: { files: 1, fields: 5, fieldSize: 1_000 },
    defParamCharset: 'utf8',
  });
  const answer = new Promise<Answer>((resolve, reject) => {
    let file = false;
    form.on('file', (_field, bytes, { filename }) => {
      file = true;
      if (!filename) {
        bytes.resume();
        return resolve({ ok: false, reason: 'no_file' });
      }
      checkUpload(viewer, { name: filename, bytes }, systemClock)
        .then((done) =>
          resolve(
            done.ok
              ? { ok: true, runId: done.value.runId }
              : { ok: false, reason: done.reason, detail: String(done.detail?.detail ?? '') },
          ),
        )
        .catch(reject)
        .finally(() => bytes.resume());
    });
    form.on('error', reject);
    form.on('close', () => file || resolve({ ok: false, reason: 'no_file' }));
  });
  Readable.fromWeb(request.body as NodeStream)
    .on('error', (error) => form.destroy(error))
    .pipe(form);
  return answer;
}
