import loadHighs, { type Highs, type Model } from 'highs';

export type { Highs, Model };

let loading: Promise<Highs> | undefined;

/** The HiGHS solver (WebAssembly), loaded once per process. Loading is asynchronous; every solve after it blocks its thread. */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

export type Outcome = 'optimal' | 'infeasible' | 'time_limit';

/** Runs a model and says how it ended; anything HiGHS itself calls an error is thrown. */
export function runModel(highs: Highs, model: Model): Outcome {
  const { modelStatus } = model.run();
  const codes = highs.constants.modelStatus;
  if (modelStatus === codes.optimal || modelStatus === codes.empty) return 'optimal';
  if (modelStatus === codes.infeasible) return 'infeasible';
  if (modelStatus === codes.timeLimit) return 'time_limit';
  throw new Error(`HiGHS ended with status ${modelStatus}`);
}

export const asLinear = { output_flag: false, presolve: 'off', solver: 'simplex', random_seed: 0 } as const;
export const asInteger = {
  output_flag: false,
  presolve: 'on',
  solver: 'choose',
  random_seed: 0,
  mip_rel_gap: 0,
} as const;

/** Columns or rows under construction, in the compressed form HiGHS reads. */
export class Sparse {
  readonly starts: number[] = [0];
  readonly indices: number[] = [];
  readonly values: number[] = [];

  get count(): number {
    return this.starts.length - 1;
  }

  add(entries: readonly (readonly [index: number, value: number])[]): number {
    for (const [index, value] of entries) {
      this.indices.push(index);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
    return this.count - 1;
  }

  matrix(format: 'csc' | 'csr', numRows: number, numCols: number) {
    const { starts, indices, values } = this;
    return {
      format,
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    };
  }
}

/** A model written row by row: columns first named with their bounds, then the rows over them. */
export class Draft {
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly whole: number[] = [];
  private readonly rows = new Sparse();
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];

  constructor(private readonly highs: Highs) {}

  /** Adds a column to minimise `cost` × its value, whole unless said otherwise. */
  column(cost: number, lower: number, upper: number, whole = true): number {
    this.lower.push(lower);
    this.upper.push(Math.min(upper, this.highs.infinity));
    this.whole.push(whole ? 1 : 0);
    return this.cost.push(cost) - 1;
  }

  fix(column: number, value: number) {
    this.lower[column] = value;
    this.upper[column] = value;
  }

  /** Makes one unit of a column worth `points` more. */
  reward(column: number, points: number) {
    this.cost[column]! -= points;
  }

  row(lower: number, upper: number, entries: readonly (readonly [column: number, value: number])[]) {
    const merged = new Map<number, number>();
    for (const [column, value] of entries) merged.set(column, (merged.get(column) ?? 0) + value);
    this.rows.add([...merged].sort((a, b) => a[0] - b[0]));
    this.rowLower.push(Math.max(lower, -this.highs.infinity));
    this.rowUpper.push(Math.min(upper, this.highs.infinity));
  }

  /** Solves with branch and bound; costs being whole, a gap below 1 is no gap. */
  solve(seconds: number, start?: { indices: number[]; values: number[] }) {
    const [numCols, numRows] = [this.cost.length, this.rowLower.length];
    const model = this.highs.createModel({
      numCols,
      numRows,
      colCost: this.cost,
      colLower: this.lower,
      colUpper: this.upper,
      rowLower: this.rowLower,
      rowUpper: this.rowUpper,
      matrix: this.rows.matrix('csr', numRows, numCols),
      integrality: Int32Array.from(this.whole),
    });
    try {
      model.options.set({ ...asInteger, mip_abs_gap: 0.999, time_limit: Math.max(0.1, seconds) });
      if (start) model.setSolution(start);
      const outcome = runModel(this.highs, model);
      const found = Number(model.info.get('primal_solution_status')) === this.highs.constants.solutionStatus.feasible;
      const bound = Number(model.info.get('mip_dual_bound'));
      return { outcome, found, values: model.getSolution().colValue, value: model.getObjectiveValue(), bound };
    } finally {
      model.dispose();
    }
  }
}
