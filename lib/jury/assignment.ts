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
  return answer(highs, readings, { ...bestPoints(readings), keep: { pairs: marked, atLeast }, known: kept.pairs });
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
  const solved = demandsMet(highs, readings, goal, solveProgram(highs, readings, goal));
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

/**
 * With apart pairs, points may hide whether the demands can be met: where some are not, they are asked for alone. Their
 * own bound then proves that they cannot all be met, or the points start again from pairs that meet them.
 */
function demandsMet(highs: Highs, readings: Readings, goal: Goal, solved: Solved): Solved {
  const missed = (found: Solved) => checkSolved(readings, found).breaches.length;
  if (readings.apart.length === 0 || missed(solved) === 0) return solved;
  const demands = { ...fewestChanges(readings, new Uint8Array(readings.points.length)), known: solved.pairs };
  const alone = solveProgram(highs, readings, demands);
  if (missed(alone) === 0) return solveProgram(highs, readings, { ...goal, known: alone.pairs });
  if (alone.bound >= readings.pinned.length) return solved;
  const best = solveProgram(highs, readings, { ...goal, known: alone.pairs });
  return { ...best, bound: Math.min(best.bound, demandPrice(readings) * readings.pinned.length - 1) };
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
  const { pairs, breaches, cost, bound } = relaxation(highs, readings);
  return {
    ...(contradiction && {
      contradiction: {
        rules: contradiction.rules.map((rule) => nameRule(readings, rule)),
        minimal: contradiction.minimal,
      },
    }),
    relaxation: {
      cost,
      bound,
      concessions: concessionsOf(breaches),
      pairs,
    },
  };
}

/** With apart pairs, concessions are first counted without points, which proves their price; then the points start from there. */
function relaxation(highs: Highs, readings: Readings) {
  const plain = { ...readings, points: new Int32Array(readings.points.length), bonus: 0 };
  const first = readings.apart.length > 0 ? solveProgram(highs, plain, cheapestRelaxation(plain)) : null;
  const solved = solveProgram(highs, readings, { ...cheapestRelaxation(readings), known: first?.pairs });
  const costOf = (given: Readings, worth: number) => {
    const price = demandPrice(given);
    return Math.ceil((given.pinned.length * relaxationCosts.pinned * price - worth) / price);
  };
  const [cost, bound] = [costOf(readings, solved.objective), costOf(readings, solved.bound)];
  if (!first) return { ...checkSolved(readings, solved), cost, bound };
  const [least, proved] = [costOf(plain, first.objective), costOf(plain, first.bound)];
  return {
    ...checkSolved(readings, cost <= least ? solved : first),
    cost: Math.min(cost, least),
    bound: Math.max(bound, proved),
  };
}
