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
