import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSolver } from '../solver';
import { assign, reassign } from './assignment';
import { checkPairs } from './assignment-check';
import { bestPoints } from './assignment-goals';
import { solveProgram } from './assignment-program';
import { type ProblemInput, problemSchema } from './assignment-schema';
import { SetProgram } from './assignment-sets-program';
import { seeded } from './random';
import { readingsOf } from './readings';
import { rehearsalReadings } from './rehearsal';
import { canBeTogether } from './together';

const themes = ['data', 'design', 'law', 'geo', 'health'];

/** Knotted problems: up to half of the jurors' pairs apart, backgrounds, minima, pins and refusals. */
const knotted: fc.Arbitrary<ProblemInput> = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    files: fc.integer({ min: 2, max: 4 }),
    apart: fc.integer({ min: 2, max: 9 }),
    least: fc.integer({ min: 0, max: 2 }),
    readers: fc.integer({ min: 2, max: 3 }),
  })
  .map(({ seed, files, apart, least, readers }) => {
    const random = seeded(seed);
    const jurors = Array.from({ length: 6 }, (_, j) => ({
      id: `j${j}`,
      expertise: random.some(themes, 1 + random.below(3)),
      load: [random.below(least + 1), 2 + random.below(3)] as [number, number],
      background: random.pick(['x', 'y', 'z']),
    }));
    const proposals = Array.from({ length: files }, (_, i) => ({
      id: `p${i}`,
      themes: random.some(themes, 1 + random.below(3)),
    }));
    const pair = (): [string, string] => [random.pick(jurors).id, random.pick(proposals).id];
    const two = (): [string, string] => {
      const first = random.below(6);
      return [`j${first}`, `j${(first + 1 + random.below(5)) % 6}`];
    };
    return {
      proposals,
      jurors,
      conflicts: [pair()],
      pinned: random.next() < 0.4 ? [pair()] : [],
      forbidden: random.next() < 0.4 ? [pair()] : [],
      apart: Array.from({ length: apart }, two),
      readersPerProposal: readers,
      timeLimitSeconds: 20,
    };
  });

const check = (input: ProblemInput, pairs: readonly (readonly [string, string])[]) =>
  checkPairs(readingsOf(problemSchema.parse(input)), pairs);

type Pairs = readonly (readonly [juror: string, proposal: string])[];

/** Every way of giving each file its readers, prohibitions and apart pairs kept; loads and pins are for the caller to check. */
function everyWay(input: ProblemInput, visit: (pairs: [string, string][]) => void, forced?: readonly [string, string]) {
  const ids = input.jurors.map(({ id }) => id);
  const choose = (from: number, size: number): string[][] =>
    size === 0
      ? [[]]
      : ids.slice(from).flatMap((id, at) => choose(from + at + 1, size - 1).map((rest) => [id, ...rest]));
  const bars = new Set([...(input.conflicts ?? []), ...(input.forbidden ?? [])].map(String));
  const sets = input.proposals.map(({ id }) =>
    choose(0, input.readersPerProposal).filter(
      (set) =>
        set.every((juror) => !bars.has(`${juror},${id}`)) &&
        !(input.apart ?? []).some(([a, b]) => set.includes(a) && set.includes(b)) &&
        (forced?.[1] !== id || set.includes(forced[0])),
    ),
  );
  const walk = (at: number, pairs: [string, string][]) => {
    if (at === sets.length) visit(pairs);
    else
      for (const set of sets[at]!)
        walk(at + 1, [...pairs, ...set.map((juror): [string, string] => [juror, input.proposals[at]!.id])]);
  };
  walk(0, []);
}

/** Best points of all assignments, with one pair forced in if asked; null: there is none. */
function byHand(input: ProblemInput, forced?: readonly [juror: string, proposal: string]): number | null {
  let best: number | null = null;
  everyWay(
    input,
    (pairs) => {
      const { breaches, points } = check(input, pairs);
      if (breaches.length === 0 && (best === null || points > best)) best = points;
    },
    forced,
  );
  return best;
}

/** The most pairs kept by any assignment without a breach, then the most points. */
function mostByHand(ways: ProblemInput, input: ProblemInput, keptOf: (pairs: Pairs) => number) {
  let best: { kept: number; points: number } | null = null;
  everyWay(ways, (pairs) => {
    const { breaches, points } = check(input, pairs);
    if (breaches.length > 0) return;
    const kept = keptOf(pairs);
    if (!best || kept > best.kept || (kept === best.kept && points > best.points)) best = { kept, points };
  });
  return best as { kept: number; points: number } | null;
}

