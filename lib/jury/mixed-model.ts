import { Cholesky } from './cholesky';

/** Marks as numbers: value = mean + quality of the file + leniency of the juror + chance. */
export interface Marked {
  files: number;
  jurors: number;
  /** Parallel arrays, one entry per evaluation. */
  file: Int32Array;
  juror: Int32Array;
  value: Float64Array;
}

export interface Variances {
  chance: number;
  quality: number;
  leniency: number;
}

export interface Fitted {
  variances: Variances;
  mean: number;
  quality: Float64Array;
  leniency: Float64Array;
  /** Posterior variance of mean + quality, and of leniency. */
  fileVariance: Float64Array;
  jurorVariance: Float64Array;
  iterations: number;
  converged: boolean;
  /** One draw of the files' mean + quality from their joint posterior, given independent normal numbers. */
  draw: (normal: () => number) => Float64Array;
}

/**
 * Henderson's mixed-model equations for given variances. The files' equations are diagonal and eliminated, which
 * leaves a dense system over the mean and the jurors (order jurors + 1).
 */
class Equations {
  readonly dense: Cholesky;
  readonly inverse: Float64Array;
  readonly pivot: Float64Array;
  private readonly order: number;
  private readonly perFile: number[][];

  constructor(
    private readonly data: Marked,
    readonly variances: Variances,
    private readonly marksOfFile: number[][],
  ) {
    const { files, jurors, juror } = data;
    const [perFile, perJuror] = [variances.chance / variances.quality, variances.chance / variances.leniency];
    const order = jurors + 1;
    const matrix = new Float64Array(order * order);
    this.pivot = Float64Array.from({ length: files }, (_, f) => 1 / (marksOfFile[f]!.length + perFile));
    matrix[0] = data.value.length;
    for (let j = 1; j < order; j++) matrix[j * order + j] = perJuror;
    for (const j of juror) {
      matrix[(j + 1) * order + j + 1]! += 1;
      matrix[(j + 1) * order]! += 1;
    }
    this.perFile = marksOfFile.map((marks) => marks.map((at) => juror[at]! + 1));
    this.perFile.forEach((who, f) => {
      const [pivot, count] = [this.pivot[f]!, who.length];
      matrix[0]! -= count * count * pivot;
      for (const i of who) {
        matrix[i * order]! -= count * pivot;
        for (const j of who) if (j <= i) matrix[i * order + j]! -= pivot;
      }
    });
    this.order = order;
    this.dense = new Cholesky(matrix, order);
    this.inverse = this.dense.inverse();
  }

  /** Effects that fit these values best: mean, quality, leniency. */
  solve(value: Float64Array): { mean: number; quality: Float64Array; leniency: Float64Array } {
    const { data, order, pivot, marksOfFile, perFile } = this;
    const right = new Float64Array(order);
    value.forEach((y, at) => {
      right[0]! += y;
      right[data.juror[at]! + 1]! += y;
    });
    const sums = marksOfFile.map((marks) => marks.reduce((sum, at) => sum + value[at]!, 0));
    perFile.forEach((who, f) => {
      const share = sums[f]! * pivot[f]!;
      right[0]! -= who.length * share;
      for (const j of who) right[j]! -= share;
    });
    const effects = this.dense.solve(right);
    return { mean: effects[0]!, leniency: effects.slice(1), quality: this.qualityGiven(effects, sums) };
  }

  qualityGiven(effects: Float64Array, sums: readonly number[]): Float64Array {
    return Float64Array.from(this.perFile, (who, f) => {
      let rest = sums[f]! - who.length * effects[0]!;
      for (const j of who) rest -= effects[j]!;
      return rest * this.pivot[f]!;
    });
  }

  /** Posterior variances over chance: of each file's quality, of mean + quality, of each juror's leniency. */
  spread() {
    const { order, inverse, pivot, perFile } = this;
    const quality = new Float64Array(perFile.length);
    const level = new Float64Array(perFile.length);
    perFile.forEach((who, f) => {
      let [both, withMean] = [0, 0];
      const all = who.length;
      for (const i of who) {
        for (const j of who) both += inverse[i * order + j]!;
        withMean += inverse[i * order]!;
      }
      const head = inverse[0]!;
      const quadratic = both + 2 * all * withMean + all * all * head;
      quality[f] = pivot[f]! + pivot[f]! ** 2 * quadratic;
      level[f] = quality[f]! + head - 2 * pivot[f]! * (all * head + withMean);
    });
    const leniency = Float64Array.from({ length: order - 1 }, (_, j) => inverse[(j + 1) * order + j + 1]!);
    return { quality, level, leniency };
  }
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);

