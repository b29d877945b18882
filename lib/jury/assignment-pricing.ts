import type { Master } from './assignment-master';

export interface Pricing {
  /** Lower bound on the cost of any solution whatever, by weak duality: it holds for any duals, whoever computed them. */
  bound: number;
  /** Reduced cost of every pair, allowed or not. */
  reduced: Float64Array;
  dual: Float64Array;
}

/** Prices every pair, in the program or not, against the duals of the rows met so far. */
export function price(master: Master, rowDual: Float64Array): Pricing {
  const { readings, goal, rowLower, rowUpper, cliqueRow } = master;
  const [P, J, C] = [readings.proposals.length, readings.jurors.length, readings.cliques.length];
  const dual = Float64Array.from(rowLower, (_, row) => signed(rowDual[row]!, rowLower[row]!, rowUpper[row]!));
  let bound = 0;
  dual.forEach((value, row) => {
    if (value !== 0) bound += value * (value > 0 ? rowLower[row]! : rowUpper[row]!);
  });
  for (const { cost, upper, entries } of master.extras) {
    let reduced = cost;
    for (const [row, value] of entries) reduced -= value * dual[row]!;
    if (reduced < 0) bound += reduced * upper;
  }
  const reduced = new Float64Array(P * J);
  const shared = new Float64Array(J);
  const keep = master.keepRow >= 0 ? dual[master.keepRow]! : 0;
  for (let i = 0; i < P; i++) {
    for (let j = 0; j < J; j++) {
      const mix = master.mixRow(i, j);
      shared[j] = dual[i]! + dual[P + j]! + (mix >= 0 ? dual[mix]! : 0);
    }
    for (let c = 0; c < C; c++) {
      const row = cliqueRow.get(i * C + c);
      if (row !== undefined && dual[row] !== 0) for (const j of readings.cliques[c]!) shared[j]! += dual[row]!;
    }
    for (let j = 0; j < J; j++) {
      const pair = i * J + j;
      let value = -goal.weight[pair]! - shared[j]!;
      if (keep !== 0 && goal.keep!.pairs[pair]) value -= keep;
      reduced[pair] = value;
      if (value < 0 && goal.allowed[pair]) bound += value;
    }
  }
  return { bound, reduced, dual };
}

/** A dual may only lean on a side its row has: clipping keeps the bound valid. */
function signed(dual: number, lower: number, upper: number): number {
  if (dual > 0 && !(lower > -1e29)) return 0;
  if (dual < 0 && !(upper < 1e29)) return 0;
  return dual;
}

/** For each proposal, the pairs outside the program that would lower the cost most. */
export function entering(master: Master, { reduced }: Pricing, perProposal: number): number[] {
  const J = master.readings.jurors.length;
  const chosen: number[] = [];
  for (let start = 0; start < reduced.length; start += J) {
    const found: number[] = [];
    for (let pair = start; pair < start + J; pair++)
      if (reduced[pair]! < -1e-7 && isOutside(master, pair)) found.push(pair);
    if (found.length > perProposal) found.sort((a, b) => reduced[a]! - reduced[b]! || a - b);
    for (const pair of found.slice(0, perProposal)) chosen.push(pair);
  }
  return chosen;
}

/** Pairs outside the program that a solution better than the one in hand could still use. */
export function within(master: Master, { reduced }: Pricing, gap: number): number[] {
  const pairs: number[] = [];
  reduced.forEach((value, pair) => {
    if (value <= gap + 1e-6 && isOutside(master, pair)) pairs.push(pair);
  });
  return pairs;
}

function isOutside(master: Master, pair: number): boolean {
  return master.columnOf[pair]! < 0 && master.goal.allowed[pair] === 1;
}
