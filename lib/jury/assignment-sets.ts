import type { Goal, Tiers } from './assignment-master';
import type { Readings } from './readings';

/** Who reads one file, and what that is worth before any price: points, backgrounds, less the readers missing. */
export interface ReaderSet {
  jurors: number[];
  worth: number;
}

/** The best set of readers of one file at the present prices; no set whatever is worth more than `most`. */
export interface BestSets {
  found: ReaderSet[];
  most: number;
}

/** Nodes of one search: beyond them, or when time is over, the best set met and the bound of what was left out are given. */
const NODES = 50_000;

/** What a search may not go below, and how it takes two who are apart: never, or at this price. */
interface Limits {
  apart: number;
  /** Says, of each set met, below which value a branch may be left. */
  seen: (jurors: readonly number[], worth: number) => number;
}

/** Searches, file by file, the best sets of readers: branch and bound over jurors by decreasing value. */
export class SetSearch {
  /** missing[n]: what n readers missing cost. */
  private readonly missing: number[];
  private readonly near: number[][];
  private readonly apart: number;
  private readonly hits: Int32Array;
  private readonly present: Int32Array;
  /** Group of each juror in a partition into groups all apart: a set holds one of each at most. */
  private readonly group: Int32Array;
  private readonly counted: Int32Array;
  private count = 0;

  constructor(
    private readonly readings: Readings,
    private readonly goal: Goal,
    private readonly deadline: number,
  ) {
    const { jurors, apart, need, backgrounds } = readings;
    this.near = jurors.map(() => []);
    for (const [a, b] of apart) {
      this.near[a]!.push(b);
      this.near[b]!.push(a);
    }
    this.apart = goal.penalty.apart ?? Number.POSITIVE_INFINITY;
    this.missing = costs(goal.penalty.reader, need);
    this.hits = new Int32Array(jurors.length);
    this.present = new Int32Array(backgrounds.length);
    this.group = partition(this.near);
    this.counted = new Int32Array(jurors.length);
  }

  worthOf(file: number, jurors: readonly number[]): number {
    const { need, background, jurors: all } = this.readings;
    const known = new Set(jurors.map((j) => background[j]!).filter((at) => at >= 0));
    const points = jurors.reduce((sum, j) => sum + this.goal.weight[file * all.length + j]!, 0);
    const together = jurors.reduce(
      (sum, j) => sum + this.near[j]!.filter((k) => k > j && jurors.includes(k)).length,
      0,
    );
    const broken = together > 0 ? together * this.apart : 0;
    return points + this.goal.bonus * known.size - this.missing[need - jurors.length]! - broken;
  }

  /** Every better set met on the way to the best, the best last. `value`: what each juror is worth on this file, prices counted. */
  best(file: number, value: Float64Array): BestSets {
    const found: ReaderSet[] = [];
    let floor = Number.NEGATIVE_INFINITY;
    const seen = (jurors: readonly number[], worth: number) => {
      if (worth <= floor + 1e-9) return floor;
      floor = worth;
      found.push({ jurors: [...jurors], worth: this.worthOf(file, jurors) });
      return floor;
    };
    const { cut, most } = this.search(file, value, { apart: Number.POSITIVE_INFINITY, seen });
    // Two who are apart are looked at together only where that could pay.
    const priced = most - this.apart > floor + 1e-9 ? this.search(file, value, { apart: this.apart, seen }).cut : cut;
    return { found, most: Math.max(floor, cut, priced) };
  }

  /** Every set worth at least `floor` at these values; null when there are more than `limit`. */
  above(file: number, value: Float64Array, floor: number, limit: number): ReaderSet[] | null {
    const found: ReaderSet[] = [];
    const seen = (jurors: readonly number[], worth: number) => {
      if (worth >= floor - 1e-6) found.push({ jurors: [...jurors], worth: this.worthOf(file, jurors) });
      return found.length > limit ? Number.POSITIVE_INFINITY : floor - 1e-6;
    };
    const { cut } = this.search(file, value, { apart: this.apart, seen });
    return found.length > limit || cut > floor - 1e-6 ? null : found;
  }

