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
  const first = await digestOf(viewer, stage);
  if (first === null) return new NextResponse('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  return new NextResponse(follow(viewer, stage, first, request.signal), {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}

function follow(viewer: Viewer, stage: string, first: string, gone: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      try {
        say(`retry: 2000\nevent: seen\ndata: ${first}\n\n`);
        let [digest, event] = [first, await newestEvent(viewer)];
        for (let tick = 1; tick < LIFE_TICKS && !gone.aborted; tick++) {
          await new Promise((resolve) => setTimeout(resolve, TICK_MS));
          if (tick % HEARTBEAT_TICKS === 0) say(': still here\n\n');
          const newest = await newestEvent(viewer);
          if (newest === event) continue;
          event = newest;
          const now = await digestOf(viewer, stage);
          if (now === null) break;
          if (now !== digest) say(`event: seen\ndata: ${now}\n\n`);
          digest = now;
        }
        controller.close();
      } catch {
        // The reader left between two ticks: there is nobody to tell.
      }
    },
  });
}
