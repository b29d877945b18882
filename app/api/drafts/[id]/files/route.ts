import { refusedUpload } from '@/app/api/refused-upload';
import { attachFile } from '@/lib/applications/commands/attach';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { postedFile } from '@/lib/posted-file';

type Props = { params: Promise<{ id: string }> };
type Bytes = Parameters<typeof attachFile>[1]['bytes'];
type Done = Awaited<ReturnType<typeof attachFile>>;

const NO_FILE: Done = { ok: false, reason: 'empty_file' };

/** A file in one request: its bytes are the body, streamed to storage. The browser sends long ones in pieces (uploads). */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  const { id, query } = await place(request, params);
  if (!request.body) return refusedUpload(request, 'empty_file');
  const done = await attach(request, id, query.get('field') ?? '', query.get('name') ?? '', request.body);
  if (!done.ok) return refusedUpload(request, done.reason, done.detail);
  return Response.json({ id: done.value.id }, { status: 201 });
}

/** The same from a form without scripts, streamed too: then back to the section, which says what happened. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { id, query, locale } = await place(request, params);
  const field = (query.get('field') ?? '').replace(/\W/g, '');
  const back = `/${locale}/my-applications/${id}/sections/${(query.get('section') ?? '').replace(/\W/g, '')}`;
  const done = await postedFile(request, (name, bytes) => attach(request, id, field, name, bytes), NO_FILE);
  const said = done.ok ? '' : `?${new URLSearchParams({ refused: done.reason, at: field })}`;
  return new Response(null, { status: 303, headers: { location: `${back}${said}#f-${field}` } });
}

async function place(request: Request, params: Props['params']) {
  const query = new URL(request.url).searchParams;
  return { id: (await params).id.replace(/[^\w-]/g, ''), query, locale: query.get('locale') === 'en' ? 'en' : 'fr' };
}

async function attach(request: Request, id: string, field: string, name: string, bytes: Bytes): Promise<Done> {
  const receivedAt = systemClock();
  if (!sameOrigin(request.headers)) return { ok: false, reason: 'not_found' };
  return attachFile(await currentViewer(), { applicationId: id, field, name, bytes }, receivedAt);
}
