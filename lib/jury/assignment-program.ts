import type { Highs } from '../solver';
import { type Extra, type Goal, Master } from './assignment-master';
import { entering, type Pricing, price, within } from './assignment-pricing';
import type { Readings } from './readings';

export interface Solved {
  /** Pairs chosen (proposal × jurors + juror), ascending. */
  pairs: number[];
  /** Shortfalls and excesses used, by kind; `of` is a proposal, a juror, or proposal × cliques + clique. */
  slack: { kind: 'short' | 'under' | 'over' | 'together'; of: number; amount: number }[];
  objective: number;
  /** No solution whatever is worth more. */
  bound: number;
  /** A pair not chosen costs at least so many points if forced in; below 0 for a forbidden pair that would help. */
  reduced: Float64Array;
  /** Prices of the rules, and the row of each "at most one of this clique" (proposal × cliques + clique). */
  dual: Float64Array;
  cliqueRow: ReadonlyMap<number, number>;
}

const START = 3;
const PER_PROPOSAL = 5;
const SECONDS_HOPELESS = 3;
/** Costs are whole: a bound may be rounded up to the next whole number, within the arithmetic's own error. */
const wholeAbove = (bound: number) => Math.ceil(bound - 1e-4);

/**
 * Column and row generation. Few pairs enter the linear program but every pair is priced against its duals, so the
 * bound covers all of them. Without apart pairs the program is a network and its optimum is whole; otherwise branch
 * and bound runs on the pairs whose reduced cost leaves them a chance, which loses no better solution.
 */
export function solveProgram(highs: Highs, readings: Readings, goal: Goal): Solved {
  const master = new Master(highs, readings, goal);
  try {
    master.addPairs(firstPairs(readings, goal));
    const { values, pricing } = relax(master);
    const floor = wholeAbove(pricing.bound);
    if (isWhole(master, values)) return read(master, values, pricing, floor);
    const hopeless = goal.complete !== undefined && -floor < goal.complete;
    const seconds = hopeless ? Math.min(goal.timeLimitSeconds, SECONDS_HOPELESS) : goal.timeLimitSeconds;
    const deadline = performance.now() + seconds * 1000;
    for (;;) {
      master.addCliqueRows();
      const found = master.integer(Math.max(0.1, (deadline - performance.now()) / 1000));
      const rest = within(master, pricing, found.value - pricing.bound);
      const proved = found.outcome === 'optimal' && rest.length === 0 ? wholeAbove(found.value) : floor;
      if (found.value <= proved + 1e-4 || performance.now() >= deadline)
        return read(master, found.values, pricing, proved);
      master.addPairs(rest);
    }
  } finally {
    master.dispose();
  }
}

/** Best pairs of each proposal by points, ties turned round so that no juror is on everybody's list. */
function firstPairs({ proposals, jurors, need, pinned }: Readings, { weight, allowed, keep }: Goal): number[] {
  const J = jurors.length;
  const chosen = new Set<number>(pinned.filter((pair) => allowed[pair]));
  keep?.pairs.forEach((kept, pair) => {
    if (kept && allowed[pair]) chosen.add(pair);
  });
  const order = Array.from({ length: J }, (_, j) => j);
  for (let i = 0; i < proposals.length; i++) {
    const turn = (j: number) => (j + i * 31) % J;
    const list = order.filter((j) => allowed[i * J + j]);
    list.sort((a, b) => weight[i * J + b]! - weight[i * J + a]! || turn(a) - turn(b));
    for (const j of list.slice(0, need * START)) chosen.add(i * J + j);
  }
  return [...chosen].sort((a, b) => a - b);
}

function relax(master: Master): { values: Float64Array; pricing: Pricing } {
  for (;;) {
    const { values, duals } = master.linear();
    const rows = master.addCliqueRows(values);
    const pricing = price(master, duals);
    const pairs = entering(master, pricing, PER_PROPOSAL);
    if (rows === 0 && pairs.length === 0) return { values, pricing };
    master.addPairs(pairs);
  }
}

function isWhole(master: Master, values: Float64Array): boolean {
  return master.columnOf.every(
    (column) => column < 0 || Math.abs(values[column]! - Math.round(values[column]!)) < 1e-6,
  );
}

function read(master: Master, values: Float64Array, pricing: Pricing, lowest: number): Solved {
  const pairs: number[] = [];
  let cost = 0;
  master.columnOf.forEach((column, pair) => {
    if (column < 0 || values[column]! < 0.5) return;
    pairs.push(pair);
    cost -= master.goal.weight[pair]!;
  });
  const slack: Solved['slack'] = [];
  for (const extra of master.extras) {
    const amount = Math.round(values[extra.column]!);
    if (amount === 0) continue;
    cost += extra.cost * amount;
    if (isSlack(extra)) slack.push({ kind: extra.kind, of: extra.of, amount });
  }
  return { pairs, slack, objective: -cost, ...pricing, bound: -Math.min(lowest, cost), cliqueRow: master.cliqueRow };
}

function isSlack(extra: Extra): extra is Extra & { kind: Solved['slack'][number]['kind'] } {
  return extra.kind !== 'mix';
}
