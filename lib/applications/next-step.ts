/** What a file awaits next, most pressing first. The order of the CASE in queries/standing.ts is this one. */
export const NEXT_STEPS = [
  'answer_message',
  'review_correction',
  'correction_missed',
  'entrust',
  'await_correction',
  'decide_eligibility',
  'await_answers',
  'send_questions',
  'give_readers',
  'await_readings',
  'decide_preselection',
  'at_jury',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** Steps that are the applicant's or a reader's to take: the team waits. */
export const isWaiting = (step: NextStep): boolean => step.startsWith('await_') || step === 'at_jury';
