import { rows } from '@/lib/db';
import { cohortSight, cohortVisibleSql, mayManageCohort } from '@/lib/programme/policy';
import { type CohortSettings, readSettings } from '@/lib/programme/schema';
import type { Viewer } from '@/lib/viewer';

export type CohortCard = {
  id: string;
  slug: string;
  number: string;
  name: string;
  year: number | null;
  startsOn: string | null;
  endsOn: string | null;
  colour: number;
  summary: string;
  published: boolean;
  challenges: number;
  fellows: number;
  mentors: number;
  hosts: number;
};

/** Figures come from rows: a role counts when its challenge is one the viewer may see, whoever holds it (a count names nobody). */
const COUNTED = `LEFT JOIN LATERAL (
    SELECT count(*)::int AS challenges, count(DISTINCT c.host_id)::int AS hosts FROM challenge c
    WHERE c.cohort_id = k.id AND (c.published OR $1)) AS works ON true
  LEFT JOIN LATERAL (
    SELECT count(DISTINCT r.person_id) FILTER (WHERE r.kind = 'fellow')::int AS fellows,
      count(DISTINCT r.person_id) FILTER (WHERE r.kind IN ('operational_mentor', 'strategic_mentor'))::int AS mentors
    FROM role_assignment r LEFT JOIN challenge c ON c.id = r.challenge_id
    WHERE COALESCE(r.cohort_id, c.cohort_id) = k.id AND (c.id IS NULL OR c.published OR $1)) AS team ON true`;
const FIELDS = `k.id, k.slug, k.number, k.name, k.year, k.starts_on::text AS "startsOn", k.ends_on::text AS "endsOn", k.colour, k.summary,
  k.published, works.challenges, works.hosts, team.fellows, team.mentors`;

/** The cohorts the viewer may see, newest first. One query. */
export async function listCohorts(viewer: Viewer): Promise<CohortCard[]> {
  const sight = cohortSight(viewer);
  return rows<CohortCard>(
    `SELECT ${FIELDS} FROM cohort k ${COUNTED} WHERE ${cohortVisibleSql(1)} ORDER BY k.position DESC, k.year DESC NULLS LAST, k.number`,
    [sight.all, sight.ids],
  );
}

export type CohortPage = CohortCard & { settings: CohortSettings };

/** One cohort with its rules; null when absent or unseen. */
export async function cohortBySlug(viewer: Viewer, slug: string): Promise<CohortPage | null> {
  const sight = cohortSight(viewer);
  const [found] = await rows<CohortCard & { settings: unknown }>(
    `SELECT ${FIELDS}, k.settings FROM cohort k ${COUNTED} WHERE k.slug = $3 AND ${cohortVisibleSql(1)}`,
    [sight.all, sight.ids, slug],
  );
  return found ? { ...found, settings: readSettings(found.settings) } : null;
}

/** A cohort for those who manage it: null for everyone else, as for one that does not exist. */
export async function managedCohort(viewer: Viewer, slug: string) {
  const cohort = await cohortBySlug(viewer, slug);
  return cohort && mayManageCohort(viewer, cohort.id) ? cohort : null;
}
