import { DATASET_STATES, type DatasetState } from '@/lib/support/states';

export type Stage = {
  state: DatasetState;
  /** Whole days spent there so far, over all its stays; null when it has not been there. */
  days: number | null;
  place: 'behind' | 'here' | 'ahead';
};
type Step = { before: string; after: string; at: string | Date };

const DAY = 86_400_000;

/** The way of a data set, stage by stage: how long each took, where it stands. A refusal shows only when there was one. */
export function wayOf(dataset: { state: string; createdAt: Date; steps: Step[] }, now: Date): Stage[] {
  const moves = dataset.steps
    .filter((step) => step.before !== step.after)
    .map((step) => ({ ...step, at: new Date(step.at) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const spent = new Map<string, number>();
  let state: string = moves[0]?.before ?? dataset.state;
  let since = dataset.createdAt;
  for (const move of moves) {
    spent.set(state, (spent.get(state) ?? 0) + Math.max(0, move.at.getTime() - since.getTime()));
    [state, since] = [move.after, move.at];
  }
  spent.set(state, (spent.get(state) ?? 0) + Math.max(0, now.getTime() - since.getTime()));
  const here = DATASET_STATES.indexOf(dataset.state as DatasetState);
  return DATASET_STATES.filter((one) => one !== 'refused' || spent.has('refused')).map((one) => ({
    state: one,
    days: spent.has(one) ? Math.floor((spent.get(one) ?? 0) / DAY) : null,
    place: one === dataset.state ? 'here' : DATASET_STATES.indexOf(one) < here ? 'behind' : 'ahead',
  }));
}
