export type RoleKind =
  | 'coordinator'
  | 'director'
  | 'communication'
  | 'coach'
  | 'operational_mentor'
  | 'strategic_mentor'
  | 'fellow'
  | 'juror'
  | 'applicant';

/** A role in force today; null means "of every cohort" or "of no challenge in particular". */
export type ViewerRole = { kind: RoleKind; cohortId: string | null; challengeId: string | null };

export type PersonViewer = {
  kind: 'person';
  id: string;
  name: string;
  email: string;
  locale: 'fr' | 'en';
  theme: 'system' | 'light' | 'dark';
  roles: readonly ViewerRole[];
  /** Organisations this person works or worked for. */
  organisationIds: readonly string[];
};
export type Viewer = { kind: 'visitor' } | PersonViewer | { kind: 'system'; job: string };

export const visitor: Viewer = { kind: 'visitor' };
export const system = (job: string): Viewer => ({ kind: 'system', job });

export const TEAM: readonly RoleKind[] = ['coordinator', 'director', 'communication'];

export function hasRole(viewer: Viewer, kinds: readonly RoleKind[], at?: { cohortId?: string; challengeId?: string }) {
  if (viewer.kind !== 'person') return false;
  return viewer.roles.some(
    (role) =>
      kinds.includes(role.kind) &&
      (!at?.cohortId || role.cohortId === null || role.cohortId === at.cohortId) &&
      (!at?.challengeId || role.challengeId === at.challengeId),
  );
}

/** The coordination: sees and does everything of the programme. Jobs act on its behalf. */
export const isCoordinator = (viewer: Viewer): boolean =>
  viewer.kind === 'system' || hasRole(viewer, ['coordinator', 'director']);

/** Coordination and communication: the signed-in team. */
export const isTeam = (viewer: Viewer): boolean => viewer.kind === 'system' || hasRole(viewer, TEAM);

/** The person's id or null: what a where-clause may compare with. */
export const personId = (viewer: Viewer): string | null => (viewer.kind === 'person' ? viewer.id : null);
