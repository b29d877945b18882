import type { About, Reason } from './issues';
import { canLink } from './issues';

/** A run is checked (read and reported, nothing written), then applied. */
export const RUN_STATES = ['checked', 'applied'] as const;
export type RunState = (typeof RUN_STATES)[number];
export const TONES = { checked: 'time', applied: 'good' } as const;

export type Act = 'link' | 'create' | 'ignore';

/** Reasons whose « create » means: yes, do it all the same. */
const CONFIRMABLE: readonly Reason[] = ['edited_here', 'removed_here', 'contradictory_role', 'grants_rights'];

/** The answers an issue can be given. A title or a date that contradicts another can only be noted: it is corrected at its source. */
export function actsFor(issue: { reason: Reason; about: About }): Act[] {
  if (issue.reason === 'suspected_duplicate') return ['link', 'create', 'ignore'];
  if (issue.reason === 'unresolved_reference') return ['link', 'ignore'];
  if (issue.reason === 'unknown_cohort') return ['link', 'ignore'];
  if (canLink(issue.reason) && issue.about === 'challenge') return ['link', 'ignore'];
  return CONFIRMABLE.includes(issue.reason) ? ['create', 'ignore'] : ['ignore'];
}
