import type { Clock } from '@/lib/clock';
import { rows } from '@/lib/db';
import { mayPublishResource } from '@/lib/support/policy';
import type { Awaiting } from '@/lib/today';
import { isCoordinator, type Viewer } from '@/lib/viewer';

type Line = { id: string; kind: 'introduction' | 'obstacle' | 'escalated'; title: string; due: Date | null };

/** Requests to answer, obstacles one has taken on, teams that call the coordination, proposals to publish. */
export async function awaitingSupport(viewer: Viewer, _clock: Clock): Promise<Awaiting[]> {
  if (viewer.kind !== 'person') return [];
  const [lines, [proposals]] = await Promise.all([
    rows<Line>(
      `(SELECT i.id::text, 'introduction' AS kind, p.name AS title, NULL::timestamptz AS due FROM introduction i JOIN person p ON p.id = i.from_id
         WHERE i.to_id = $1 AND i.answered_at IS NULL ORDER BY i.created_at LIMIT 10)
       UNION ALL
       (SELECT o.id::text, 'obstacle', o.title, (o.due_on + time '23:59') AT TIME ZONE 'Europe/Paris' FROM obstacle o WHERE o.owner_id = $1 AND o.resolved_at IS NULL ORDER BY o.due_on LIMIT 10)
       UNION ALL
       (SELECT o.id::text, 'escalated', o.title, (o.due_on + time '23:59') AT TIME ZONE 'Europe/Paris' FROM obstacle o
         WHERE $2::boolean AND o.escalated_at IS NOT NULL AND o.resolved_at IS NULL AND o.owner_id IS DISTINCT FROM $1 ORDER BY o.escalated_at LIMIT 10)`,
      [viewer.id, isCoordinator(viewer)],
    ),
    rows<{ count: number }>(
      'SELECT count(*)::int AS count FROM resource WHERE $1::boolean AND published_at IS NULL AND retired_at IS NULL',
      [mayPublishResource(viewer)],
    ),
  ]);
  const words = { introduction: 'answerIntroduction', obstacle: 'moveObstacle', escalated: 'helpTeam' };
  const awaiting: Awaiting[] = lines.map((line) => ({
    id: `${line.kind}:${line.id}`,
    words: words[line.kind],
    values: { title: line.title },
    href: line.kind === 'introduction' ? '/introductions' : `/obstacles/${line.id}`,
    due: line.due,
  }));
  if (proposals && proposals.count > 0)
    awaiting.push({
      id: 'resources',
      words: 'publishResources',
      values: { count: proposals.count },
      href: '/resources#proposals',
      due: null,
    });
  return awaiting;
}
