import type { Clock } from '@/lib/clock';
import { rows } from '@/lib/db';
import type { Awaiting } from '@/lib/today';
import type { Viewer } from '@/lib/viewer';

type Pile = { id: string; slug: string; title: string; open: number; due: Date | null };

/** Checklists of the challenges that the viewer prepares, with the next date. */
export async function awaitingChecklists(viewer: Viewer, _clock: Clock): Promise<Awaiting[]> {
  if (viewer.kind !== 'person') return [];
  const piles = await rows<Pile>(
    `SELECT l.id, ch.slug, ch.title, count(i.*) FILTER (WHERE i.state = 'open')::int AS open, min(i.due_on) FILTER (WHERE i.state = 'open') AS due
     FROM checklist l JOIN challenge ch ON ch.id = l.challenge_id JOIN checklist_item i ON i.checklist_id = l.id
     WHERE EXISTS (SELECT 1 FROM role_assignment r WHERE r.challenge_id = ch.id AND r.person_id = $1 AND r.kind IN ('operational_mentor', 'fellow')
       AND (r."to" IS NULL OR r."to" >= current_date))
     GROUP BY l.id, ch.id HAVING count(i.*) FILTER (WHERE i.state = 'open') > 0 ORDER BY due NULLS LAST LIMIT 20`,
    [viewer.id],
  );
  return piles.map((pile) => ({
    id: `checklist:${pile.id}`,
    words: 'prepareArrival',
    values: { count: pile.open, challenge: pile.title },
    href: `/onboarding/${pile.slug}`,
    due: pile.due,
  }));
}
