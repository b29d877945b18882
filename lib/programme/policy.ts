import { hasRole, isTeam, type Viewer } from '@/lib/viewer';

/** Published cohorts; those where one has a role; all of them for the team. */
export type CohortSight = { all: boolean; ids: string[] };

export function cohortSight(viewer: Viewer): CohortSight {
  if (isTeam(viewer)) return { all: true, ids: [] };
  if (viewer.kind !== 'person') return { all: false, ids: [] };
  return { all: false, ids: [...new Set(viewer.roles.flatMap((role) => role.cohortId ?? []))] };
}

/** A where-clause: published cohorts, one's own, all of them for the team. `k` is the cohort; parameters n and n + 1 come from `cohortSight`. */
export const cohortVisibleSql = (n: number) => `(k.published OR $${n} OR k.id = ANY($${n + 1}::uuid[]))`;

/** Making a cohort needs the coordination of the whole programme; changing one, its own. */
export const mayManageCohort = (viewer: Viewer, cohortId?: string): boolean => {
  if (viewer.kind === 'system') return true;
  if (cohortId) return hasRole(viewer, ['coordinator', 'director'], { cohortId });
  return viewer.kind === 'person' && viewer.roles.some((role) => isHead(role.kind) && role.cohortId === null);
};

const isHead = (kind: string) => kind === 'coordinator' || kind === 'director';
