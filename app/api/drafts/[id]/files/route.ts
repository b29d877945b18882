import { getTranslations } from 'next-intl/server';
import { type AttachRefusal, attachFile } from '@/lib/applications/commands/attach';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

type Props = { params: Promise<{ id: string }> };

const STATUS: Partial<Record<AttachRefusal, number>> = {
  not_found: 404,
  read_only: 403,
  call_closed: 410,
  not_writable: 423,
  file_too_big: 413,
  busy: 503,
};
/** Without scripts a browser sends the whole form at once; this is what we hold in memory for it. */
const MOST_AT_ONCE = 25_000_000;

/** A file sent by script: its bytes are the body, streamed to storage. */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  const { id, query, locale } = await place(request, params);
  if (!request.body) return Response.json({}, { status: 400 });
  const done = await attach(request, id, query.get('field') ?? '', query.get('name') ?? '', request.body);
  if (done.ok) return Response.json({ id: done.id }, { status: 201 });
  const t = await getTranslations({ locale, namespace: 'applications' });
  return Response.json(
    { reason: done.reason, message: t(`refusals.${done.reason}`, done.detail) },
    { status: STATUS[done.reason] ?? 422 },
  );
}

/** The same from a form without scripts: then back to the section, which says what happened. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { id, query, locale } = await place(request, params);
  const back = `/${locale}/my-applications/${id}/sections/${(query.get('section') ?? '').replace(/\W/g, '')}`;
  const length = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY);
  const file = length <= MOST_AT_ONCE ? (await request.formData().catch(() => null))?.get('file') : null;
  const done =
    file instanceof File
      ? await attach(request, id, query.get('field') ?? '', file.name, file.stream())
      : ({ ok: false, reason: 'file_too_big' } as const);
  const said = done.ok ? '' : `?refused=${done.reason}`;
  return new Response(null, {
    status: 303,
    headers: { location: `${back}${said}#f-${(query.get('field') ?? '').replace(/\W/g, '')}` },
  });
}

async function place(request: Request, params: Props['params']) {
  const query = new URL(request.url).searchParams;
  return { id: (await params).id.replace(/[^\w-]/g, ''), query, locale: query.get('locale') === 'en' ? 'en' : 'fr' };
}

async function attach(request: Request, id: string, field: string, name: string, bytes: ReadableStream<Uint8Array>) {
  const receivedAt = systemClock();
  if (!sameOrigin(request.headers)) return { ok: false, reason: 'not_found', detail: undefined } as const;
  const done = await attachFile(await currentViewer(), { applicationId: id, field, name, bytes }, receivedAt);
  return done.ok
    ? ({ ok: true, id: done.value.id } as const)
    : ({ ok: false, reason: done.reason, detail: done.detail } as const);
}
