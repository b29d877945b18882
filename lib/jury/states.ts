/** A stage's marking ends by act or by the clock; nothing is written or amended after. */
export const isClosed = (stage: { closed_at: Date | null; closes_at: Date | null }, now: Date): boolean =>
  stage.closed_at !== null || (stage.closes_at !== null && now > stage.closes_at);

export const JUROR_STATES = ['invited', 'accepted', 'declined', 'replaced'] as const;
export type JurorState = (typeof JUROR_STATES)[number];

/** What a seat may become; who declined may be invited again. */
const seatMoves: Record<JurorState, readonly JurorState[]> = {
  invited: ['accepted', 'declined', 'replaced'],
  accepted: ['declined', 'replaced'],
  declined: ['invited', 'accepted', 'replaced'],
  replaced: ['invited'],
};

export const mayAnswer = (before: JurorState, after: JurorState): boolean => seatMoves[before].includes(after);

/** Why someone may not read a file. The last five are found by the product; an owner's is never lifted. */
export const CONFLICT_KINDS = [
  'employer',
  'family',
  'personal',
  'financial',
  'mentor',
  'colleague',
  'opinion_given',
  'other',
  'recusal',
  'named_in_file',
  'organisation',
  'mail_domain',
  'former_organisation',
  'owner',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** Those a juror may declare of themself. */
export const DECLARABLE = CONFLICT_KINDS.slice(0, 8);
/** Those read from the data at each look, until someone signs that they do not matter. */
export const FOUND: readonly ConflictKind[] = ['organisation', 'mail_domain', 'former_organisation'];
