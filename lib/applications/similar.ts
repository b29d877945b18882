/** How near two projects are, in words: the score itself says little to anyone. */
export const NEARNESS = ['near', 'resembling', 'distant'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** Under this, words in common are chance. */
export const LEAST_SCORE = 40;
/** A file is never told to resemble more than this many. */
export const MOST_SIMILAR = 8;

export const nearness = (score: number): Nearness => (score >= 60 ? 'near' : score >= 50 ? 'resembling' : 'distant');

export const VERDICTS = ['same', 'different', 'undecided'] as const;
export type Verdict = (typeof VERDICTS)[number];