  /** Visits sets of readers. Answers the bound of what the limit of nodes cut off, and of everything. */
  private search(file: number, value: Float64Array, { apart, seen }: Limits): { cut: number; most: number } {
    const { need, background, jurors } = this.readings;
    const { bonus, allowed } = this.goal;
    const { hits, present, near, missing, group: knot, counted } = this;
    const at = file * jurors.length;
    const mixed = (j: number) => bonus > 0 && background[j]! >= 0;
    const most = (j: number) => value[j]! + (mixed(j) ? bonus : 0);
    const turn = (j: number) => (j + file * 31) % jurors.length;
    const order = jurors.flatMap((_, j) => (allowed[at + j] && value[j]! > Number.NEGATIVE_INFINITY ? [j] : []));
    order.sort((a, b) => most(b) - most(a) || turn(a) - turn(b));
    const allMixed = order.every(mixed);
    const set: number[] = [];
    let groups = 0;
    let [cut, left] = [Number.NEGATIVE_INFINITY, NODES];
    const isHard = apart === Number.POSITIVE_INFINITY;
    const bound = (from: number, sum: number, exclude = isHard) => {
      let best = sum - missing[need - set.length]!;
      let count = set.length;
      const mark = ++this.count;
      let others = allMixed ? present.length - groups : Number.POSITIVE_INFINITY;
      for (let k = from; k < order.length && count < need; k++) {
        if (exclude) {
          if (hits[order[k]!] || counted[knot[order[k]!]!] === mark) continue;
          counted[knot[order[k]!]!] = mark;
        }
        sum += most(order[k]!) - (others-- > 0 ? 0 : bonus);
        best = Math.max(best, sum - missing[need - ++count]!);
      }
      return best;
    };
    const all = bound(0, 0, false);
    let floor = seen(set, -missing[need]!);
    const walk = (from: number, sum: number) => {
      for (let k = from; k < order.length && set.length < need; k++) {
        const j = order[k]!;
        if (hits[j] && isHard) continue;
        const limit = bound(k, sum);
        if (limit <= floor + 1e-9) return;
        if (left-- <= 0 || ((left & 1023) === 0 && performance.now() > this.deadline)) {
          left = 0;
          cut = Math.max(cut, limit);
          return;
        }
        const group = mixed(j) ? background[j]! : -1;
        const added = value[j]! + (group >= 0 && present[group] === 0 ? bonus : 0) - (hits[j] ? hits[j] * apart : 0);
        set.push(j);
        for (const other of near[j]!) hits[other]!++;
        if (group >= 0 && present[group]!++ === 0) groups++;
        floor = seen(set, sum + added - missing[need - set.length]!);
        walk(k + 1, sum + added);
        if (group >= 0 && --present[group]! === 0) groups--;
        for (const other of near[j]!) hits[other]!--;
        set.pop();
      }
    };
    walk(0, 0);
    return { cut, most: all };
  }
}

/** Greedy partition of jurors into groups all apart from each other. */
export function partition(near: readonly (readonly number[])[]): Int32Array {
  const group = new Int32Array(near.length).fill(-1);
  const sets = near.map((list) => new Set(list));
  let count = 0;
  for (let j = 0; j < near.length; j++) {
    if (group[j]! >= 0) continue;
    const members = [j];
    for (const k of near[j]!) if (group[k]! < 0 && members.every((member) => sets[member]!.has(k))) members.push(k);
    for (const member of members) group[member] = count;
    count++;
  }
  return group;
}

/** What 0, 1, … `most` units cost when the price of each grows by tiers. */
export function costs(tiers: Tiers, most: number): number[] {
  const prices = tiers.flatMap(({ units, cost }) => Array.from({ length: Math.min(units, most) }, () => cost));
  return Array.from({ length: most + 1 }, (_, count) => prices.slice(0, count).reduce((sum, cost) => sum + cost, 0));
}
