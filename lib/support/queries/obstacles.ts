import { rows } from '@/lib/db';
import { isDisclosed } from '@/lib/people/disclosed';
import { nameKey } from '@/lib/people/names';
import { isMember, mayLeadObstacle, OBSTACLE_VISIBLE, obstacleValues } from '@/lib/support/policy';
import type { Family } from '@/lib/support/schema';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export type ObstacleRow = {
  id: string;
  title: string;
  family: Family;
  urgency: string;
  audience: string;
  challenge: string | null;
  slug: string | null;
  owner: string | null;
  nextStep: string;
  dueOn: Date | null;
  createdAt: Date;
  escalatedAt: Date | null;
  resolvedAt: Date | null;
};

export type ObstacleFilters = { state?: 'open' | 'resolved'; family?: string; challenge?: string };
export const PAGE = 50;

/** Obstacles the viewer may read: called for help first, then the most urgent, then the oldest. */
export async function obstaclesFor(
  viewer: Viewer,
  filters: ObstacleFilters = {},
  page = 1,
): Promise<{ rows: ObstacleRow[]; total: number }> {
  const found = await rows<ObstacleRow & { total: number }>(
    `SELECT o.id, o.title, o.family, o.urgency, o.audience, c.title AS challenge, c.slug, w.name AS owner, o.next_step AS "nextStep",
       o.due_on AS "dueOn", o.created_at AS "createdAt", o.escalated_at AS "escalatedAt", o.resolved_at AS "resolvedAt", count(*) OVER ()::int AS total
     FROM obstacle o LEFT JOIN challenge c ON c.id = o.challenge_id LEFT JOIN person w ON w.id = o.owner_id
     WHERE ${OBSTACLE_VISIBLE} AND ($6::text IS NULL OR (o.resolved_at IS NULL) = ($6 = 'open'))
       AND ($7::text IS NULL OR o.family = $7) AND ($8::text IS NULL OR c.slug = $8)
     ORDER BY o.resolved_at IS NOT NULL, o.escalated_at IS NULL, array_position(ARRAY['high', 'normal', 'low'], o.urgency), o.created_at
     LIMIT ${PAGE} OFFSET $9`,
    [
      ...obstacleValues(viewer),
      filters.state ?? null,
      filters.family ?? null,
      filters.challenge ?? null,
      (page - 1) * PAGE,
    ],
  );
  return { rows: found.map(({ total: _, ...row }) => row), total: found[0]?.total ?? 0 };
}

export type ObstacleView = ObstacleRow & {
  body: string;
  whatWorked: string;
  by: string | null;
  ownerId: string | null;
  resourceSlug: string | null;
  messages: { id: string; text: string; by: string; at: string }[];
  leads: boolean;
};

export async function obstacleOf(viewer: Viewer, id: string): Promise<ObstacleView | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  const [row] = await rows<
    Omit<ObstacleView, 'leads'> & { createdBy: string; challengeId: string | null; cohortId: string | null }
  >(
    `SELECT o.id, o.title, o.family, o.urgency, o.audience, c.title AS challenge, c.slug, w.name AS owner, o.next_step AS "nextStep",
       o.due_on AS "dueOn", o.created_at AS "createdAt", o.escalated_at AS "escalatedAt", o.resolved_at AS "resolvedAt", o.body,
       o.what_worked AS "whatWorked", a.name AS by, o.owner_id AS "ownerId", o.created_by AS "createdBy", o.challenge_id AS "challengeId",
       o.cohort_id AS "cohortId", r.slug AS "resourceSlug",
       COALESCE((SELECT json_agg(json_build_object('id', m.id, 'text', m.text, 'by', p.name, 'at', m.created_at) ORDER BY m.created_at)
         FROM obstacle_message m JOIN person p ON p.id = m.by_id WHERE m.obstacle_id = o.id), '[]') AS messages
     FROM obstacle o LEFT JOIN challenge c ON c.id = o.challenge_id LEFT JOIN person w ON w.id = o.owner_id
     LEFT JOIN person a ON a.id = o.created_by LEFT JOIN resource r ON r.id = o.resource_id
     WHERE ${OBSTACLE_VISIBLE} AND o.id = $6`,
    [...obstacleValues(viewer), id],
  );
  if (!row) return null;
  const { createdBy, challengeId, cohortId, ...view } = row;
  return { ...view, leads: mayLeadObstacle(viewer, { createdBy, ownerId: row.ownerId, challengeId, cohortId }) };
}

export type Suggestion = {
  /** A `story` is a settled obstacle of another cohort: what worked is passed on, its page is not. */
  kind: 'resource' | 'obstacle' | 'story' | 'person';
  id: string;
  title: string;
  detail: string;
};

/** Someone one may ask to meet: their address stays hidden until they agree. */
const REACHABLE = "p.visibility <> 'private' AND p.disabled_at IS NULL AND p.email IS NOT NULL";