/** Restricted maximum likelihood by average information, with a step of expectation–maximisation whenever Newton leaves the positive side. */
export function fitMixedModel(data: Marked): Fitted {
  const marksOfFile: number[][] = Array.from({ length: data.files }, () => []);
  data.file.forEach((f, at) => {
    marksOfFile[f]!.push(at);
  });
  const count = data.value.length;
  const mean = total(data.value) / count;
  const variance = Math.max(1e-9, squares(data.value.map((value) => value - mean)) / Math.max(1, count - 1));
  const least = variance * 1e-6;
  let variances: Variances = { chance: variance / 3, quality: variance / 3, leniency: variance / 3 };
  let iterations = 0;
  let converged = false;
  let equations = new Equations(data, variances, marksOfFile);
  while (!converged && iterations < 60) {
    iterations++;
    const next = improve(data, equations, least);
    const change = (['chance', 'quality', 'leniency'] as const).map((name) => Math.abs(next[name] - variances[name]));
    converged = Math.max(...change) < variance * 1e-6;
    variances = next;
    equations = new Equations(data, variances, marksOfFile);
  }
  const effects = equations.solve(data.value);
  const { level, leniency } = equations.spread();
  const sums = marksOfFile.map((marks) => marks.reduce((sum, at) => sum + data.value[at]!, 0));
  const centre = Float64Array.from([effects.mean, ...effects.leniency]);
  const sd = Math.sqrt(variances.chance);
  return {
    variances,
    ...effects,
    fileVariance: level.map((value) => value * variances.chance),
    jurorVariance: leniency.map((value) => value * variances.chance),
    iterations,
    converged,
    draw: (normal) => {
      const noise = equations.dense.backward(Float64Array.from(centre, normal));
      const drawn = centre.map((value, at) => value + sd * noise[at]!);
      return equations
        .qualityGiven(drawn, sums)
        .map((value, f) => drawn[0]! + value + sd * Math.sqrt(equations.pivot[f]!) * normal());
    },
  };
}

/** One step towards the most likely variances. */
function improve(data: Marked, equations: Equations, least: number): Variances {
  const { chance, quality, leniency } = equations.variances;
  const fit = equations.solve(data.value);
  const spread = equations.spread();
  const [q, l] = [squares(fit.quality), squares(fit.leniency)];
  const [qSpread, lSpread] = [chance * total(spread.quality), chance * total(spread.leniency)];
  const residual = data.value.map(
    (y, at) => y - fit.mean - fit.quality[data.file[at]!]! - fit.leniency[data.juror[at]!]!,
  );
  const count = data.value.length;
  const score = [
    -0.5 *
      ((count - 1 - data.files - data.jurors) / chance +
        (qSpread / quality + lSpread / leniency) / chance -
        squares(residual) / chance ** 2),
    -0.5 * (data.files / quality - (qSpread + q) / quality ** 2),
    -0.5 * (data.jurors / leniency - (lSpread + l) / leniency ** 2),
  ] as const;
  const working = [
    residual.map((value) => value / chance),
    Float64Array.from(data.file, (f) => fit.quality[f]! / quality),
    Float64Array.from(data.juror, (j) => fit.leniency[j]! / leniency),
  ];
  const projected = working.map((vector) => {
    const part = equations.solve(vector);
    return vector.map(
      (value, at) => (value - part.mean - part.quality[data.file[at]!]! - part.leniency[data.juror[at]!]!) / chance,
    );
  });
  const information = new Float64Array(9);
  working.forEach((a, i) => {
    projected.forEach((b, j) => {
      information[i * 3 + j] = 0.5 * a.reduce((sum, value, at) => sum + value * b[at]!, 0) + (i === j ? 1e-12 : 0);
    });
  });
  const em = {
    chance: expectedChance(data, fit, count),
    quality: (q + qSpread) / data.files,
    leniency: (l + lSpread) / data.jurors,
  };
  try {
    const step = new Cholesky(information, 3).solve(Float64Array.from(score));
    const next = { chance: chance + step[0]!, quality: quality + step[1]!, leniency: leniency + step[2]! };
    if (Object.values(next).every((value) => value > least)) return next;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return {
    chance: Math.max(least, em.chance),
    quality: Math.max(least, em.quality),
    leniency: Math.max(least, em.leniency),
  };
}

function expectedChance(
  data: Marked,
  fit: { mean: number; quality: Float64Array; leniency: Float64Array },
  count: number,
): number {
  const explained = data.value.reduce(
    (sum, y, at) => sum + y * (fit.mean + fit.quality[data.file[at]!]! + fit.leniency[data.juror[at]!]!),
    0,
  );
  return (squares(data.value) - explained) / (count - 1);
}
