import { Draft, type Highs, type Model, runModel, Sparse } from '../solver';
import { greedySets } from './assignment-greedy';
import type { Entries, Goal } from './assignment-master';
import { type Column, SetRows } from './assignment-set-rows';
import { SetSearch } from './assignment-sets';
import type { Readings } from './readings';

/** A whole solution, what it costs, and a cost below which there is none. */
export interface SetSolution {
  pairs: number[];
  cost: number;
  bound: number;
}

/** More sets than this are not all looked at for the proof. */
const SETS = 40_000;
const NO_PRICE = new Float64Array();

/**
 * The same program written over whole sets of readers (Dantzig and Wolfe): one set per file, none holding two who are
 * apart, and only the jurors' loads link the files. Its relaxation sees inside every knot of apart pairs, where "at most
 * one of these" rules stay far from whole numbers. Sets come in by price; the bound is Lagrange's, file by file.
 */
export class SetProgram {
  private readonly columns: Column[] = [];
  private readonly known = new Set<string>();
  private readonly search: SetSearch;
  private readonly model: Model;
  private readonly rows: SetRows;
  private lower = Number.NEGATIVE_INFINITY;
  /** Prices of the rows at the best bound met, and the most a set of each file is worth at them. */
  private price: Float64Array<ArrayBufferLike>;
  private most: Float64Array;
  private values: Float64Array = new Float64Array();

  constructor(
    private readonly highs: Highs,
    private readonly readings: Readings,
    private readonly goal: Goal,
    deadline: number,
  ) {
    this.search = new SetSearch(readings, goal, deadline);
    this.rows = new SetRows(highs, readings, goal);
    this.price = new Float64Array(this.rows.lower.length);
    this.most = new Float64Array(readings.proposals.length);
    this.model = this.rows.model(highs);
  }

  private setsOf(pairs: readonly number[]): number[][] {
    const J = this.readings.jurors.length;
    const sets = this.readings.proposals.map((): number[] => []);
    for (const pair of pairs) sets[Math.floor(pair / J)]!.push(pair % J);
    return sets;
  }

  /** Takes in the sets these pairs make, where no two in them are apart. */
  addPairs(pairs: readonly number[]) {
    this.add(this.setsOf(pairs).map((jurors, file) => ({ file, jurors, worth: this.search.worthOf(file, jurors) })));
  }

  /**
   * Column generation from the prices of the pairs' own relaxation, until no set lowers the cost or time is over.
   * Answers the bound, rounded up: costs are whole.
   */
  relax(prices: Float64Array, keepPrice: number, deadline: number): number {
    const { proposals, jurors } = this.readings;
    const dual = new Float64Array(this.rows.lower.length);
    dual.set(prices.subarray(proposals.length, proposals.length + jurors.length), proposals.length);
    if (this.rows.keep >= 0) dual[this.rows.keep] = keepPrice;
    this.addPairs([]);
    this.add(this.priced(dual));
    for (;;) {
      // What was kept before was in reach once, but perhaps not with the sets at hand.
      if (runModel(this.highs, this.model) !== 'optimal') return this.floor();
      this.values = this.model.getSolution().colValue;
      const cost = this.model.getObjectiveValue();
      const added = this.add(this.priced(this.model.getSolution().rowDual));
      if (added === 0 || this.floor() >= cost - 1e-4 || performance.now() >= deadline) return this.floor();
    }
  }

  private floor = () => Math.ceil(this.lower - 1e-4);

  /**
   * Whole numbers: among the sets that cost nothing at the present prices (a solution as cheap as the bound has no other),
   * among all at hand, then among all that a better solution could still use. Null: none in time.
   */
  whole(deadline: number): SetSolution | null {
    let best = this.relaxed() ?? (this.goal.keep ? null : this.greedy());
    const isDone = () => (best !== null && best.cost <= this.floor() + 1e-4) || performance.now() >= deadline;
    for (const limit of [this.floor() - this.lower + 1e-4, Number.POSITIVE_INFINITY]) {
      if (best && isDone()) break;
      const half = (performance.now() + deadline) / 2;
      const found = this.integer(limit === Number.POSITIVE_INFINITY ? half : Math.min(half, deadline), best, limit);
      if (found && (!best || found.cost < best.cost)) best = found;
    }
    if (!best || isDone()) return best && { ...best, bound: Math.min(best.cost, this.floor()) };
    const gap = best.cost - 1 - this.lower + 1e-4;
    const isAll = this.addWithin(gap);
    const found = this.integer(deadline, best, gap);
    const proved = found && isAll ? Math.ceil(found.bound - 1e-4) : this.floor();
    if (found && found.cost < best.cost) best = found;
    return { ...best, bound: Math.min(best.cost, Math.max(this.floor(), proved)) };
  }

  /** File by file, at the prices of the relaxation first. */
  private greedy(): SetSolution {
    const worthAt = (file: number, round: number) => this.valuesOf(file, round === 0 ? this.price : NO_PRICE);
    const { pairs, cost } = greedySets(this.readings, this.goal, this.search, worthAt);
    this.addPairs(pairs);
    return { pairs, cost, bound: this.floor() };
  }

  /** The relaxation's own solution where it is whole. */
  private relaxed(): SetSolution | null {
    const first = this.rows.fixed.length;
    const isWhole = this.values.subarray(first).every((value) => Math.abs(value - Math.round(value)) < 1e-6);
    return this.values.length > 0 && isWhole ? this.read(this.values) : null;
  }

