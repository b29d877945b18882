import { hasRole, isCoordinator, isTeam, personId, type RoleKind, type Viewer } from '@/lib/viewer';

const MENTORS: readonly RoleKind[] = ['operational_mentor', 'strategic_mentor'];
const TEAMS: readonly RoleKind[] = [...MENTORS, 'fellow', 'coach'];

/** Those who live in the programme: teams, coaches, the coordination. Jurors and applicants are not. */
export const isMember = (viewer: Viewer): boolean => isTeam(viewer) || hasRole(viewer, TEAMS);

const of = (viewer: Viewer, kinds: readonly RoleKind[]) =>
  viewer.kind === 'person' ? viewer.roles.filter((role) => kinds.includes(role.kind)) : [];
const ids = (list: (string | null)[]) => [...new Set(list.flatMap((id) => id ?? []))];

/** What the SQL of obstacles compares with: who I am, where I am in a team, where I mentor. Empty lists mean none. */
export type ObstacleScope = {
  all: boolean;
  me: string | null;
  teamCohorts: string[];
  mentorCohorts: string[];
  everywhere: boolean;
};

export function obstaclesVisibleTo(viewer: Viewer): ObstacleScope {
  const coachEverywhere = of(viewer, ['coach']).some((role) => role.cohortId === null);
  return {
    all: isCoordinator(viewer),
    me: personId(viewer),
    teamCohorts: ids(of(viewer, TEAMS).map((role) => role.cohortId)),
    mentorCohorts: ids(of(viewer, [...MENTORS, 'coach']).map((role) => role.cohortId)),
    everywhere: coachEverywhere,
  };
}

/**
 * `o` is an obstacle: $1 all, $2 me, $3 cohorts of my teams, $4 cohorts where I mentor or coach, $5 coach of all.
 * What is said to the coordination alone is seen by them and by whoever said it, never by teammates.
 */
export const OBSTACLE_VISIBLE = `($1::boolean OR o.created_by = $2::uuid
  OR (o.audience = 'teams' AND (o.cohort_id = ANY($3::uuid[]) OR $5::boolean))
  OR (o.audience = 'mentors' AND (o.cohort_id = ANY($4::uuid[]) OR $5::boolean)))`;
export const obstacleValues = (viewer: Viewer) => {
  const scope = obstaclesVisibleTo(viewer);
  return [scope.all, scope.me, scope.teamCohorts, scope.mentorCohorts, scope.everywhere];
};

type Obstacle = { createdBy: string; ownerId: string | null; challengeId: string | null; cohortId: string | null };

/** Next step, escalation, resolution: who said it, who owns it, the challenge's mentors, coaches, the coordination. */
export function mayLeadObstacle(viewer: Viewer, obstacle: Obstacle): boolean {
  const me = personId(viewer);
  if (isCoordinator(viewer) || (me !== null && (me === obstacle.createdBy || me === obstacle.ownerId))) return true;
  if (obstacle.challengeId && hasRole(viewer, MENTORS, { challengeId: obstacle.challengeId })) return true;
  return obstacle.cohortId !== null && hasRole(viewer, ['coach'], { cohortId: obstacle.cohortId });
}

/** Contacts, data sets and open works of a challenge: its people, its cohort's coaches, the team. */
export function challengeSupportScope(viewer: Viewer): { all: boolean; cohortIds: string[]; challengeIds: string[] } {
  const coach = of(viewer, ['coach']);
  return {
    all: isTeam(viewer) || coach.some((role) => role.cohortId === null),
    cohortIds: ids(coach.map((role) => role.cohortId)),
    challengeIds: ids(of(viewer, [...MENTORS, 'fellow']).map((role) => role.challengeId)),
  };
}

export const maySupport = (viewer: Viewer, challengeId: string): boolean =>
  isCoordinator(viewer) || hasRole(viewer, [...MENTORS, 'fellow'], { challengeId });

/** Anyone signed in reads and proposes; the team publishes. */
export const mayProposeResource = (viewer: Viewer): boolean => viewer.kind === 'person';
export const mayPublishResource = (viewer: Viewer): boolean => isTeam(viewer);
