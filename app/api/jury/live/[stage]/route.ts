import { NextResponse } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { type Follower, following } from '@/lib/jury/following';
import { liveDigests, newestEvent } from '@/lib/jury/queries/live';

/** After ten minutes the browser comes back by itself, and its session and seat are looked at again. */
const everyone = following(
  { newest: newestEvent, digests: liveDigests },
  { tickMs: 200, beatMs: 15_000, lifeMs: 600_000 },
);

/** "Something you may see changed": server-sent events; the page then asks for itself, with its own rights. */
export async function GET(request: Request, { params }: { params: Promise<{ stage: string }> }) {
  const viewer = await currentViewer();
  const { stage: place } = await params;
  // The event first: what happens between the two readings is then told twice rather than never.
  const event = await newestEvent(viewer);
  const [digest] = await liveDigests(viewer, [], place);
  if (!digest) return new NextResponse('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  // A browser that comes back says what it saw last: only what changed meanwhile is told again.
  const seen = request.headers.get('last-event-id');
  return new NextResponse(stream({ viewer, place, digest, event }, seen, request.signal), {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}

const told = (digest: string) => `id: ${digest}\nevent: seen\ndata: ${digest}\n\n`;

function stream(
  start: Pick<Follower, 'viewer' | 'place' | 'digest' | 'event'>,
  seen: string | null,
  gone: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let follower: Follower;
  return new ReadableStream({
    start(controller) {
      // The reader may leave between two words: there is nobody to tell.
      const trying = (act: () => void) => {
        try {
          act();
        } catch {
          everyone.leave(follower);
        }
      };
      const say = (text: string) => trying(() => controller.enqueue(encoder.encode(text)));
      follower = {
        ...start,
        tell: (digest) => say(told(digest)),
        beat: () => say(': still here\n\n'),
        end: () => trying(() => controller.close()),
      };
      say(seen === start.digest ? 'retry: 2000\n\n' : `retry: 2000\n${told(start.digest)}`);
      if (gone.aborted) return;
      everyone.join(follower);
      gone.addEventListener('abort', () => everyone.leave(follower));
    },
    cancel: () => everyone.leave(follower),
  });
}
