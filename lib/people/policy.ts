import type { Prisma } from '@/lib/generated/prisma/client';
import { isCoordinator, isTeam, personId, type RoleKind, TEAM, type Viewer } from '@/lib/viewer';

/** Whom a viewer sees: everyone, those who show themselves to members, oneself. */
export type PeopleSight = { all: boolean; member: boolean; self: string | null };

/** A member took part: any role but having applied. */
export function peopleSight(viewer: Viewer): PeopleSight {
  const member = viewer.kind === 'person' && viewer.roles.some((role) => role.kind !== 'applicant');
  return { all: isTeam(viewer), member, self: personId(viewer) };
}

/** People who agreed to be shown to this viewer; oneself; everyone for the team. */
export function peopleVisibleTo(viewer: Viewer): Prisma.PersonWhereInput {
  const sight = peopleSight(viewer);
  if (sight.all) return {};
  const shown: Prisma.PersonWhereInput = { visibility: { in: sight.member ? ['public', 'members'] : ['public'] } };
  return { disabledAt: null, OR: sight.self ? [shown, { id: sight.self }] : [shown] };
}

/** The same clause for plain SQL: `p` is the person; parameters n to n + 2 come from `peopleSightValues`. */
export const personVisibleSql = (n: number) =>
  `($${n} OR p.disabled_at IS NULL AND (p.visibility = 'public' OR p.visibility = 'members' AND $${n + 1} OR p.id IS NOT DISTINCT FROM $${n + 2}::uuid))`;

export function peopleSightValues(viewer: Viewer): [boolean, boolean, string | null] {
  const { all, member, self } = peopleSight(viewer);
  return [all, member, self];
}

/** Roles, organisations and other people's records are the coordination's. */
export const mayManagePeople = (viewer: Viewer): boolean => isCoordinator(viewer);

/**
 * Who may give a role: the coordination of its cohort; the team's own roles and those of the whole programme only by
 * someone who coordinates the whole programme.
 */
export function mayGiveRole(viewer: Viewer, kind: RoleKind, cohortId: string | null): boolean {
  if (viewer.kind === 'system') return true;
  if (viewer.kind !== 'person') return false;
  const heads = viewer.roles.filter((role) => role.kind === 'coordinator' || role.kind === 'director');
  const whole = heads.some((role) => role.cohortId === null);
  return whole || (!TEAM.includes(kind) && cohortId !== null && heads.some((role) => role.cohortId === cohortId));
}
