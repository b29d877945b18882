import type { Day } from '@/lib/dates';
import { rows } from '@/lib/db';
import type { Figures } from '@/lib/onboarding/delays';
import { checklistsVisibleTo } from '@/lib/onboarding/policy';
import { mayFollow } from '@/lib/onboarding/queries/progress';
import type { Bilingual } from '@/lib/onboarding/schema';
import type { Viewer } from '@/lib/viewer';

// Only lines whose day has come are counted: what is not due yet is neither on time nor late.
const LINES = `
  SELECT h.id AS cohort_id, h.slug AS cohort_slug, h.name AS cohort, h.position, c.id AS challenge_id, COALESCE(m.name, '') AS ministry,
    i.item_key, i.section_key, i.doer, l.definition, i.state = 'blocked' AS blocked, i.state IN ('done', 'not_applicable') AS closed,
    CASE WHEN i.state IN ('done', 'not_applicable') THEN (i.closed_at AT TIME ZONE 'Europe/Paris')::date - i.due_on
      ELSE $5::date - i.due_on END AS late
  FROM checklist_item i JOIN checklist l ON l.id = i.checklist_id JOIN challenge c ON c.id = l.challenge_id JOIN cohort h ON h.id = c.cohort_id
  LEFT JOIN organisation o ON o.id = c.host_id LEFT JOIN organisation m ON m.id = COALESCE(o.parent_id, o.id)
  WHERE i.retired_at IS NULL AND i.counts AND i.due_on < $5::date AND l.template_key = $4
    AND ($1::boolean OR c.cohort_id = ANY($2::uuid[]) OR c.id = ANY($3::uuid[]))`;

const FIGURES = `count(DISTINCT challenge_id)::int AS challenges, count(*)::int AS due,
  count(*) FILTER (WHERE closed AND late <= 0)::int AS "onTime", count(*) FILTER (WHERE closed AND late > 0)::int AS "closedLate",
  count(*) FILTER (WHERE NOT closed)::int AS "stillOpen", count(*) FILTER (WHERE blocked)::int AS blocked,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY late) FILTER (WHERE late > 0) AS "medianLate"`;

export type CohortDelay = Figures & { slug: string; name: string };
export type MinistryDelay = Figures & { ministry: string };
export type ItemDelay = Figures & { itemKey: string; title: Bilingual; doer: string };
export type Delays = { cohorts: CohortDelay[]; ministries: MinistryDelay[]; items: ItemDelay[] };

/** How late what was asked came, by cohort, by ministry and by item: what next year's call should ask about earlier. */
export async function delaysOf(viewer: Viewer, templateKey: string, today: Day): Promise<Delays | null> {
  if (!mayFollow(viewer)) return null;
  const scope = checklistsVisibleTo(viewer);
  const values = [scope.all, scope.cohortIds, scope.challengeIds, templateKey, today];
  const [cohorts, ministries, items] = await Promise.all([
    rows<CohortDelay>(
      `WITH lines AS (${LINES}) SELECT cohort_slug AS slug, cohort AS name, ${FIGURES} FROM lines
       GROUP BY cohort_slug, cohort, position ORDER BY position LIMIT 50`,
      values,
    ),
    rows<MinistryDelay>(
      `WITH lines AS (${LINES}) SELECT ministry, ${FIGURES} FROM lines GROUP BY ministry
       ORDER BY count(*) FILTER (WHERE late > 0)::float / count(*) DESC, ministry LIMIT 50`,
      values,
    ),
    rows<ItemDelay>(
      `WITH lines AS (${LINES}) SELECT item_key AS "itemKey", min(doer) AS doer,
         (SELECT it->'title' FROM jsonb_path_query((array_agg(definition ORDER BY position DESC))[1], '$.sections[*].items[*]') it
          WHERE it->>'key' = item_key LIMIT 1) AS title, ${FIGURES}
       FROM lines GROUP BY item_key HAVING count(*) FILTER (WHERE late > 0) > 0
       ORDER BY count(*) FILTER (WHERE late > 0)::float / count(*) DESC, percentile_cont(0.5) WITHIN GROUP (ORDER BY late) DESC LIMIT 50`,
      values,
    ),
  ]);
  return { cohorts, ministries, items: items.filter((one) => one.title !== null) };
}
