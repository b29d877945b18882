import { assign } from '@/lib/jury/assignment';
import { bestPoints } from '@/lib/jury/assignment-goals';
import { Master } from '@/lib/jury/assignment-master';
import { type ProblemInput, problemSchema } from '@/lib/jury/assignment-schema';
import { calibrate } from '@/lib/jury/calibration';
import type { Evaluation } from '@/lib/jury/connection';
import { composePanels } from '@/lib/jury/panels';
import { readingsOf } from '@/lib/jury/readings';
import { rehearsalMarks, rehearsalPanels, rehearsalReadings } from '@/lib/jury/rehearsal';
import { loadSolver } from '@/lib/solver';

export interface JuryFigure {
  name: string;
  /** Processor and wall-clock milliseconds, the median of the runs. */
  cpuMs: number;
  wallMs: number;
  floor: { name: string; cpuMs: number };
  /** What the run must show beside its speed; a bench that solves the wrong thing fast is red. */
  proof: Record<string, number | string | boolean>;
  fallsShort: string[];
}

async function timed<T>(run: () => Promise<T> | T, times = 3): Promise<{ value: T; cpuMs: number; wallMs: number }> {
  const runs: { value: T; cpuMs: number; wallMs: number }[] = [];
  for (let time = 0; time < times; time++) {
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    const value = await run();
    const { user, system } = process.cpuUsage(cpu);
    runs.push({ value, cpuMs: (user + system) / 1000, wallMs: performance.now() - wall });
  }
  return runs.sort((a, b) => a.cpuMs - b.cpuMs)[Math.floor(times / 2)]!;
}

/** HotCRP's own solver on these sizes, in seconds on a machine of this kind (QUALITY figures of the project's brief). */
const sizes = [
  { proposals: 300, jurors: 60, readers: 5, peer: 1.3 },
  { proposals: 1000, jurors: 200, readers: 3, peer: 14 },
  { proposals: 300, jurors: 300, readers: 5, peer: null },
  { proposals: 300, jurors: 60, readers: 5, apart: 50, peer: null },
  { proposals: 300, jurors: 60, readers: 5, apart: 600, peer: null },
];

async function readings({ peer, ...size }: (typeof sizes)[number]): Promise<JuryFigure> {
  const input = rehearsalReadings(size);
  const { value, ...time } = await timed(() => assign(input));
  const whole = await timed(() => wholeProgram(input), 1);
  const name = `readings ${size.proposals} × ${size.readers} over ${size.jurors}${size.apart ? `, ${size.apart} apart pairs` : ''}`;
  const fallsShort = [
    ...(value.status === 'optimal' && value.gap === 0 ? [] : [`${name}: ${value.status}, gap ${value.gap}`]),
    ...(peer !== null && time.cpuMs > peer * 1000 ? [`${name}: slower than HotCRP (${peer} s)`] : []),
  ];
  const floor = { name: 'the linear program alone, every pair in it, by HiGHS', cpuMs: whole.cpuMs };
  const proof = { objective: value.objective!, bound: value.bound!, ...(peer !== null && { hotcrpSeconds: peer }) };
  return { name, ...time, floor, proof, fallsShort };
}

/** Sixty jurors who may read 24 files each cannot give 300 files five readers: what contradicts what, and the way out. */
async function impossible(): Promise<JuryFigure> {
  const input = rehearsalReadings({ proposals: 300, jurors: 60, readers: 5 });
  const tight = { ...input, jurors: input.jurors.map((juror) => ({ ...juror, load: [0, 24] as [number, number] })) };
  const { value, ...time } = await timed(() => assign(tight));
  const possible = await timed(() => assign(input), 1);
  const { contradiction, relaxation } = value.explanation;
  const name = 'contradiction, 300 × 5 over 60';
  const fallsShort = [
    ...(value.status === 'infeasible' && contradiction?.minimal ? [] : [`${name}: ${value.status}, not minimal`]),
    ...(relaxation?.cost === relaxation?.bound ? [] : [`${name}: the way out is not proved cheapest`]),
  ];
  const proof = {
    rules: contradiction?.rules.length ?? 0,
    minimal: contradiction?.minimal ?? false,
    cost: relaxation?.cost ?? 0,
  };
  const floor = { name: 'the same size when it is possible', cpuMs: possible.cpuMs };
  return { name, ...time, floor, proof, fallsShort };
}

