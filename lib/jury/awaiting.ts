import type { Clock } from '@/lib/clock';
import { rows } from '@/lib/db';
import type { Awaiting } from '@/lib/today';
import type { Viewer } from '@/lib/viewer';

type Pile = { id: string; title: string; count: number; closes_at: Date | null };

/** Files given to the viewer and not yet scored, by stage; files they may not read are not counted. */
export async function awaitingReviews(viewer: Viewer, _clock: Clock): Promise<Awaiting[]> {
  if (viewer.kind !== 'person') return [];
  const piles = await rows<Pile>(
    `SELECT s.id, c.title, count(*)::int AS count, s.closes_at
     FROM review_assignment ra JOIN stage s ON s.id = ra.stage_id JOIN call c ON c.id = s.call_id
     LEFT JOIN review r ON r.assignment_id = ra.id
     WHERE ra.juror_id = $1 AND r.sent_at IS NULL AND s.closed_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM conflict k WHERE k.application_id = ra.application_id AND k.person_id = $1 AND k.state <> 'dismissed')
     GROUP BY s.id, c.title ORDER BY s.closes_at NULLS LAST LIMIT 20`,
    [viewer.id],
  );
  return piles.map((pile) => ({
    id: `reviews:${pile.id}`,
    words: 'scoreFiles',
    values: { count: pile.count, call: pile.title },
    href: '/jury',
    due: pile.closes_at,
  }));
}
