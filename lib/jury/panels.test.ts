import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composePanels, recomposePanels } from './panels';
import { panelsCaseOf } from './panels-case';
import { checkPanels, type Panel } from './panels-check';
import { type PanelsInput, panelsProblemSchema } from './panels-schema';
import { rehearsalPanels } from './rehearsal';

const caseOf = (input: PanelsInput) => panelsCaseOf(panelsProblemSchema.parse(input));
const prohibitions = ['barred', 'apart', 'juror_away', 'team_away', 'two_places', 'same_half_day'];
const days = ['am', 'pm'];

const themes = fc.uniqueArray(fc.constantFrom('data', 'law', 'design'), { maxLength: 2 });
const free = fc.constantFrom<string[] | boolean>(true, true, ['am'], ['pm']);
const small: fc.Arbitrary<PanelsInput> = fc.record({
  proposals: fc.tuple(
    ...[0, 1, 2].map((i) =>
      fc.record({
        id: fc.constant(`p${i}`),
        organisation: fc.constantFrom('A', 'B', undefined),
        themes,
        available: free,
      }),
    ),
  ),
  jurors: fc.tuple(
    ...[0, 1, 2, 3].map((j) =>
      fc.record({
        id: fc.constant(`j${j}`),
        organisations: fc.constantFrom<string[]>([], ['A']),
        expertise: themes,
        available: free,
        background: fc.constantFrom('x', 'y'),
        formerFellow: fc.constant(j < 2),
      }),
    ),
  ),
  halfDays: fc.constant(days),
  panels: fc.constant(2),
  jurorsPerPanel: fc.constantFrom<[number, number]>([1, 3], [2, 2], [1, 4]),
  proposalsPerPanel: fc.constantFrom<[number, number]>([1, 2], [0, 3]),
  conflicts: fc.array(fc.tuple(fc.constantFrom('j0', 'j1', 'j2', 'j3'), fc.constantFrom('p0', 'p1', 'p2')), {
    maxLength: 3,
  }),
  apart: fc.constantFrom<[string, string][]>([], [['j0', 'j2']]),
  anchors: fc.constantFrom<[string, number][]>([], [['p1', 2]]),
});

/** Every seat and every hearing, those that break nothing: the truth, for cases this small. */
function everyDay(input: PanelsInput, visit: (panels: Panel[], points: number) => void) {
  const given = caseOf(input);
  for (let code = 0; code < 2 ** 4 * 4 ** 3; code++) {
    const seat = (j: number) => (code >> j) & 1;
    const heard = (f: number, p: number) => (code >> (4 + 2 * f + p)) & 1;
    const panels: Panel[] = days.map((halfDay, p) => ({
      halfDay,
      // Who is free in neither half-day sits nowhere.
      jurors: given.jurors.filter((_, j) => given.seats[j]![1] > 0 && seat(j) === p),
      proposals: given.proposals.filter((_, f) => heard(f, p)),
    }));
    const { breaches, points } = checkPanels(given, panels);
    if (breaches.length === 0) visit(panels, points);
  }
}

function bestByHand(input: PanelsInput): number | null {
  let best: number | null = null;
  everyDay(input, (_, points) => {
    if (best === null || points > best) best = points;
  });
  return best;
}

/** Seats and hearings that stand in both. */
function kept(before: readonly Panel[], after: readonly Panel[]): number {
  const said = (panels: readonly Panel[]) =>
    panels.flatMap(({ halfDay, jurors, proposals }) => [...jurors, ...proposals].map((id) => `${halfDay} ${id}`));
  const stood = new Set(said(before));
  return said(after).filter((one) => stood.has(one)).length;
}

