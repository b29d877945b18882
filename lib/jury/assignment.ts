import { type Highs, loadSolver } from '../solver';
import { type Answer, checkSolved, concessionsOf, filesOf, jurorsOf, nameRule, type Status } from './assignment-answer';
import { bestPoints, cheapestRelaxation, demandPrice, fewestChanges, relaxationCosts } from './assignment-goals';
import type { Goal } from './assignment-master';
import { type Solved, solveProgram } from './assignment-program';
import { type Problem, type ProblemInput, problemSchema } from './assignment-schema';
import { summarise } from './assignment-words';
import { contradictionOf } from './contradiction';
import { type Readings, readingsOf } from './readings';

/** Readings with the most points, or the proof that there are none and what would have to give. Deterministic. */
export async function assign(input: ProblemInput): Promise<Answer> {
  const readings = readingsOf(problemSchema.parse(input));
  return answer(await loadSolver(), readings, bestPoints(readings));
}

/**
 * The same after something changed (a juror is missing, a conflict was found): first as many as possible of the
 * standing pairs [juror, proposal], then the most points.
 */
export async function reassign(input: ProblemInput, standing: readonly (readonly [string, string])[]): Promise<Answer> {
  const problem: Problem = problemSchema.parse(input);
  const readings = readingsOf(problem);
  const highs = await loadSolver();
  const marked = mark(readings, standing);
  const kept = solveProgram(highs, readings, fewestChanges(readings, marked));
  const atLeast = kept.pairs.reduce((count, pair) => count + marked[pair]!, 0);
  return answer(highs, readings, { ...bestPoints(readings), keep: { pairs: marked, atLeast } });
}

function mark(readings: Readings, pairs: readonly (readonly [string, string])[]): Uint8Array {
  const { proposals, jurors } = readings;
  const proposalAt = new Map(proposals.map((id, index) => [id, index]));
  const jurorAt = new Map(jurors.map((id, index) => [id, index]));
  const marked = new Uint8Array(proposals.length * jurors.length);
  for (const [juror, proposal] of pairs) {
    const [i, j] = [proposalAt.get(proposal), jurorAt.get(juror)];
    if (i !== undefined && j !== undefined && readings.block[i * jurors.length + j] === 0)
      marked[i * jurors.length + j] = 1;
  }
  return marked;
}

function answer(highs: Highs, readings: Readings, goal: Goal): Answer {
  const solved = solveProgram(highs, readings, goal);
  const { pairs, breaches, points } = checkSolved(readings, solved);
  const status = statusOf(readings, solved, breaches.length);
  const found: Answer = {
    version: 1,
    status,
    ...certificate(readings, solved, status, points),
    pairs,
    unmet: breaches,
    explanation: { summary: [], proposals: filesOf(readings, solved), jurors: jurorsOf(readings, solved.pairs) },
  };
  if (status === 'infeasible') Object.assign(found.explanation, whyImpossible(highs, readings));
  found.explanation.summary = summarise(found);
  return found;
}

/** The bound on demands met is proved too: below all of them, no assignment meets them. */
function statusOf(readings: Readings, solved: Solved, breaches: number): Status {
  if (breaches === 0) return solved.bound - solved.objective < 1 ? 'optimal' : 'feasible';
  const price = demandPrice(readings);
  return solved.bound < price * readings.pinned.length ? 'infeasible' : 'undecided';
}

function certificate(readings: Readings, solved: Solved, status: Status, points: number) {
  if (status === 'infeasible' || status === 'undecided') return { objective: null, bound: null, gap: null };
  const bound = solved.bound - demandPrice(readings) * readings.pinned.length;
  return { objective: points, bound, gap: (bound - points) / Math.max(1, Math.abs(points)) };
}

function whyImpossible(highs: Highs, readings: Readings): Pick<Answer['explanation'], 'contradiction' | 'relaxation'> {
  const contradiction = contradictionOf(highs, readings);
  const relaxed = solveProgram(highs, readings, cheapestRelaxation(readings));
  const { pairs, breaches } = checkSolved(readings, relaxed);
  const price = demandPrice(readings);
  const pinned = readings.pinned.length * relaxationCosts.pinned * price;
  return {
    ...(contradiction && {
      contradiction: {
        rules: contradiction.rules.map((rule) => nameRule(readings, rule)),
        minimal: contradiction.minimal,
      },
    }),
    relaxation: {
      cost: Math.ceil((pinned - relaxed.objective) / price),
      bound: Math.ceil((pinned - relaxed.bound) / price),
      concessions: concessionsOf(breaches),
      pairs,
    },
  };
}
