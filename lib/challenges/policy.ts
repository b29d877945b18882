import { hasRole, isTeam, type Viewer } from '@/lib/viewer';

/** What a viewer sees beyond what is published: everything, or the challenges they have a role on. */
export type ChallengeSight = { all: boolean; ids: string[] };

export function challengeSight(viewer: Viewer): ChallengeSight {
  if (isTeam(viewer)) return { all: true, ids: [] };
  if (viewer.kind !== 'person') return { all: false, ids: [] };
  return { all: false, ids: [...new Set(viewer.roles.flatMap((role) => role.challengeId ?? []))] };
}

/** A where-clause: published challenges of published cohorts, one's own, all of them for the team. `c` is the challenge, `k` its cohort; parameters n and n + 1 come from `challengeSight`. */
export const visibleSql = (n: number) => `(c.published AND k.published OR $${n} OR c.id = ANY($${n + 1}::uuid[]))`;

/** Creating and editing belong to the coordination of the challenge's cohort. */
export const mayManageChallenges = (viewer: Viewer, cohortId?: string): boolean =>
  viewer.kind === 'system' || hasRole(viewer, ['coordinator', 'director'], cohortId ? { cohortId } : undefined);
