import type { Day } from '@/lib/dates';
import { rows } from '@/lib/db';
import { checklistsVisibleTo } from '@/lib/onboarding/policy';
import type { Bilingual } from '@/lib/onboarding/schema';
import { hasRole, isTeam, type Viewer } from '@/lib/viewer';

export type Cell = { section: string; total: number; closed: number; late: number; blocked: number; started: number };
export type ProgressRow = {
  id: string;
  slug: string;
  title: string;
  host: string | null;
  ministry: string | null;
  arrivesOn: Date | null;
  cells: Cell[];
};
export type Progress = { sections: { key: string; title: Bilingual }[]; rows: ProgressRow[] };

export const mayFollow = (viewer: Viewer): boolean => isTeam(viewer) || hasRole(viewer, ['coach']);

/** Challenges × sections of one list in one cohort: one statement, whatever their number. Null for those who do not follow. */
export async function progressOf(
  viewer: Viewer,
  at: { cohortId: string; templateKey: string },
  today: Day,
): Promise<Progress | null> {
  if (!mayFollow(viewer)) return null;
  const scope = checklistsVisibleTo(viewer);
  const found = await rows<ProgressRow & { sections: { key: string; title: Bilingual }[] | null }>(
    `WITH cells AS (
       SELECT i.checklist_id, i.section_key AS section,
         count(*) FILTER (WHERE i.counts)::int AS total,
         count(*) FILTER (WHERE i.counts AND i.state IN ('done', 'not_applicable'))::int AS closed,
         count(*) FILTER (WHERE i.counts AND i.state NOT IN ('done', 'not_applicable') AND i.due_on < $6::date)::int AS late,
         count(*) FILTER (WHERE i.state = 'blocked')::int AS blocked,
         count(*) FILTER (WHERE i.touched_at IS NOT NULL)::int AS started
       FROM checklist_item i JOIN checklist l ON l.id = i.checklist_id JOIN challenge c ON c.id = l.challenge_id
       WHERE c.cohort_id = $4 AND l.template_key = $5 AND i.retired_at IS NULL
       GROUP BY i.checklist_id, i.section_key)
     SELECT l.id, c.slug, c.title, o.name AS host, m.name AS ministry, COALESCE(l.arrives_on, h.starts_on) AS "arrivesOn",
       (SELECT jsonb_agg(to_jsonb(cells) - 'checklist_id') FROM cells WHERE cells.checklist_id = l.id) AS cells,
       CASE WHEN row_number() OVER (ORDER BY l.created_at DESC) = 1 THEN
         (SELECT jsonb_agg(jsonb_build_object('key', s->>'key', 'title', s->'title'))
          FROM checklist_template t, jsonb_array_elements(t.definition->'sections') s
          WHERE t.id = (SELECT id FROM checklist_template WHERE key = $5 AND published_at IS NOT NULL ORDER BY number DESC LIMIT 1)) END AS sections
     FROM checklist l JOIN challenge c ON c.id = l.challenge_id JOIN cohort h ON h.id = c.cohort_id
     LEFT JOIN organisation o ON o.id = c.host_id LEFT JOIN organisation m ON m.id = COALESCE(o.parent_id, o.id)
     WHERE c.cohort_id = $4 AND l.template_key = $5
       AND ($1::boolean OR c.cohort_id = ANY($2::uuid[]) OR c.id = ANY($3::uuid[]))
     ORDER BY c.title`,
    [scope.all, scope.cohortIds, scope.challengeIds, at.cohortId, at.templateKey, today],
  );
  return {
    sections: found.find((row) => row.sections)?.sections ?? [],
    rows: found.map(({ sections: _, ...row }) => ({ ...row, cells: row.cells ?? [] })),
  };
}

export type FollowedCohort = {
  id: string;
  slug: string;
  name: string;
  lists: { key: string; title: Bilingual; challenges: number }[];
};

/** Cohorts that have lists, the newest first, and which lists: the choices above the table. */
export async function followedCohorts(viewer: Viewer): Promise<FollowedCohort[]> {
  if (!mayFollow(viewer)) return [];
  const scope = checklistsVisibleTo(viewer);
  return rows<FollowedCohort>(
    `SELECT h.id, h.slug, h.name,
       (SELECT jsonb_agg(k ORDER BY k.first) FROM (
          SELECT l.template_key AS key, min(l.definition->'title'->>'fr') AS fr, (array_agg(l.definition->'title'))[1] AS title,
            count(*)::int AS challenges, min(l.created_at) AS first
          FROM checklist l JOIN challenge x ON x.id = l.challenge_id WHERE x.cohort_id = h.id GROUP BY l.template_key) k) AS lists
     FROM cohort h
     WHERE EXISTS (SELECT 1 FROM checklist l JOIN challenge c ON c.id = l.challenge_id
       WHERE c.cohort_id = h.id AND ($1::boolean OR c.cohort_id = ANY($2::uuid[]) OR c.id = ANY($3::uuid[])))
     ORDER BY h.position DESC, h.starts_on DESC NULLS LAST LIMIT 30`,
    [scope.all, scope.cohortIds, scope.challengeIds],
  );
}

export type WithoutList = { id: string; slug: string; title: string; cohort: string };

/** Challenges of running cohorts that have no list yet. */
export async function challengesWithoutList(viewer: Viewer, templateKey: string, today: Day): Promise<WithoutList[]> {
  if (!isTeam(viewer)) return [];
  return rows<WithoutList>(
    `SELECT c.id, c.slug, c.title, h.name AS cohort FROM challenge c JOIN cohort h ON h.id = c.cohort_id
     WHERE (h.ends_on >= $2::date OR (h.ends_on IS NULL AND h.starts_on >= $2::date - 400) OR c.application_id IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM checklist l WHERE l.challenge_id = c.id AND l.template_key = $1)
     ORDER BY h.position DESC, c.title LIMIT 100`,
    [templateKey, today],
  );
}

export type BlockedLine = {
  id: string;
  slug: string;
  challenge: string;
  title: Bilingual;
  about: string | null;
  why: string;
  since: Date | null;
};

/** What is said to be blocked in one list of one cohort, the oldest first, with its reason: where to help today. */
export async function blockedLines(
  viewer: Viewer,
  at: { cohortId: string; templateKey: string },
): Promise<BlockedLine[]> {
  if (!mayFollow(viewer)) return [];
  const scope = checklistsVisibleTo(viewer);
  return rows<BlockedLine>(
    `SELECT i.id, c.slug, c.title AS challenge, i.note AS why, i.touched_at AS since, CASE WHEN i.position_id IS NOT NULL THEN COALESCE(f.name, s.profile) END AS about,
       (SELECT it->'title' FROM jsonb_path_query(l.definition, '$.sections[*].items[*]') it WHERE it->>'key' = i.item_key LIMIT 1) AS title
     FROM checklist_item i JOIN checklist l ON l.id = i.checklist_id JOIN challenge c ON c.id = l.challenge_id
     LEFT JOIN "position" s ON s.id = i.position_id LEFT JOIN person f ON f.id = s.fellow_id
     WHERE c.cohort_id = $4 AND l.template_key = $5 AND i.retired_at IS NULL AND i.state = 'blocked'
       AND ($1::boolean OR c.cohort_id = ANY($2::uuid[]) OR c.id = ANY($3::uuid[]))
     ORDER BY i.touched_at LIMIT 50`,
    [scope.all, scope.cohortIds, scope.challengeIds, at.cohortId, at.templateKey],
  );
}
