import { expect, test, vi } from 'vitest';
import type { Viewer } from '@/lib/viewer';
import { type Follower, following } from './following';

const visitor: Viewer = { kind: 'visitor' };
const PACE = { tickMs: 5, beatMs: 1_000_000, lifeMs: 1_000_000 };

function room(pace = PACE) {
  const world = { event: '1', digests: new Map<string, string | null>(), reads: 0, asked: 0, down: false };
  const names = new Map<Viewer, string>();
  const all = following(
    {
      newest: async () => {
        world.asked++;
        if (world.down) throw new Error('the database restarts');
        return world.event;
      },
      digests: async (viewer, others) => {
        world.reads++;
        return [viewer, ...others].map((one) => world.digests.get(names.get(one) as string) ?? null);
      },
    },
    pace,
  );
  const join = (name: string, event = '1') => {
    const viewer = { ...visitor };
    names.set(viewer, name);
    const heard: string[] = [];
    const follower: Follower = {
      viewer,
      place: 'stage',
      digest: world.digests.get(name) as string,
      event,
      tell: (digest) => heard.push(digest),
      beat: () => heard.push('beat'),
      end: () => heard.push('end'),
    };
    all.join(follower);
    return { heard, follower };
  };
  return { world, all, join };
}

test('one move is read once for everyone, and told to those alone whose view it changes', async () => {
  const { world, all, join } = room();
  for (const name of ['ana', 'basile', 'chloe']) world.digests.set(name, 'a');
  const [ana, basile, chloe] = [join('ana'), join('basile'), join('chloe')];
  world.digests.set('ana', 'b');
  world.digests.set('chloe', 'b');
  world.event = '2';
  await vi.waitFor(() => expect(ana.heard).toEqual(['b']));
  expect([basile.heard, chloe.heard, world.reads]).toEqual([[], ['b'], 1]);
  for (const { follower } of [ana, basile, chloe]) all.leave(follower);
});

test('what happened between the reading and the joining is told; who may no longer follow is sent away', async () => {
  const { world, all, join } = room();
  world.digests.set('ana', 'a');
  const late = join('ana', '0');
  world.digests.set('ana', 'b');
  await vi.waitFor(() => expect(late.heard).toEqual(['b']));
  world.digests.set('ana', null);
  world.event = '2';
  await vi.waitFor(() => expect(late.heard).toEqual(['b', 'end']));
  all.leave(late.follower);
});

test('a database that is away loses nobody; nobody left, nothing is asked', async () => {
  const { world, all, join } = room();
  world.digests.set('ana', 'a');
  const ana = join('ana');
  world.down = true;
  await vi.waitFor(() => expect(world.asked).toBeGreaterThan(2));
  world.digests.set('ana', 'b');
  [world.event, world.down] = ['2', false];
  await vi.waitFor(() => expect(ana.heard).toEqual(['b']));
  all.leave(ana.follower);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { asked } = world;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(world.asked).toBe(asked);
});

test('a stream ends after its life, so that the browser comes back with its rights looked at again', async () => {
  const { world, join } = room({ tickMs: 5, beatMs: 10, lifeMs: 40 });
  world.digests.set('ana', 'a');
  const { heard } = join('ana');
  await vi.waitFor(() => expect(heard.at(-1)).toBe('end'));
  expect(heard).toContain('beat');
});
