import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign, reassign } from './assignment';
import { checkPairs } from './assignment-check';
import { type ProblemInput, problemSchema } from './assignment-schema';
import { readingsOf } from './readings';

const pairsOf = (input: ProblemInput, pairs: readonly (readonly [string, string])[]) =>
  checkPairs(readingsOf(problemSchema.parse(input)), pairs);

const organisation = fc.constantFrom('A', 'B', 'C');
const themes = fc.uniqueArray(fc.constantFrom('data', 'design', 'law', 'geo'), { maxLength: 3 });

/** Small problems, hard enough that half of them are impossible. */
const problem: fc.Arbitrary<ProblemInput> = fc
  .record({ files: fc.integer({ min: 1, max: 4 }), people: fc.integer({ min: 2, max: 5 }) })
  .chain(({ files, people }) => {
    const juror = fc.integer({ min: 0, max: people - 1 }).map((j) => `j${j}`);
    const pair = fc.tuple(
      juror,
      fc.integer({ min: 0, max: files - 1 }).map((i) => `p${i}`),
    );
    const load = fc
      .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 }))
      .map(([min, more]) => [min, min + more] as [number, number]);
    return fc.record({
      proposals: fc.tuple(
        ...Array.from({ length: files }, (_, i) => fc.record({ id: fc.constant(`p${i}`), organisation, themes })),
      ),
      jurors: fc.tuple(
        ...Array.from({ length: people }, (_, j) =>
          fc.record({
            id: fc.constant(`j${j}`),
            organisations: fc.uniqueArray(organisation, { maxLength: 1 }),
            expertise: themes,
            available: fc.oneof(
              { weight: 5, arbitrary: fc.constant(true) },
              { weight: 1, arbitrary: fc.constant(false) },
            ),
            load,
            background: fc.constantFrom('fellow', 'state', undefined),
          }),
        ),
      ),
      conflicts: fc.array(pair, { maxLength: 2 }),
      pinned: fc.array(pair, { maxLength: 1 }),
      forbidden: fc.array(pair, { maxLength: 2 }),
      apart: fc.array(
        fc.tuple(juror, juror).filter(([a, b]) => a !== b),
        { maxLength: 3 },
      ),
      readersPerProposal: fc.integer({ min: 1, max: Math.min(2, people) }),
    });
  });

/** Every set of readers for every file: the truth, for problems this small. */
function bestByHand(input: ProblemInput): number | null {
  const jurors = input.jurors.map(({ id }) => id);
  const sets = subsets(jurors, input.readersPerProposal);
  let best: number | null = null;
  const walk = (at: number, pairs: [string, string][]) => {
    const file = input.proposals[at];
    if (!file) {
      const { breaches, points } = pairsOf(input, pairs);
      if (breaches.length === 0 && (best === null || points > best)) best = points;
      return;
    }
    for (const set of sets) walk(at + 1, [...pairs, ...set.map((juror): [string, string] => [juror, file.id])]);
  };
  walk(0, []);
  return best;
}

function subsets(items: string[], size: number): string[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}

const crossing = (kind: string) => ['load_max', 'blocked', 'apart', 'twice', 'unknown'].includes(kind);

