/** The life of a file. A decision is seen by its applicant only once the call's results are published. */
export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'withdrawn',
  'eligible',
  'ineligible',
  'preselected',
  'not_preselected',
  'selected',
  'reserve',
  'not_selected',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** Every move there is; anything else is refused. Going back is a decision too, with its reason. */
const moves: Record<ApplicationState, readonly ApplicationState[]> = {
  draft: ['submitted'],
  submitted: ['submitted', 'draft', 'withdrawn', 'eligible', 'ineligible'],
  withdrawn: ['submitted'],
  eligible: [
    'submitted',
    'ineligible',
    'withdrawn',
    'preselected',
    'not_preselected',
    'selected',
    'reserve',
    'not_selected',
  ],
  ineligible: ['submitted', 'eligible', 'withdrawn'],
  preselected: ['eligible', 'not_preselected', 'withdrawn', 'selected', 'reserve', 'not_selected'],
  not_preselected: ['eligible', 'preselected', 'withdrawn'],
  selected: ['eligible', 'preselected', 'reserve', 'not_selected', 'withdrawn'],
  reserve: ['eligible', 'preselected', 'selected', 'not_selected', 'withdrawn'],
  not_selected: ['eligible', 'preselected', 'selected', 'reserve', 'withdrawn'],
};

export const mayMove = (before: ApplicationState, after: ApplicationState): boolean => moves[before].includes(after);

/** What the team decides before the jury, and from which states; undoing is another act (commands/decide.ts). */
export const TEAM_DECISIONS = ['eligible', 'ineligible', 'submitted', 'preselected', 'not_preselected'] as const;
export type TeamDecision = (typeof TEAM_DECISIONS)[number];
export const DECIDED_FROM: Record<TeamDecision, readonly ApplicationState[]> = {
  eligible: ['submitted', 'ineligible'],
  ineligible: ['submitted', 'eligible'],
  submitted: ['eligible', 'ineligible'],
  preselected: ['eligible', 'not_preselected'],
  not_preselected: ['eligible', 'preselected'],
};

/** What a jury may decide of a file. */
export const VERDICTS = ['preselected', 'not_preselected', 'selected', 'reserve', 'not_selected'] as const;

/** Files a jury may be given: found eligible, or further on. */
export const READABLE_BY_JURY: readonly ApplicationState[] = ['eligible', ...VERDICTS];

/** What the applicant is shown: decisions stay "submitted" until the call's results are published. */
export function stateSeenByApplicant(state: ApplicationState, resultsPublished: boolean): ApplicationState {
  const own = state === 'draft' || state === 'submitted' || state === 'withdrawn';
  if (own) return state;
  if (!resultsPublished) return 'submitted';
  return state;
}
