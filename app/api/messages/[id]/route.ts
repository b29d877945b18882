import { sendMessageFile } from '@/lib/applications/commands/message-file';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { missing } from '@/lib/download';

type Props = { params: Promise<{ id: string }> };

/** A little more than the largest file: the rest of the form. */
const MOST_AT_ONCE = 10_100_000;
const PLACES = { team: '/admin/applications/', applicant: '/my-applications/' };

/** A message with a file, from a plain form: then back to the thread, which says what happened. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  if (!sameOrigin(request.headers) || !/^[0-9a-f-]{36}$/i.test(id)) return missing();
  const query = new URL(request.url).searchParams;
  const length = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY);
  const form = length <= MOST_AT_ONCE ? await request.formData().catch(() => null) : null;
  const [file, body] = [form?.get('file'), form?.get('body')];
  const done =
    file instanceof File
      ? await sendMessageFile(
          await currentViewer(),
          {
            applicationId: id,
            body: String(body ?? '')
              .trim()
              .slice(0, 5_000),
            name: file.name,
            bytes: file.stream(),
          },
          systemClock,
        )
      : ({ ok: false, reason: 'file_too_big' } as const);
  if (!done.ok && done.reason === 'not_found') return missing();
  const place = query.get('side') === 'team' ? PLACES.team : PLACES.applicant;
  const page = `/${query.get('locale') === 'en' ? 'en' : 'fr'}${place}${id}/messages`;
  const said = done.ok ? 'done=correspondence.done.fileSent' : `refused=${done.reason}`;
  return new Response(null, { status: 303, headers: { location: `${page}?${said}` } });
}
