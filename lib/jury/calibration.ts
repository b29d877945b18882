import { connectedParts, type Evaluation, type Part } from './connection';
import { type Fitted, fitMixedModel, type Marked } from './mixed-model';
import { seeded } from './random';

/** Name of the method, printed beside its results and in the minutes. */
export const calibrationMethod = 'additive-reml-1';

export interface CalibrationOptions {
  /** How many files are taken: the probability of being among them is given. */
  first: number;
  /** Share of truth the intervals should hold. */
  level?: 0.8 | 0.9 | 0.95;
  draws?: number;
  seed?: number;
}

export interface CorrectedFile {
  file: string;
  count: number;
  raw: number;
  /** Shrunk towards the mean of all files, the more the fewer marks there are. */
  corrected: number;
  interval: [low: number, high: number];
  /** Place by corrected mean, and the places it could have: "3rd to 7th". */
  place: number;
  places: [best: number, worst: number];
  inFirst: number;
}

export interface CorrectedJuror {
  juror: string;
  count: number;
  raw: number;
  /** Points given above what others give to the same files; below 0, severe. */
  leniency: number;
  interval: [low: number, high: number];
}

export interface Residual extends Evaluation {
  expected: number;
  residual: number;
  /** In standard deviations of chance. */
  standardised: number;
}

export type Calibration =
  | { ok: false; reason: 'disconnected'; parts: Part[] }
  | { ok: false; reason: 'too_few_marks' }
  | {
      ok: true;
      method: typeof calibrationMethod;
      mean: number;
      variances: Fitted['variances'];
      converged: boolean;
      files: CorrectedFile[];
      jurors: CorrectedJuror[];
      /** Largest first. */
      residuals: Residual[];
    };

const quantile = { 0.8: 1.2815515655446, 0.9: 1.6448536269515, 0.95: 1.95996398454 } as const;

/** Why severity cannot be told from quality in these marks; null when it can. */
export function whyNotCorrected(
  evaluations: readonly Evaluation[],
  parts: readonly Part[],
): 'disconnected' | 'too_few_marks' | null {
  if (parts.length > 1) return 'disconnected';
  const [files, jurors] = [parts[0]?.files.length ?? 0, parts[0]?.jurors.length ?? 0];
  return files < 2 || jurors < 2 || evaluations.length < files + jurors ? 'too_few_marks' : null;
}

/**
 * Corrected means of the files, once each juror's leniency is taken off. Refuses when the juror × file graph is in
 * parts, and when nobody marked two files or no file was marked twice (severity and quality are then one number).
 */
export function calibrate(evaluations: readonly Evaluation[], options: CalibrationOptions): Calibration {
  const parts = connectedParts(evaluations);
  const reason = whyNotCorrected(evaluations, parts);
  if (reason === 'disconnected') return { ok: false, reason, parts };
  if (reason) return { ok: false, reason };
  const files = parts[0]?.files ?? [];
  const jurors = parts[0]?.jurors ?? [];
  const data = numbered(evaluations, files, jurors);
  const fitted = fitMixedModel(data);
  const z = quantile[options.level ?? 0.9];
  const around = (centre: number, variance: number): [number, number] => {
    const half = z * Math.sqrt(variance);
    return [centre - half, centre + half];
  };
  const level = fitted.quality.map((value) => value + fitted.mean);
  const { places, inFirst } = simulate(fitted, files.length, options);
  const place = placesOf(level);
  const raw = (list: Int32Array, of: number) => meanWhere(data, list, of);
  return {
    ok: true,
    method: calibrationMethod,
    mean: fitted.mean,
    variances: fitted.variances,
    converged: fitted.converged,
    files: files.map((file, f) => ({
      file,
      ...raw(data.file, f),
      corrected: level[f]!,
      interval: around(level[f]!, fitted.fileVariance[f]!),
      place: place[f]!,
      places: places[f]!,
      inFirst: inFirst[f]!,
    })),
    jurors: jurors.map((juror, j) => ({
      juror,
      ...raw(data.juror, j),
      leniency: fitted.leniency[j]!,
      interval: around(fitted.leniency[j]!, fitted.jurorVariance[j]!),
    })),
    residuals: residualsOf(evaluations, data, fitted),
  };
}

function numbered(evaluations: readonly Evaluation[], files: string[], jurors: string[]): Marked {
  const fileAt = new Map(files.map((file, at) => [file, at]));
  const jurorAt = new Map(jurors.map((juror, at) => [juror, at]));
  return {
    files: files.length,
    jurors: jurors.length,
    file: Int32Array.from(evaluations, ({ file }) => fileAt.get(file)!),
    juror: Int32Array.from(evaluations, ({ juror }) => jurorAt.get(juror)!),
    value: Float64Array.from(evaluations, ({ value }) => value),
  };
}

/** Places over many juries drawn from what is known after the marks. */
function simulate(fitted: Fitted, count: number, { first, draws, seed = 1, level = 0.9 }: CalibrationOptions) {
  const random = seeded(seed);
  const times = draws ?? (count > 1000 ? 500 : 2000);
  const seen = Array.from({ length: count }, () => new Int32Array(times));
  const taken = new Float64Array(count);
  for (let time = 0; time < times; time++)
    placesOf(fitted.draw(random.normal)).forEach((place, f) => {
      seen[f]![time] = place;
      if (place <= first) taken[f]! += 1;
    });
  const tail = Math.floor((times * (1 - level)) / 2);
  const places = seen.map((list): [number, number] => {
    list.sort();
    return [list[tail]!, list[times - 1 - tail]!];
  });
  return { places, inFirst: taken.map((number) => number / times) };
}

/** Place of each value: 1 + how many are higher, so equal values share a place. */
function placesOf(values: Float64Array): Int32Array {
  const sorted = values.toSorted();
  return Int32Array.from(values, (value) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! > value) high = middle;
      else low = middle + 1;
    }
    return 1 + sorted.length - low;
  });
}

const meansOf = new WeakMap<Int32Array, { count: Int32Array; sum: Float64Array }>();

function meanWhere({ value, files, jurors }: Marked, list: Int32Array, of: number): { count: number; raw: number } {
  let means = meansOf.get(list);
  if (!means) {
    means = { count: new Int32Array(Math.max(files, jurors)), sum: new Float64Array(Math.max(files, jurors)) };
    for (const [at, group] of list.entries()) {
      means.count[group]! += 1;
      means.sum[group]! += value[at]!;
    }
    meansOf.set(list, means);
  }
  return { count: means.count[of]!, raw: means.sum[of]! / means.count[of]! };
}

function residualsOf(evaluations: readonly Evaluation[], data: Marked, fitted: Fitted): Residual[] {
  const sd = Math.sqrt(fitted.variances.chance);
  return evaluations
    .map((evaluation, at) => {
      const expected = fitted.mean + fitted.quality[data.file[at]!]! + fitted.leniency[data.juror[at]!]!;
      const residual = evaluation.value - expected;
      return { ...evaluation, expected, residual, standardised: residual / sd };
    })
    .sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual));
}
