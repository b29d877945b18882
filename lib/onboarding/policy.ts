import type { Doer } from '@/lib/onboarding/schema';
import { hasRole, isCoordinator, isTeam, personId, type RoleKind, type Viewer } from '@/lib/viewer';

/** Whose checklists a viewer reads: all, or those of some cohorts and challenges. Empty lists mean none. */
export type Scope = { all: boolean; cohortIds: string[]; challengeIds: string[] };

const OF_THE_CHALLENGE: readonly RoleKind[] = ['operational_mentor', 'strategic_mentor', 'fellow'];

export function checklistsVisibleTo(viewer: Viewer): Scope {
  if (isTeam(viewer)) return { all: true, cohortIds: [], challengeIds: [] };
  if (viewer.kind !== 'person') return { all: false, cohortIds: [], challengeIds: [] };
  const coaching = viewer.roles.filter((role) => role.kind === 'coach');
  return {
    all: coaching.some((role) => role.cohortId === null),
    cohortIds: coaching.flatMap((role) => role.cohortId ?? []),
    challengeIds: viewer.roles
      .filter((role) => OF_THE_CHALLENGE.includes(role.kind))
      .flatMap((role) => role.challengeId ?? []),
  };
}

type Place = { challengeId: string; cohortId: string };

export function readsChecklists(viewer: Viewer, place: Place): boolean {
  const scope = checklistsVisibleTo(viewer);
  return scope.all || scope.cohortIds.includes(place.cohortId) || scope.challengeIds.includes(place.challengeId);
}
type Item = Place & { doer: string; fellowId: string | null; perFellow: boolean };

const has = (viewer: Viewer, kind: RoleKind, { challengeId, cohortId }: Place) =>
  viewer.kind === 'person' &&
  viewer.roles.some(
    (role) => role.kind === kind && role.challengeId === challengeId && (role.cohortId ?? cohortId) === cohortId,
  );

/** Fellows see their own lines, not their teammates': a need of accessibility is nobody else's business. */
export function seesEveryFellow(viewer: Viewer, place: Place): boolean {
  return (
    isTeam(viewer) ||
    hasRole(viewer, ['coach'], { cohortId: place.cohortId }) ||
    has(viewer, 'operational_mentor', place) ||
    has(viewer, 'strategic_mentor', place)
  );
}

export const seesItem = (viewer: Viewer, item: Item): boolean =>
  readsChecklists(viewer, item) &&
  (!item.perFellow || seesEveryFellow(viewer, item) || (item.fellowId !== null && item.fellowId === personId(viewer)));

/** The coordination and the operational mentor answer everything; others what is theirs. Coaches and communication read. */
export function mayAnswer(viewer: Viewer, item: Item): boolean {
  if (isCoordinator(viewer) || has(viewer, 'operational_mentor', item)) return true;
  if (has(viewer, 'strategic_mentor', item) && item.doer === 'strategic_mentor') return true;
  if (!has(viewer, 'fellow', item) || item.doer !== 'fellow') return false;
  return !item.perFellow || item.fellowId === personId(viewer);
}

/** Entrusting a line to someone outside, moving the arrival, taking a template's changes. */
export const mayManage = (viewer: Viewer, place: Place): boolean =>
  isCoordinator(viewer) || has(viewer, 'operational_mentor', place);

/** Anyone who sees it may comment, those who only read included. */
export const mayComment = (viewer: Viewer, item: Item): boolean => viewer.kind === 'person' && seesItem(viewer, item);

export function mayAttest(viewer: Viewer, attester: Doer | undefined, item: Item): boolean {
  if (!attester) return false;
  if (isCoordinator(viewer)) return true;
  if (attester === 'operational_mentor' || attester === 'strategic_mentor') return has(viewer, attester, item);
  return (
    attester === 'fellow' && has(viewer, 'fellow', item) && (!item.perFellow || item.fellowId === personId(viewer))
  );
}

/** What a challenge is given to prepare is the coordination's to write; the team reads it. */
export const mayEditTemplates = (viewer: Viewer): boolean => isCoordinator(viewer);
export const mayReadTemplates = (viewer: Viewer): boolean => isTeam(viewer);