  private read(values: Float64Array, columns = this.columns): SetSolution {
    const J = this.readings.jurors.length;
    let cost = this.rows.fixed.reduce((sum, extra, at) => sum + extra.cost * Math.round(values[at]!), 0);
    const pairs: number[] = [];
    columns.forEach(({ file, jurors, worth }, at) => {
      if (!(values[this.rows.fixed.length + at]! > 0.5)) return;
      cost -= worth;
      for (const j of jurors) pairs.push(file * J + j);
    });
    return { pairs: pairs.sort((a, b) => a - b), cost, bound: this.floor() };
  }

  /** Takes in the sets that a solution cheaper by `gap` could use. False when they are too many to look at. */
  private addWithin(gap: number): boolean {
    let room = SETS;
    for (let file = 0; file < this.readings.proposals.length; file++) {
      const value = this.valuesOf(file, this.price);
      const sets = this.search.above(file, value, this.most[file]! - gap, room);
      if (!sets) return false;
      room -= this.add(sets.map((set) => ({ file, ...set })));
    }
    return true;
  }

  /** Prices every file's sets; the bound holds for any prices, whoever computed them. */
  private priced(rowDual: Float64Array): Column[] {
    const { proposals } = this.readings;
    const P = proposals.length;
    const dual = rowDual.map((value, row) =>
      value > 0 ? (this.rows.lower[row]! > -1e29 ? value : 0) : this.rows.upper[row]! < 1e29 ? value : 0,
    );
    let bound = 0;
    for (let row = P; row < dual.length; row++)
      if (dual[row] !== 0) bound += dual[row]! * (dual[row]! > 0 ? this.rows.lower[row]! : this.rows.upper[row]!);
    for (const { cost, upper, entries } of this.rows.fixed) {
      const reduced = entries.reduce((sum, [row, value]) => sum - value * dual[row]!, cost);
      if (reduced < 0) bound += reduced * upper;
    }
    const found: Column[] = [];
    const mosts = new Float64Array(P);
    for (let file = 0; file < P; file++) {
      const { found: sets, most } = this.search.best(file, this.valuesOf(file, dual));
      bound -= most;
      mosts[file] = most;
      for (const set of sets.slice(-3)) found.push({ file, ...set });
    }
    if (bound > this.lower) {
      this.lower = bound;
      this.price = dual;
      this.most = mosts;
    }
    return found;
  }

  private valuesOf(file: number, dual: Float64Array): Float64Array {
    const { proposals, jurors } = this.readings;
    const [P, J] = [proposals.length, jurors.length];
    const keep = this.rows.keep >= 0 ? (dual[this.rows.keep] ?? 0) : 0;
    const value = new Float64Array(J);
    for (let j = 0; j < J; j++) {
      const pair = file * J + j;
      value[j] = this.goal.weight[pair]! + (dual[P + j] ?? 0) + (keep !== 0 && this.goal.keep!.pairs[pair] ? keep : 0);
    }
    return value;
  }

  private add(sets: readonly Column[]): number {
    const fresh = sets.filter((set) => {
      set.jurors.sort((a, b) => a - b);
      const key = `${set.file} ${set.jurors}`;
      if (this.known.has(key)) return false;
      this.known.add(key);
      return true;
    });
    if (fresh.length === 0) return 0;
    const matrix = new Sparse();
    for (const set of fresh) matrix.add(this.rows.entriesOf(set));
    this.model.addCols({
      cost: Float64Array.from(fresh, ({ worth }) => -worth),
      lower: new Float64Array(fresh.length),
      upper: new Float64Array(fresh.length).fill(1),
      matrix: matrix.matrix('csc', this.rows.lower.length, fresh.length),
    });
    this.columns.push(...fresh);
    return fresh.length;
  }

  /** Branch and bound over the sets at hand that cost at most `limit` at the present prices. */
  private integer(deadline: number, start: SetSolution | null, limit: number): SetSolution | null {
    const chosen = start && new Set(this.setsOf(start.pairs).map((jurors, file) => `${file} ${jurors}`));
    const isStart = ({ file, jurors }: Column) => chosen?.has(`${file} ${jurors}`) ?? false;
    const columns = this.columns.filter((set) => this.reduced(set) <= limit || isStart(set));
    const draft = new Draft(this.highs);
    const rows = this.rows.lower.map((): Entries => []);
    for (const { cost, upper, entries } of this.rows.fixed) {
      const column = draft.column(cost, 0, upper);
      for (const [row, value] of entries) rows[row]!.push([column, value]);
    }
    for (const set of columns) {
      const column = draft.column(-set.worth, 0, 1);
      for (const [row, value] of this.rows.entriesOf(set)) rows[row]!.push([column, value]);
    }
    rows.forEach((entries, row) => {
      draft.row(this.rows.lower[row]!, this.rows.upper[row]!, entries);
    });
    const seconds = (deadline - performance.now()) / 1000;
    const { found, values, bound } = draft.solve(
      seconds,
      start
        ? {
            indices: columns.map((_, at) => this.rows.fixed.length + at),
            values: columns.map((set) => (isStart(set) ? 1 : 0)),
          }
        : undefined,
    );
    return found ? { ...this.read(values, columns), bound } : null;
  }

  /** What choosing this set costs above the bound. */
  private reduced(set: Column): number {
    const value = this.rows
      .entriesOf(set)
      .reduce((sum, [row, count]) => (row < this.most.length ? sum : sum + count * this.price[row]!), set.worth);
    return this.most[set.file]! - value;
  }

  dispose() {
    this.model.dispose();
  }
}
