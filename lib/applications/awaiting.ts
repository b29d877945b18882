import { expectedOf } from '@/lib/applications/queries/expected';
import { transfersTo } from '@/lib/applications/queries/transfers';
import type { Clock } from '@/lib/clock';
import { rows } from '@/lib/db';
import type { Awaiting } from '@/lib/today';
import { isCoordinator, type Viewer } from '@/lib/viewer';

type Draft = { id: string; title: string; closes_at: Date; zone: string };
type Pile = { id: string; slug: string; title: string; count: number };

/** Drafts of the viewer in calls still open; for the coordination, files received and entrusted to nobody. */
export async function awaitingApplications(viewer: Viewer, clock: Clock): Promise<Awaiting[]> {
  if (viewer.kind !== 'person') return [];
  const drafts = await rows<Draft>(
    `SELECT a.id, COALESCE(NULLIF(a.title, ''), c.title) AS title, c.closes_at, c.time_zone AS zone
     FROM application a JOIN call c ON c.id = a.call_id
     WHERE a.state = 'draft' AND c.closes_at > $2
       AND (a.owner_id = $1 OR EXISTS (SELECT 1 FROM application_member m WHERE m.application_id = a.id AND m.person_id = $1 AND m."right" = 'edit'))
     ORDER BY c.closes_at LIMIT 20`,
    [viewer.id, clock()],
  );
  const mine = drafts.map(
    (draft): Awaiting => ({
      id: `draft:${draft.id}`,
      words: 'finishDraft',
      values: { title: draft.title },
      href: `/my-applications/${draft.id}`,
      due: draft.closes_at,
      zone: draft.zone,
    }),
  );
  const proposed = await transfersTo(viewer);
  mine.push(
    ...proposed.map(
      ({ id, application }): Awaiting => ({
        id: `transfer:${id}`,
        words: 'takeFile',
        values: { title: application.title || application.call.title },
        href: `/my-applications/transfers/${id}`,
        due: null,
      }),
    ),
  );
  const expected = await expectedOf(viewer);
  if (!isCoordinator(viewer)) return [...mine, ...expected];
  const piles = await rows<Pile>(
    `SELECT c.id, c.slug, c.title, count(*)::int AS count FROM application a JOIN call c ON c.id = a.call_id
     WHERE a.state = 'submitted' AND a.instructor_id IS NULL AND c.closes_at <= $1 GROUP BY c.id ORDER BY c.closes_at LIMIT 20`,
    [clock()],
  );
  return [
    ...mine,
    ...expected,
    ...piles.map(
      (pile): Awaiting => ({
        id: `intake:${pile.id}`,
        words: 'examineFiles',
        values: { count: pile.count, call: pile.title },
        href: `/admin/calls/${pile.slug}/applications?state=submitted&instructor=none`,
        due: null,
      }),
    ),
  ];
}
