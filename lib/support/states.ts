export const DATASET_STATES = [
  'not_asked',
  'asked',
  'refused',
  'promised',
  'available',
  'documented',
  'opened',
] as const;
export type DatasetState = (typeof DATASET_STATES)[number];

/** Where a data set may go from where it is: forward, refused and asked again, or back when a promise was not kept. */
const MOVES: Record<DatasetState, readonly DatasetState[]> = {
  not_asked: ['asked', 'available'],
  asked: ['refused', 'promised', 'available'],
  refused: ['asked', 'promised', 'available'],
  promised: ['refused', 'available', 'asked'],
  available: ['documented', 'opened', 'asked'],
  documented: ['opened', 'available'],
  opened: ['documented'],
};

export const mayMove = (from: string, to: string): boolean =>
  (MOVES[from as DatasetState] as readonly string[] | undefined)?.includes(to) ?? false;
export const nextStates = (from: string): readonly DatasetState[] => MOVES[from as DatasetState] ?? [];

type Tone = 'neutral' | 'active' | 'good' | 'time' | 'bad';
export const DATASET_TONES: Record<DatasetState, Tone> = {
  not_asked: 'neutral',
  asked: 'active',
  refused: 'bad',
  promised: 'active',
  available: 'good',
  documented: 'good',
  opened: 'good',
};

/** Waiting for someone else for this long means stuck. */
export const STUCK_DAYS = 30;
export const isStuck = (state: string, since: Date, now: Date): boolean =>
  ['asked', 'refused', 'promised'].includes(state) && now.getTime() - since.getTime() > STUCK_DAYS * 86_400_000;

/** An obstacle in one word: settled, called for help, or open. */
export function obstacleStatus(obstacle: { resolvedAt: Date | null; escalatedAt: Date | null }): {
  key: 'resolved' | 'escalated' | 'open';
  tone: Tone;
} {
  if (obstacle.resolvedAt) return { key: 'resolved', tone: 'good' };
  return obstacle.escalatedAt ? { key: 'escalated', tone: 'bad' } : { key: 'open', tone: 'active' };
}
