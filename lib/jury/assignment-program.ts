import type { Highs } from '../solver';
import { type Goal, Master } from './assignment-master';
import { entering, type Pricing, price, within } from './assignment-pricing';
import { SetProgram } from './assignment-sets-program';
import type { Readings } from './readings';

export interface Solved {
  /** Pairs chosen (proposal × jurors + juror), ascending. */
  pairs: number[];
  objective: number;
  /** No solution whatever is worth more. */
  bound: number;
  /** What forcing a pair in costs, at least, once `slack` is taken off it. */
  reduced: Float64Array;
  /** How far the pairs chosen are from the bound these costs were priced at. */
  slack: number;
}

const START = 3;
const PER_PROPOSAL = 5;
const SECONDS_HOPELESS = 3;
/** Share of the time for the relaxation over sets, and seconds given in any case to find a whole solution. */
const RELAXING = 0.6;
const SECONDS_LEAST = 2;
/** Costs are whole: a bound may be rounded up to the next whole number, within the arithmetic's own error. */
const wholeAbove = (bound: number) => Math.ceil(bound - 1e-4);

/**
 * Column generation. Few pairs enter the linear program but every pair is priced against its duals, so the bound covers
 * all of them. Without apart pairs the program is a network and its optimum is whole; what is to be kept may still break
 * it, and branch and bound then runs on the pairs whose reduced cost leaves them a chance, which loses no better solution.
 * With apart pairs that the optimum would break, the same is written over whole sets of readers (SetProgram).
 */
export function solveProgram(highs: Highs, readings: Readings, goal: Goal): Solved {
  const master = new Master(highs, readings, goal);
  try {
    master.addPairs(firstPairs(readings, goal));
    const { values, pricing } = relax(master);
    const floor = wholeAbove(pricing.bound);
    if (isWhole(master, values) && keepsApart(master, values)) return read(master, values, pricing, floor);
    const deadline = performance.now() + secondsFor(goal, floor) * 1000;
    return readings.apart.length > 0
      ? overSets(highs, master, pricing, deadline)
      : overPairs(master, pricing, deadline);
  } finally {
    master.dispose();
  }
}

/** Where some demand is missed whatever is done, the best of the rest is not worth a long proof. */
function secondsFor({ complete, timeLimitSeconds }: Goal, floor: number): number {
  return complete !== undefined && -floor < complete ? Math.min(timeLimitSeconds, SECONDS_HOPELESS) : timeLimitSeconds;
}

function overPairs(master: Master, pricing: Pricing, deadline: number): Solved {
  const floor = wholeAbove(pricing.bound);
  for (;;) {
    const found = master.integer(Math.max(0.1, (deadline - performance.now()) / 1000));
    const rest = within(master, pricing, found.value - pricing.bound);
    const proved = found.outcome === 'optimal' && rest.length === 0 ? wholeAbove(found.value) : floor;
    if (found.value <= proved + 1e-4 || performance.now() >= deadline)
      return read(master, found.values, pricing, proved);
    master.addPairs(rest);
  }
}

function overSets(highs: Highs, master: Master, pricing: Pricing, deadline: number): Solved {
  const { readings, goal } = master;
  const program = new SetProgram(highs, readings, goal, deadline);
  try {
    if (goal.known) program.addPairs(goal.known);
    const until = (share: number) => performance.now() + share * (deadline - performance.now());
    const floor = program.relax(pricing.dual, master.keepRow < 0 ? 0 : pricing.dual[master.keepRow]!, until(RELAXING));
    const patience = performance.now() + secondsFor(goal, floor) * 1000;
    const found = program.whole(Math.max(Math.min(deadline, patience), performance.now() + SECONDS_LEAST * 1000));
    const { pairs, cost, bound } = found ?? { pairs: goal.known ?? [], cost: Number.POSITIVE_INFINITY, bound: floor };
    const slack = Math.max(0, cost - pricing.bound);
    return { pairs, objective: -cost, bound: -bound, reduced: pricing.reduced, slack };
  } finally {
    program.dispose();
  }
}

/** Best pairs of each proposal by points, ties turned round so that no juror is on everybody's list. */
export function firstPairs({ proposals, jurors, need, pinned }: Readings, { weight, allowed, keep }: Goal): number[] {
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

/** The relaxation, every pair priced; with the "at most one of these" rules that it breaks, if asked. */
export function relax(master: Master, withCliques = false): { values: Float64Array; pricing: Pricing } {
  for (;;) {
    const { values, duals } = master.linear();
    const rows = withCliques ? master.addCliqueRows(values) : 0;
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

function keepsApart({ columnOf, readings: { apart, jurors } }: Master, values: Float64Array): boolean {
  const isGiven = (pair: number) => columnOf[pair]! >= 0 && values[columnOf[pair]!]! > 0.5;
  for (let start = 0; start < columnOf.length; start += jurors.length)
    for (const [a, b] of apart) if (isGiven(start + a) && isGiven(start + b)) return false;
  return true;
}

function read(master: Master, values: Float64Array, pricing: Pricing, lowest: number): Solved {
  const pairs: number[] = [];
  let cost = 0;
  master.columnOf.forEach((column, pair) => {
    if (column < 0 || values[column]! < 0.5) return;
    pairs.push(pair);
    cost -= master.goal.weight[pair]!;
  });
  for (const extra of master.extras) cost += extra.cost * Math.round(values[extra.column]!);
  const slack = Math.max(0, cost - pricing.bound);
  return { pairs, objective: -cost, bound: -Math.min(lowest, cost), reduced: pricing.reduced, slack };
}