/** What may help: resources and settled obstacles that look alike, by family and words; people who were there before. */
export async function helpFor(
  viewer: Viewer,
  about: { id?: string; family: string; text: string; challenge?: string | null },
): Promise<Suggestion[]> {
  if (viewer.kind === 'visitor') return [];
  const found = await rows<Suggestion>(
    `(SELECT 'resource' AS kind, r.slug AS id, r.title, r.summary AS detail FROM resource r
       WHERE r.published_at IS NOT NULL AND ($6 = ANY(r.families) OR word_similarity($7, r.search_text) > 0.35)
       ORDER BY ($6 = ANY(r.families)) DESC, word_similarity($7, r.search_text) DESC, r.title LIMIT 5)
     UNION ALL
     (SELECT 'obstacle', o.id::text, o.title, o.what_worked FROM obstacle o
       WHERE ${OBSTACLE_VISIBLE} AND o.resolved_at IS NOT NULL AND o.family = $6 AND o.id::text <> $8
       ORDER BY similarity($7, o.title) DESC, o.resolved_at DESC LIMIT 3)
     UNION ALL
     (SELECT 'story', o.id::text, concat_ws(', ', o.title, h.name), o.what_worked FROM obstacle o LEFT JOIN cohort h ON h.id = o.cohort_id
       WHERE $10::boolean AND NOT ${OBSTACLE_VISIBLE} AND o.audience = 'teams' AND o.resolved_at IS NOT NULL AND o.family = $6
       ORDER BY similarity($7, o.title) DESC, o.resolved_at DESC LIMIT 3)
     UNION ALL
     (SELECT DISTINCT 'person', p.slug, p.name, c.title FROM challenge here JOIN organisation ho ON ho.id = here.host_id
       JOIN challenge c ON c.cohort_id <> here.cohort_id JOIN organisation o ON o.id = c.host_id AND (o.id = ho.id OR o.parent_id = ho.parent_id OR o.id = ho.parent_id)
       JOIN role_assignment ra ON ra.challenge_id = c.id AND ra.kind IN ('fellow', 'operational_mentor')
       JOIN person p ON p.id = ra.person_id AND ${REACHABLE} WHERE here.slug = $9 LIMIT 4)
     UNION ALL
     (SELECT DISTINCT 'person', p.slug, p.name, o.title FROM obstacle o JOIN person p ON p.id = o.resolved_by AND ${REACHABLE}
       WHERE $10::boolean AND o.family = $6 AND o.audience = 'teams' AND o.id::text <> $8 LIMIT 3)`,
    [
      ...obstacleValues(viewer),
      about.family,
      nameKey(about.text).slice(0, 300),
      about.id ?? '',
      about.challenge ?? '',
      isMember(viewer),
    ],
  );
  return found.filter(
    (one, index) => found.findIndex((other) => other.kind === one.kind && other.id === one.id) === index,
  );
}

export type AgeRow = {
  cohort: string;
  family: Family;
  open: number;
  resolved: number;
  oldestDays: number | null;
  medianDays: number | null;
};

/** Age and family by cohort, for the coordination: what next year's call should ask about. */
export async function obstacleAges(viewer: Viewer, today: Date): Promise<AgeRow[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<AgeRow>(
    `SELECT COALESCE(h.name, '') AS cohort, o.family, count(*) FILTER (WHERE o.resolved_at IS NULL)::int AS open,
       count(*) FILTER (WHERE o.resolved_at IS NOT NULL)::int AS resolved,
       floor(extract(epoch FROM max($1::timestamptz - o.created_at) FILTER (WHERE o.resolved_at IS NULL)) / 86400)::int AS "oldestDays",
       floor(extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY COALESCE(o.resolved_at, $1) - o.created_at)) / 86400)::int AS "medianDays"
     FROM obstacle o LEFT JOIN cohort h ON h.id = o.cohort_id GROUP BY h.id, o.family ORDER BY h.position DESC NULLS LAST, open DESC, o.family`,
    [today],
  );
}

export type Reporter = { slug: string; title: string };

/** Challenges one may log an obstacle for. */
export async function myChallenges(viewer: Viewer): Promise<Reporter[]> {
  if (viewer.kind !== 'person') return [];
  return rows<Reporter>(
    `SELECT DISTINCT c.slug, c.title FROM role_assignment r JOIN challenge c ON c.id = r.challenge_id JOIN cohort h ON h.id = c.cohort_id
     WHERE r.person_id = $1 AND ${isDisclosed('c.id')} AND r.kind IN ('operational_mentor', 'strategic_mentor', 'fellow') AND (r."to" IS NULL OR r."to" >= current_date)
       AND (h.ends_on IS NULL OR h.ends_on >= current_date - 60) ORDER BY c.title`,
    [viewer.id],
  );
}

export type Owner = { id: string; name: string };

/** Who may own an obstacle: people of its cohort, and the coordination. */
export async function possibleOwners(viewer: Viewer, id: string): Promise<Owner[]> {
  return rows<Owner>(
    `SELECT DISTINCT p.id, p.name FROM obstacle o JOIN role_assignment r ON r.kind IN ('coordinator', 'director')
       OR (r.kind IN ('coach', 'operational_mentor', 'strategic_mentor', 'fellow') AND (r.challenge_id = o.challenge_id OR (r.kind = 'coach' AND r.cohort_id = o.cohort_id)))
     JOIN person p ON p.id = r.person_id AND p.disabled_at IS NULL
     WHERE o.id = $6 AND ${OBSTACLE_VISIBLE} ORDER BY p.name LIMIT 100`,
    [...obstacleValues(viewer), id],
  );
}