describe('jurors who are apart', () => {
  test('the answer is the best there is, tried by hand, or there is none; a juror left out costs what is said', async () => {
    await fc.assert(
      fc.asyncProperty(knotted, async (input) => {
        const answer = await assign(input);
        const best = byHand(input);
        expect(answer.status).toBe(best === null ? 'infeasible' : 'optimal');
        expect(answer.objective).toBe(best);
        expect(answer.bound).toBe(best);
        const { breaches } = check(input, answer.pairs);
        expect(breaches).toEqual(answer.unmet);
        expect(breaches.filter(({ kind }) => ['apart', 'blocked', 'load_max', 'twice'].includes(kind))).toEqual([]);
        if (best === null) return;
        for (const { proposal, alternative } of answer.explanation.proposals) {
          if (!alternative) continue;
          const forced = byHand(input, [alternative.juror, proposal]);
          if (forced !== null) expect(best - forced).toBeGreaterThanOrEqual(alternative.loss);
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  test('somebody missing at nine: as many pairs stay as any assignment could keep, tried by hand', async () => {
    await fc.assert(
      fc.asyncProperty(knotted, fc.integer({ min: 0, max: 5 }), async (input, gone) => {
        const before = await assign(input);
        if (before.status !== 'optimal') return;
        const after = {
          ...input,
          pinned: [],
          jurors: input.jurors.map((juror, j) => ({ ...juror, available: j !== gone })),
        };
        const stood = new Set(before.pairs.map(String));
        const kept = (pairs: readonly (readonly [string, string])[]) =>
          pairs.filter((pair) => stood.has(String(pair))).length;
        const away = input.proposals.map(({ id }): [string, string] => [`j${gone}`, id]);
        const most = mostByHand({ ...after, forbidden: [...(after.forbidden ?? []), ...away] }, after, kept);
        const answer = await reassign(after, before.pairs);
        expect(answer.status).toBe(most === null ? 'infeasible' : 'optimal');
        if (most === null) return;
        expect(kept(answer.pairs)).toBe(most.kept);
        expect(answer.objective).toBe(most.points);
        expect(check(after, answer.pairs).breaches).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('the program over sets of readers bounds every assignment, and finds the best without the help of the pairs', async () => {
    const highs = await loadSolver();
    await fc.assert(
      fc.asyncProperty(knotted, async (input) => {
        const readings = readingsOf(problemSchema.parse(input));
        const goal = bestPoints(readings);
        const program = new SetProgram(highs, readings, goal, performance.now() + 20_000);
        const nothing = new Float64Array(readings.proposals.length + readings.jurors.length);
        const floor = program.relax(nothing, 0, performance.now() + 10_000);
        const found = program.whole(performance.now() + 10_000)!;
        program.dispose();
        const { objective } = solveProgram(highs, readings, goal);
        expect(found.cost).toBe(-objective);
        expect(found.bound).toBe(found.cost);
        expect(floor).toBeLessThanOrEqual(found.cost);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('when time is over at once, an assignment is given all the same, with a bound that holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const input = rehearsalReadings({ proposals: 30, jurors: 20, readers: 3, apart: 70, seed });
        const late = await assign({ ...input, timeLimitSeconds: 0.001 });
        const best = await assign(input);
        expect(['optimal', 'feasible']).toContain(late.status);
        expect(check(input, late.pairs)).toMatchObject({ breaches: [], points: late.objective });
        expect(best.status).toBe('optimal');
        expect(late.objective!).toBeLessThanOrEqual(best.objective!);
        expect(late.bound!).toBeGreaterThanOrEqual(best.objective!);
      }),
      { numRuns: 3 },
    );
  }, 120_000);

  test('six hundred apart pairs over sixty jurors are proved best', async () => {
    const input = rehearsalReadings({ proposals: 300, jurors: 60, readers: 5 });
    const random = seeded(600);
    const apart = new Map<string, [string, string]>();
    while (apart.size < 600) {
      const [a, b] = [random.below(60), random.below(60)].sort((x, y) => x - y) as [number, number];
      if (a !== b) apart.set(`${a} ${b}`, [input.jurors[a]!.id, input.jurors[b]!.id]);
    }
    const knots = { ...input, apart: [...apart.values()] };
    const answer = await assign(knots);
    expect(answer).toMatchObject({ status: 'optimal', gap: 0, unmet: [] });
    expect(check(knots, answer.pairs)).toMatchObject({ breaches: [], points: answer.objective });
  }, 180_000);

  test('how many can be together is what trying every set says', () => {
    const graph = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 });
    fc.assert(
      fc.property(graph, fc.integer({ min: 1, max: 6 }), (edges, wanted) => {
        const near = new Map(Array.from({ length: 8 }, (_, at) => [at, new Set<number>()]));
        for (const [a, b] of edges) {
          if (a === b) continue;
          near.get(a)!.add(b);
          near.get(b)!.add(a);
        }
        const people = [...near.keys()];
        const truth = Array.from({ length: 256 }, (_, code) => people.filter((at) => (code >> at) & 1)).some(
          (set) => set.length === wanted && set.every((a) => set.every((b) => !near.get(a)!.has(b))),
        );
        expect(canBeTogether(people, near, wanted)).toBe(truth);
      }),
    );
  });
});
