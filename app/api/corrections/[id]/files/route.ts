import { attachToCorrection } from '@/lib/applications/commands/attach-correction';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { missing } from '@/lib/download';
import { postedFile } from '@/lib/posted-file';

type Props = { params: Promise<{ id: string }> };
type Done = Awaited<ReturnType<typeof attachToCorrection>>;

const NO_FILE: Done = { ok: false, reason: 'empty_file' };

/** A file for a question of a correction, from a form without scripts, streamed: then back to the correction, which says what happened. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const receivedAt = systemClock();
  const { id } = await params;
  if (!sameOrigin(request.headers) || !/^[0-9a-f-]{36}$/i.test(id)) return missing();
  const query = new URL(request.url).searchParams;
  const plain = (name: string) => (query.get(name) ?? '').replace(/[^\w-]/g, '');
  const viewer = await currentViewer();
  const take = (name: string, bytes: Parameters<typeof attachToCorrection>[1]['bytes']) =>
    attachToCorrection(viewer, { correctionId: id, field: plain('field'), name, bytes }, receivedAt);
  const done = await postedFile(request, take, NO_FILE);
  if (!done.ok && done.reason === 'not_found') return missing();
  const page = `/${query.get('locale') === 'en' ? 'en' : 'fr'}/my-applications/${plain('application')}/corrections/${id}`;
  return new Response(null, {
    status: 303,
    headers: { location: `${page}?${done.ok ? 'saved=1' : `refused=${done.reason}`}#f-${plain('field')}` },
  });
}