describe('assignment', () => {
  test('is the best there is, found by hand, or says that there is none', async () => {
    await fc.assert(
      fc.asyncProperty(problem, async (input) => {
        const answer = await assign(input);
        const best = bestByHand(input);
        expect(answer.status).toBe(best === null ? 'infeasible' : 'optimal');
        expect(answer.objective).toBe(best);
        expect(answer.bound).toBe(best);
        expect(answer.unmet.length === 0).toBe(best !== null);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test('never crosses a prohibition or a maximum, even when demands cannot be met', async () => {
    await fc.assert(
      fc.asyncProperty(problem, async (input) => {
        const answer = await assign(input);
        const { breaches } = pairsOf(input, answer.pairs);
        expect(breaches).toEqual(answer.unmet);
        expect(breaches.filter(({ kind }) => crossing(kind))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test('when impossible, names rules that contradict each other, and a relaxation that keeps every conflict', async () => {
    await fc.assert(
      fc.asyncProperty(problem, async (input) => {
        const { status, explanation } = await assign(input);
        if (status !== 'infeasible') return;
        expect(explanation.contradiction?.minimal).toBe(true);
        expect(explanation.contradiction?.rules.length).toBeGreaterThan(0);
        const { relaxation } = explanation;
        expect(relaxation!.cost).toBeGreaterThan(0);
        expect(relaxation!.bound).toBe(relaxation!.cost);
        const { breaches } = pairsOf(input, relaxation!.pairs);
        expect(breaches).toHaveLength(relaxation!.concessions.length);
        expect(breaches.filter((breach) => breach.kind === 'blocked' && breach.reason !== 'forbidden')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test('the order in which people and files are listed changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(problem, async (input) => {
        const turned = {
          ...input,
          proposals: input.proposals.toReversed(),
          jurors: input.jurors.toReversed(),
          apart: input.apart?.toReversed(),
        };
        expect(await assign(turned)).toEqual(await assign(input));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('a juror missing at nine changes only what their absence changes', async () => {
    const input: ProblemInput = {
      proposals: Array.from({ length: 20 }, (_, i) => ({ id: `p${i}`, themes: [`t${i % 4}`] })),
      jurors: Array.from({ length: 10 }, (_, j) => ({
        id: `j${j}`,
        expertise: [`t${j % 4}`],
        load: [0, 8] as [number, number],
      })),
      readersPerProposal: 3,
    };
    const before = await assign(input);
    const lost = before.pairs.filter(([juror]) => juror === 'j3').length;
    const after = await reassign(
      { ...input, jurors: input.jurors.map((juror) => (juror.id === 'j3' ? { ...juror, available: false } : juror)) },
      before.pairs,
    );
    const had = new Set(before.pairs.map(String));
    expect(lost).toBeGreaterThan(0);
    expect(after).toMatchObject({ status: 'optimal', gap: 0 });
    expect(after.pairs.filter((pair) => had.has(String(pair)))).toHaveLength(60 - lost);
    expect(after.pairs.some(([juror]) => juror === 'j3')).toBe(false);
  });

  test('three people who are all apart, two of them needed together, is said in three rules', async () => {
    const answer = await assign({
      proposals: [{ id: 'p' }],
      jurors: ['a', 'b', 'c'].map((id) => ({ id })),
      apart: [
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
      ],
      readersPerProposal: 2,
    });
    expect(answer.status).toBe('infeasible');
    expect(answer.explanation.contradiction?.rules.map(({ kind }) => kind)).toEqual([
      'apart',
      'apart',
      'apart',
      'readers',
    ]);
    expect(answer.pairs).toHaveLength(1);
  });

  test('a pinned pair in conflict is never given: the conflict stands and the contradiction is named', async () => {
    const answer = await assign({
      proposals: [{ id: 'p', organisation: 'Météo' }],
      jurors: [{ id: 'a', organisations: ['météo '] }, { id: 'b' }],
      pinned: [['a', 'p']],
      readersPerProposal: 1,
    });
    expect(answer.status).toBe('infeasible');
    expect(answer.pairs).toEqual([['b', 'p']]);
    expect(answer.explanation.contradiction?.rules).toEqual([
      { kind: 'pinned', juror: 'a', proposal: 'p' },
      { kind: 'blocked', juror: 'a', proposal: 'p', reason: 'same_organisation' },
    ]);
  });

  test('a manual edit says what it breaks', () => {
    const input: ProblemInput = {
      proposals: [{ id: 'p' }, { id: 'q' }],
      jurors: [
        { id: 'a', load: [0, 1] },
        { id: 'b', load: [1, 2] },
        { id: 'c', available: false },
      ],
      conflicts: [['b', 'q']],
      apart: [['a', 'b']],
      pinned: [['b', 'p']],
      readersPerProposal: 2,
    };
    const kinds = (pairs: [string, string][]) => pairsOf(input, pairs).breaches.map(({ kind }) => kind);
    expect(
      kinds([
        ['a', 'p'],
        ['a', 'q'],
        ['b', 'q'],
        ['c', 'p'],
        ['c', 'p'],
        ['x', 'p'],
      ]),
    ).toEqual(['blocked', 'blocked', 'twice', 'unknown', 'apart', 'load_max', 'pinned']);
    expect(
      kinds([
        ['a', 'p'],
        ['b', 'p'],
      ]),
    ).toEqual(['apart', 'readers']);
  });
});