describe('panels', () => {
  test('are the best there are, found by hand, or there are none', async () => {
    await fc.assert(
      fc.asyncProperty(small, async (input) => {
        const answer = await composePanels(input);
        const best = bestByHand(input);
        expect(answer.objective).toBe(best);
        expect(answer.bound).toBe(best);
        expect(answer.status).toBe(best === null ? 'infeasible' : 'optimal');
        const { breaches } = checkPanels(caseOf(input), answer.panels);
        expect(breaches.filter(({ kind }) => prohibitions.includes(kind))).toEqual([]);
        if (best === null) expect(answer.explanation.contradiction?.rules.length).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  test('with somebody missing keep as many seats and hearings as any arrangement could, tried by hand', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(small, fc.nat(3), async (drawn, gone) => {
        // Room enough that somebody missing is most often survived.
        const input: PanelsInput = {
          ...drawn,
          jurorsPerPanel: [1, 4],
          proposalsPerPanel: [0, 3],
          formerFellowsPerPanel: 0,
        };
        const before = await composePanels(input);
        if (before.status !== 'optimal') return;
        const jurors = input.jurors.map((juror, j) => (j === gone ? { ...juror, available: false } : juror));
        const without = { ...input, jurors };
        let best: { kept: number; points: number } | null = null;
        everyDay(without, (panels, points) => {
          const same = kept(before.panels, panels);
          if (!best || same > best.kept || (same === best.kept && points > best.points)) best = { kept: same, points };
        });
        const after = await recomposePanels(without, before.panels);
        expect(after.status).toBe(best === null ? 'infeasible' : 'optimal');
        if (best === null) return;
        moved++;
        expect({ kept: kept(before.panels, after.panels), points: after.objective }).toEqual(best);
      }),
      { numRuns: 30 },
    );
    expect(moved).toBeGreaterThan(3);
  }, 120_000);

  test('of the size of cohort 4 are proved best and not comparable; a juror missing at nine moves nobody who can stay', async () => {
    const input = rehearsalPanels();
    const before = await composePanels(input);
    expect(before).toMatchObject({ status: 'optimal', gap: 0, unmet: [] });
    expect(checkPanels(caseOf(input), before.panels)).toMatchObject({
      breaches: [],
      points: before.objective,
      parts: 8,
    });
    expect(before.explanation.summary.join(' ')).toContain('8 groups that share no file');
    const { proposals, jurors } = before.explanation;
    expect(proposals.map(({ panels }) => panels.length)).toEqual(proposals.map(() => 1));
    expect(jurors.filter(({ panels }) => panels.length === 1)).toHaveLength(48);
    for (const { panels, halfDays } of jurors) expect(halfDays).toContain(before.panels[panels[0]!]!.halfDay);
    const known = proposals.flatMap((file) => file.known.map(({ jurors: who }) => who.length));
    expect(known.every((count) => count > 0)).toBe(true);
    expect(proposals.flatMap(({ unknown }) => unknown)).toHaveLength(before.explanation.themesUnknown.length);
    const gone = before.panels.find((panel) => panel.jurors.length > 5)!.jurors.at(-1)!; // former fellows come first
    const after = await recomposePanels(
      { ...input, jurors: input.jurors.map((juror) => (juror.id === gone ? { ...juror, available: false } : juror)) },
      before.panels,
    );
    expect(after.status).toBe('optimal');
    after.panels.forEach((panel, p) => {
      const stood = before.panels[p]!;
      expect(panel.proposals).toEqual(stood.proposals);
      expect(panel.jurors).toEqual(stood.jurors.filter((juror) => juror !== gone));
    });
  }, 120_000);

  test('of the size of cohort 4 with one file a panel are impossible: thirteen hearings too many, proved the cheapest way out', async () => {
    const { status, explanation } = await composePanels({
      ...rehearsalPanels(),
      proposalsPerPanel: [1, 1],
      timeLimitSeconds: 20,
    });
    expect(status).toBe('infeasible');
    expect(explanation.contradiction).toMatchObject({ rules: ['panel_files', 'hearings'], minimal: true });
    // Nine files on eight panels of one: any nine do.
    expect(explanation.contradiction!.items).toHaveLength(9);
    expect(explanation.relaxation).toMatchObject({ cost: 13, bound: 13 });
  }, 90_000);

  test('asked to be comparable, are linked by the anchor files', async () => {
    const input: PanelsInput = {
      proposals: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
      jurors: ['1', '2', '3', '4', '5', '6'].map((id) => ({ id })),
      halfDays: ['am', 'pm', 'eve'],
      panels: 3,
      jurorsPerPanel: [2, 2],
      proposalsPerPanel: [1, 3],
      anchors: [
        ['a', 2],
        ['b', 2],
      ],
      comparable: true,
    };
    const answer = await composePanels(input);
    expect(answer).toMatchObject({ status: 'optimal', explanation: { comparableParts: 1 } });
    const without = await composePanels({ ...input, anchors: [] });
    expect(without).toMatchObject({
      status: 'infeasible',
      explanation: { contradiction: { rules: ['comparable'], minimal: true } },
    });
  });
});
