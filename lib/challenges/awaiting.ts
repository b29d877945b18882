import { laureatesWaiting } from '@/lib/challenges/queries/managed';
import type { Clock } from '@/lib/clock';
import type { Awaiting } from '@/lib/today';
import type { Viewer } from '@/lib/viewer';

/** Selected files that are not challenges yet: the coordination makes them so. */
export async function awaitingChallenges(viewer: Viewer, _clock: Clock): Promise<Awaiting[]> {
  const laureates = await laureatesWaiting(viewer);
  if (laureates.length === 0) return [];
  const values = { count: laureates.length };
  return [{ id: 'laureates', words: 'makeChallenges', values, href: '/admin/challenges', due: null }];
}
