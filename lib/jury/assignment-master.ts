import { asInteger, asLinear, type Highs, type Model, type Outcome, runModel, Sparse } from '../solver';
import type { Readings } from './readings';

/** What is maximised. Every number is whole, so two objectives differ by 1 or not at all. */
export interface Goal {
  /** Points per pair (proposal × jurors + juror), rewards included. */
  weight: Int32Array;
  /** 1 where the pair may be used. */
  allowed: Uint8Array;
  bonus: number;
  /** Cost of missing readers, readings under a minimum or over a maximum, one apart pair together; null: never. */
  penalty: { reader: Tiers; under: Tiers; over: Tiers | null; apart: number | null };
  /** Pairs within every prohibition and maximum, to start from. */
  known?: number[];
  /** Among the pairs marked 1, keep at least so many. */
  keep?: { pairs: Uint8Array; atLeast: number };
  timeLimitSeconds: number;
  /** Worth less than this, some demand is missed whatever is done: the best of the rest is then not proved for long. */
  complete?: number;
}

/** Prices that grow: so many units at a price, then the next; the last has no end. The same one is not always asked to give. */
export type Tiers = readonly { units: number; cost: number }[];

export type Entries = [row: number, value: number][];

/** A column that is not a pair: a shortfall, an excess, or a background present on a proposal. */
export interface Extra {
  kind: 'short' | 'under' | 'over' | 'mix';
  of: number;
  cost: number;
  upper: number;
  entries: Entries;
  column: number;
}

/**
 * The linear program over the pairs taken in so far (columns) and the "at most one of these" rules met so far (rows).
 * Rows: one per proposal, one per juror, one per background and proposal, one for what is kept, then rules as they come.
 */
