import type { Viewer } from '@/lib/viewer';

export type Follower = {
  viewer: Viewer;
  /** What they follow: a stage's deliberation, or a panel. */
  place: string;
  /** What they were told last. */
  digest: string;
  /** The newest event when that was read. */
  event: string;
  tell: (digest: string) => void;
  beat: () => void;
  end: () => void;
};

type Reads = {
  newest: (viewer: Viewer) => Promise<string>;
  digests: (viewer: Viewer, others: readonly Viewer[], place: string) => Promise<(string | null)[]>;
};
type Pace = { tickMs: number; beatMs: number; lifeMs: number };

/**
 * Everyone who follows something, in one process: one small read a tick for all of them, and when something happened one
 * read a place, whoever follows it. A database that is away is asked again at the next tick: nobody is told less for it.
 */
export function following({ newest, digests }: Reads, { tickMs, beatMs, lifeMs }: Pace) {
  const places = new Map<string, Map<Follower, number>>();
  let running = false;

  const leave = (follower: Follower) => {
    const here = places.get(follower.place);
    here?.delete(follower);
    if (here?.size === 0) places.delete(follower.place);
  };
  const finish = (follower: Follower) => {
    leave(follower);
    follower.end();
  };

  async function look(place: string, event: string) {
    const late = [...(places.get(place)?.keys() ?? [])].filter((one) => one.event !== event);
    const [first, ...others] = late.map(({ viewer }) => viewer);
    if (!first) return;
    const seen = await digests(first, others, place);
    for (const [at, follower] of late.entries()) {
      const digest = seen[at] ?? null;
      follower.event = event;
      if (digest === null) finish(follower);
      else if (digest !== follower.digest) {
        follower.digest = digest;
        follower.tell(digest);
      }
    }
  }

  async function run() {
    running = true;
    let beat = Date.now();
    while (places.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, tickMs));
      const now = Date.now();
      for (const here of [...places.values()])
        for (const [follower, since] of [...here]) if (now - since > lifeMs) finish(follower);
      const all = [...places.values()].flatMap((here) => [...here.keys()]);
      if (now - beat > beatMs) {
        beat = now;
        for (const follower of all) follower.beat();
      }
      const [someone] = all;
      if (!someone) continue;
      try {
        const event = await newest(someone.viewer);
        for (const place of [...places.keys()]) await look(place, event);
      } catch {
        // Asked again at the next tick.
      }
    }
    running = false;
  }

  return {
    join(follower: Follower) {
      const here = places.get(follower.place) ?? new Map<Follower, number>();
      places.set(follower.place, here.set(follower, Date.now()));
      if (!running) void run();
    },
    leave,
  };
}
