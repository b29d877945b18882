import { asLinear, type Highs, type Model, Sparse } from '../solver';
import type { Entries, Goal, Tiers } from './assignment-master';
import type { ReaderSet } from './assignment-sets';
import type { Readings } from './readings';

export interface Column extends ReaderSet {
  file: number;
}

/** The rows of the program over sets: one per file (exactly one set), one per juror (load), one for what is kept. */
export class SetRows {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly keep: number;
  /** Columns that are there from the start: readings under a minimum or over a maximum. */
  readonly fixed: { cost: number; upper: number; entries: Entries }[] = [];

  constructor(
    highs: Highs,
    private readonly readings: Readings,
    private readonly goal: Goal,
  ) {
    const { proposals, jurors, min, max } = readings;
    for (const _ of proposals) this.row(1, 1);
    jurors.forEach((_, j) => {
      const row = this.row(min[j]!, max[j]!);
      this.tiers(goal.penalty.under, min[j]!, [row, 1]);
      if (goal.penalty.over) this.tiers(goal.penalty.over, proposals.length, [row, -1]);
    });
    this.keep = goal.keep ? this.row(goal.keep.atLeast, highs.infinity) : -1;
  }

  private tiers(tiers: Tiers, most: number, entry: Entries[number]) {
    let left = most;
    for (const { units, cost } of tiers) {
      if (left > 0) this.fixed.push({ cost, upper: Math.min(units, left), entries: [entry] });
      left -= units;
    }
  }

  private row(lower: number, upper: number): number {
    this.upper.push(upper);
    return this.lower.push(lower) - 1;
  }

  entriesOf({ file, jurors: who }: Column): Entries {
    const { proposals, jurors } = this.readings;
    const kept = this.goal.keep ? who.filter((j) => this.goal.keep!.pairs[file * jurors.length + j]).length : 0;
    return [
      [file, 1],
      ...who.map((j): Entries[number] => [proposals.length + j, 1]),
      ...(kept > 0 ? [[this.keep, kept] as Entries[number]] : []),
    ];
  }

  model(highs: Highs): Model {
    const columns = new Sparse();
    for (const { entries } of this.fixed) columns.add(entries);
    const [numCols, numRows] = [this.fixed.length, this.lower.length];
    const model = highs.createModel({
      numCols,
      numRows,
      colCost: this.fixed.map(({ cost }) => cost),
      colLower: new Float64Array(numCols),
      colUpper: this.fixed.map(({ upper }) => upper),
      rowLower: this.lower,
      rowUpper: this.upper,
      matrix: columns.matrix('csc', numRows, numCols),
    });
    model.options.set({ ...asLinear });
    return model;
  }
}