async function wholeProgram(input: ProblemInput): Promise<number> {
  const given = readingsOf(problemSchema.parse(input));
  const goal = bestPoints(given);
  const master = new Master(await loadSolver(), given, goal);
  try {
    master.addPairs([...goal.allowed.keys()].filter((pair) => goal.allowed[pair]));
    return master.linear().values.length;
  } finally {
    master.dispose();
  }
}

async function panels(): Promise<JuryFigure> {
  const input = rehearsalPanels();
  const { value, ...time } = await timed(() => composePanels(input), 1);
  const free = await timed(() => composePanels({ ...input, weights: { themes: 0, backgrounds: 0, balance: 0 } }), 1);
  const name = 'panels 21 × 48 in 8, four half-days';
  return {
    name,
    ...time,
    floor: { name: 'the same rules without any wish', cpuMs: free.cpuMs },
    proof: {
      objective: value.objective ?? 'none',
      bound: value.bound ?? 'none',
      comparableParts: value.explanation.comparableParts,
    },
    fallsShort: value.status === 'optimal' ? [] : [`${name}: ${value.status}`],
  };
}

async function calibration(): Promise<JuryFigure> {
  const { evaluations } = rehearsalMarks({ files: 5000, jurors: 300, perFile: 4 });
  const { value, ...time } = await timed(() => calibrate(evaluations, { first: 300 }));
  const floor = await timed(() => means(evaluations));
  const quality = ranking();
  const name = 'calibration of 20,000 evaluations';
  const fallsShort = [
    ...(value.ok && value.converged ? [] : [`${name}: not converged`]),
    ...(quality.correctedError < quality.rawError ? [] : ['correction does not reduce the error of the order']),
    ...(Math.abs(quality.coverage - 0.9) < 0.03 ? [] : [`90 % intervals hold ${quality.coverage}`]),
  ];
  return {
    name,
    ...time,
    floor: { name: 'raw means of the same evaluations', cpuMs: floor.cpuMs },
    proof: quality,
    fallsShort,
  };
}

function means(evaluations: readonly Evaluation[]): number {
  return [...Map.groupBy(evaluations, ({ file }) => file)]
    .map(([, own]) => own.reduce((sum, { value }) => sum + value, 0) / own.length)
    .sort((a, b) => b - a).length;
}

/** Forty invented juries whose truth is known: distance from the true order in places, and truth inside the intervals. */
function ranking() {
  let [rawError, correctedError, inside, count] = [0, 0, 0, 0];
  for (let seed = 1; seed <= 40; seed++) {
    const { evaluations, truth } = rehearsalMarks({ files: 60, jurors: 20, perFile: 4, seed });
    const result = calibrate(evaluations, { first: 15, draws: 100 });
    if (!result.ok) throw new Error(result.reason);
    const places = (values: [string, number][]) =>
      new Map(values.sort((a, b) => b[1] - a[1]).map(([file], place) => [file, place]));
    const real = places([...truth]);
    const raw = places(result.files.map((file) => [file.file, file.raw]));
    const corrected = places(result.files.map((file) => [file.file, file.corrected]));
    for (const { file, interval } of result.files) {
      count++;
      rawError += Math.abs(raw.get(file)! - real.get(file)!);
      correctedError += Math.abs(corrected.get(file)! - real.get(file)!);
      if (truth.get(file)! >= interval[0] && truth.get(file)! <= interval[1]) inside++;
    }
  }
  const round = (value: number) => Math.round((value / count) * 1000) / 1000;
  return { rawError: round(rawError), correctedError: round(correctedError), coverage: round(inside) };
}

/** The mathematics of the jury: nothing here needs a database. */
export async function benchJury(): Promise<JuryFigure[]> {
  await assign(rehearsalReadings({ proposals: 40, jurors: 10, readers: 3 })); // loads the solver
  const figures: JuryFigure[] = [];
  for (const size of sizes) figures.push(await readings(size));
  figures.push(await impossible(), await panels(), await calibration());
  return figures;
}
