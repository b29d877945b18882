import { attachToCorrection } from '@/lib/applications/commands/attach-correction';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { missing } from '@/lib/download';

type Props = { params: Promise<{ id: string }> };

/** What we hold in memory for a form: a browser sends it whole. */
const MOST_AT_ONCE = 25_000_000;

/** A file for a question of a correction, from a plain form: then back to the correction, which says what happened. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const receivedAt = systemClock();
  const { id } = await params;
  if (!sameOrigin(request.headers) || !/^[0-9a-f-]{36}$/i.test(id)) return missing();
  const query = new URL(request.url).searchParams;
  const plain = (name: string) => (query.get(name) ?? '').replace(/[^\w-]/g, '');
  const length = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY);
  const file = length <= MOST_AT_ONCE ? (await request.formData().catch(() => null))?.get('file') : null;
  const done =
    file instanceof File
      ? await attachToCorrection(
          await currentViewer(),
          { correctionId: id, field: plain('field'), name: file.name, bytes: file.stream() },
          receivedAt,
        )
      : ({ ok: false, reason: 'file_too_big' } as const);
  if (!done.ok && done.reason === 'not_found') return missing();
  const page = `/${query.get('locale') === 'en' ? 'en' : 'fr'}/my-applications/${plain('application')}/corrections/${id}`;
  return new Response(null, {
    status: 303,
    headers: { location: `${page}?${done.ok ? 'saved=1' : `refused=${done.reason}`}#f-${plain('field')}` },
  });
}