export class Master {
  readonly columnOf: Int32Array;
  readonly extras: Extra[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  /** proposal × cliques + clique → row. */
  readonly cliqueRow = new Map<number, number>();
  readonly cliquesWith: number[][];
  readonly keepRow: number;
  private readonly mixAt: number;
  private readonly mixes: number;
  private readonly pairs: number[] = [];
  private readonly columnPair: number[] = [];
  private readonly model: Model;

  constructor(
    private readonly highs: Highs,
    readonly readings: Readings,
    readonly goal: Goal,
  ) {
    const { proposals, jurors, backgrounds, cliques, need, min, max } = readings;
    const [P, J] = [proposals.length, jurors.length];
    this.mixAt = P + J;
    this.mixes = goal.bonus > 0 ? backgrounds.length : 0;
    this.keepRow = goal.keep ? this.mixAt + P * this.mixes : -1;
    this.columnOf = new Int32Array(P * J).fill(-1);
    this.cliquesWith = jurors.map((_, j) => cliques.flatMap((clique, c) => (clique.includes(j) ? [c] : [])));
    const { penalty, bonus, keep } = goal;
    for (let i = 0; i < P; i++) this.tiers('short', i, penalty.reader, need, this.row(need, need));
    for (let j = 0; j < J; j++) {
      const row = this.row(min[j]!, max[j]!);
      this.tiers('under', j, penalty.under, min[j]!, row);
      if (penalty.over) this.tiers('over', j, penalty.over, P, row, -1);
    }
    for (let k = 0; k < P * this.mixes; k++)
      this.extra({ kind: 'mix', of: k, cost: -bonus, upper: 1 }, [[this.row(0, highs.infinity), -1]]);
    if (keep) this.row(keep.atLeast, highs.infinity);
    this.model = highs.createModel(this.data());
    this.model.options.set({ ...asLinear });
  }

  private row(lower: number, upper: number): number {
    this.rowUpper.push(upper);
    return this.rowLower.push(lower) - 1;
  }

  private tiers(kind: Extra['kind'], of: number, tiers: Tiers, most: number, row: number, sign = 1) {
    let left = most;
    for (const { units, cost } of tiers) {
      if (left > 0) this.extra({ kind, of, cost, upper: Math.min(units, left) }, [[row, sign]]);
      left -= units;
    }
  }

  private extra(extra: Omit<Extra, 'entries' | 'column'>, entries: Entries): Extra {
    const added = { ...extra, entries, column: this.columnPair.length };
    this.extras.push(added);
    this.columnPair.push(-1);
    return added;
  }

  private data() {
    const columns = new Sparse();
    for (const extra of this.extras) columns.add(extra.entries);
    const [numCols, numRows] = [columns.count, this.rowLower.length];
    return {
      numCols,
      numRows,
      colCost: this.extras.map(({ cost }) => cost),
      colLower: new Float64Array(numCols),
      colUpper: this.extras.map(({ upper }) => upper),
      rowLower: this.rowLower,
      rowUpper: this.rowUpper,
      matrix: columns.matrix('csc', numRows, numCols),
    };
  }

  /** Row of a juror's background on a proposal, −1 when backgrounds do not count or theirs is unknown. */
  mixRow(proposal: number, juror: number): number {
    const background = this.readings.background[juror]!;
    return this.mixes > 0 && background >= 0 ? this.mixAt + proposal * this.mixes + background : -1;
  }

  addPairs(pairs: readonly number[]) {
    if (pairs.length === 0) return;
    const { jurors, proposals, cliques } = this.readings;
    const columns = new Sparse();
    for (const pair of pairs) {
      const [i, j] = [Math.floor(pair / jurors.length), pair % jurors.length];
      const entries: Entries = [
        [i, 1],
        [proposals.length + j, 1],
      ];
      const mix = this.mixRow(i, j);
      if (mix >= 0) entries.push([mix, 1]);
      if (this.goal.keep?.pairs[pair]) entries.push([this.keepRow, 1]);
      for (const clique of this.cliquesWith[j]!) {
        const row = this.cliqueRow.get(i * cliques.length + clique);
        if (row !== undefined) entries.push([row, 1]);
      }
      columns.add(entries);
      this.columnOf[pair] = this.columnPair.length;
      this.columnPair.push(pair);
      this.pairs.push(pair);
    }
    const count = pairs.length;
    this.model.addCols({
      cost: Float64Array.from(pairs, (pair) => -this.goal.weight[pair]!),
      lower: new Float64Array(count),
      upper: new Float64Array(count).fill(1),
      matrix: columns.matrix('csc', this.rowLower.length, count),
    });
  }

  /** Adds the rules "at most one of this clique on this proposal" that `values` breaks. Says how many. */
  addCliqueRows(values: Float64Array): number {
    const { jurors, cliques } = this.readings;
    const load = new Map<number, { sum: number; columns: number[] }>();
    for (const pair of this.pairs) {
      const [i, j] = [Math.floor(pair / jurors.length), pair % jurors.length];
      for (const clique of this.cliquesWith[j]!) {
        const key = i * cliques.length + clique;
        if (this.cliqueRow.has(key)) continue;
        const entry = load.get(key) ?? { sum: 0, columns: [] };
        entry.sum += values[this.columnOf[pair]!]!;
        entry.columns.push(this.columnOf[pair]!);
        load.set(key, entry);
      }
    }
    const broken = [...load].filter(([, { sum }]) => sum > 1 + 1e-6);
    for (const [key, { columns }] of broken) {
      this.cliqueRow.set(key, this.row(-this.highs.infinity, 1));
      const indices = columns.toSorted((a, b) => a - b);
      this.model.addRow(-this.highs.infinity, 1, { indices, values: indices.map(() => 1) });
    }
    return broken.length;
  }

  linear(): { values: Float64Array; duals: Float64Array } {
    // HiGHS calls a model without a column empty, and has no solution to give of it.
    if (this.extras.length + this.pairs.length === 0)
      return { values: new Float64Array(), duals: new Float64Array(this.rowLower.length) };
    const outcome = runModel(this.highs, this.model);
    if (outcome !== 'optimal') throw new Error(`The relaxed assignment ended as ${outcome}`);
    const { colValue, rowDual } = this.model.getSolution();
    return { values: colValue, duals: rowDual };
  }

  /** Branch and bound over the pairs taken in. Costs are whole, so a gap below 1 is no gap. */
  integer(seconds: number): { outcome: Outcome; values: Float64Array; value: number; bound: number } {
    const { integer } = this.highs.constants.variableType;
    this.model.options.set({ ...asInteger, mip_abs_gap: 0.999, time_limit: seconds });
    const columns = Int32Array.from(this.pairs, (pair) => this.columnOf[pair]!);
    this.model.changeColsIntegrality(
      { kind: 'set', indices: columns.sort() },
      new Int32Array(columns.length).fill(integer),
    );
    this.model.zeroAllClocks();
    const outcome = runModel(this.highs, this.model);
    const bound = Number(this.model.info.get('mip_dual_bound'));
    return { outcome, values: this.model.getSolution().colValue, value: this.model.getObjectiveValue(), bound };
  }

  dispose() {
    this.model.dispose();
  }
}
