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
