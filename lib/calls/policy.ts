import type { Prisma } from '@/lib/generated/prisma/client';
import { hasRole, type Viewer } from '@/lib/viewer';

const MANAGERS = ['coordinator', 'director'] as const;

/** Prepares, publishes, extends a call of this cohort and edits its form. */
export function managesCalls(viewer: Viewer, cohortId: string): boolean {
  return viewer.kind === 'system' || hasRole(viewer, MANAGERS, { cohortId });
}

export const managesSomeCall = (viewer: Viewer): boolean => viewer.kind === 'system' || hasRole(viewer, MANAGERS);

/** Everyone sees published calls; those who manage a cohort see its drafts too. */
export function callsVisibleTo(viewer: Viewer): Prisma.CallWhereInput {
  const managed = callsManagedBy(viewer);
  // Inside an OR, Prisma takes "all" for nothing at all.
  return Object.keys(managed).length === 0 ? {} : { OR: [{ publishedAt: { not: null } }, managed] };
}

export function callsManagedBy(viewer: Viewer): Prisma.CallWhereInput {
  if (viewer.kind === 'system') return {};
  if (viewer.kind !== 'person') return NONE;
  const roles = viewer.roles.filter((role) => (MANAGERS as readonly string[]).includes(role.kind));
  if (roles.some((role) => role.cohortId === null)) return {};
  const cohorts = roles.flatMap((role) => role.cohortId ?? []);
  return cohorts.length > 0 ? { cohortId: { in: cohorts } } : NONE;
}

/** Matches no row: an undefined would match them all. */
const NONE: Prisma.CallWhereInput = { id: { in: [] } };
