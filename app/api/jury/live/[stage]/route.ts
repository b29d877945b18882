import { NextResponse } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { boardDigest, newestEvent } from '@/lib/jury/queries/board';
import { panelDigest } from '@/lib/jury/queries/hearing';
import type { Viewer } from '@/lib/viewer';

const TICK_MS = 1_000;
const HEARTBEAT_TICKS = 15;
/** Then the browser comes back by itself, and its session and seat are looked at again. */
const LIFE_TICKS = 600;

/** What one follows: a stage's deliberation, or a panel. */
const digestOf = async (viewer: Viewer, id: string) => (await boardDigest(viewer, id)) ?? panelDigest(viewer, id);

/** "Something you may see changed": server-sent events; the page then asks for itself, with its own rights. */
export async function GET(request: Request, { params }: { params: Promise<{ stage: string }> }) {
  const viewer = await currentViewer();
  const { stage } = await params;
  // The event first: what happens between the two readings is then told twice rather than never.
  const event = await newestEvent(viewer);
  const now = await digestOf(viewer, stage);
  // A browser that comes back says what it saw last: only what changed meanwhile is told again.
  const seen = request.headers.get('last-event-id');
  if (now === null) return new NextResponse('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  return new NextResponse(follow(viewer, stage, { now, seen, event }, request.signal), {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}

type Start = { now: string; seen: string | null; event: string };

const told = (digest: string) => `id: ${digest}\nevent: seen\ndata: ${digest}\n\n`;

function follow(viewer: Viewer, stage: string, start: Start, gone: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      try {
        say(start.seen === start.now ? 'retry: 2000\n\n' : `retry: 2000\n${told(start.now)}`);
        let { now: digest, event } = start;
        for (let tick = 1; tick < LIFE_TICKS && !gone.aborted; tick++) {
          await new Promise((resolve) => setTimeout(resolve, TICK_MS));
          if (tick % HEARTBEAT_TICKS === 0) say(': still here\n\n');
          const newest = await newestEvent(viewer);
          if (newest === event) continue;
          event = newest;
          const now = await digestOf(viewer, stage);
          if (now === null) break;
          if (now !== digest) say(told(now));
          digest = now;
        }
        controller.close();
      } catch {
        // The reader left between two ticks: there is nobody to tell.
      }
    },
  });
}
