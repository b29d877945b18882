import type { Clock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { rows } from '@/lib/db';
import type { Awaiting } from '@/lib/today';
import type { Viewer } from '@/lib/viewer';

type Pile = { id: string; slug: string; key: string; title: string; open: number; due: Date | null };

/** What is left of the lists a person works on: theirs to do, with the nearest due day. */
export async function awaitingChecklists(viewer: Viewer, clock: Clock): Promise<Awaiting[]> {
  if (viewer.kind !== 'person') return [];
  const piles = await rows<Pile>(
    `SELECT l.id, l.template_key AS key, ch.slug, ch.title, count(*)::int AS open,
       (min(i.due_on) + time '23:59') AT TIME ZONE 'Europe/Paris' AS due
     FROM checklist l JOIN challenge ch ON ch.id = l.challenge_id
     JOIN checklist_item i ON i.checklist_id = l.id AND i.retired_at IS NULL AND i.counts AND i.state NOT IN ('done', 'not_applicable')
     LEFT JOIN "position" s ON s.id = i.position_id
     WHERE EXISTS (SELECT 1 FROM role_assignment r WHERE r.challenge_id = ch.id AND r.person_id = $1 AND (r."to" IS NULL OR r."to" >= $2::date)
       AND (r.kind = 'operational_mentor' OR (r.kind::text = i.doer AND (i.position_id IS NULL OR s.fellow_id = $1))))
       AND i.due_on < $2::date + 30
     GROUP BY l.id, ch.id ORDER BY due LIMIT 20`,
    [viewer.id, dayOf(clock())],
  );
  return piles.map((pile) => ({
    id: `checklist:${pile.id}`,
    words: 'prepareArrival',
    values: { count: pile.open, challenge: pile.title },
    href: `/onboarding/${pile.slug}?list=${pile.key}`,
    due: pile.due,
  }));
}
