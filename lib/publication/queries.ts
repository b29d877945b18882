import { challengeSight, visibleSql } from '@/lib/challenges/policy';
import { rows } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

export type ProgrammeFigures = { cohorts: number; challenges: number; fellows: number; hosts: number };

/** The programme in four numbers, counted on the rows the viewer may see; people are counted, not named. */
export async function programmeFigures(viewer: Viewer): Promise<ProgrammeFigures> {
  const sight = challengeSight(viewer);
  const [figures] = await rows<ProgrammeFigures>(
    `WITH seen AS (SELECT c.id, c.cohort_id, c.host_id FROM challenge c JOIN cohort k ON k.id = c.cohort_id WHERE ${visibleSql(1)})
     SELECT count(DISTINCT cohort_id)::int AS cohorts, count(*)::int AS challenges, count(DISTINCT host_id)::int AS hosts,
       (SELECT count(DISTINCT r.person_id)::int FROM role_assignment r JOIN seen ON seen.id = r.challenge_id WHERE r.kind = 'fellow') AS fellows
     FROM seen`,
    [sight.all, sight.ids],
  );
  return figures as ProgrammeFigures;
}

export type PublicCall = {
  slug: string;
  title: string;
  summary: string;
  kind: 'projects' | 'candidates';
  opensAt: Date;
  closesAt: Date;
  timeZone: string;
  cohort: string;
  colour: number;
};

/** Published calls of published cohorts, those that close first before the others; drafts are not here, even for the team. */
export async function publicCalls(viewer: Viewer, limit = 100): Promise<PublicCall[]> {
  if (!viewer) return [];
  return rows<PublicCall>(
    `SELECT a.slug, a.title, a.summary, a.kind, a.opens_at AS "opensAt", a.closes_at AS "closesAt", a.time_zone AS "timeZone",
       k.name AS cohort, k.colour
     FROM call a JOIN cohort k ON k.id = a.cohort_id WHERE a.published_at IS NOT NULL AND a.published_at <= now() AND k.published
     ORDER BY (a.closes_at < now()), CASE WHEN a.closes_at >= now() THEN a.closes_at END, a.closes_at DESC LIMIT $1`,
    [limit],
  );
}
