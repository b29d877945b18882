import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from './assignment';
import { type ProblemInput, problemSchema } from './assignment-schema';
import { composePanels } from './panels';
import { type PanelsInput, panelsProblemSchema } from './panels-schema';

const person = (id: string, rest: object = {}) => ({ id, ...rest });

describe('problems nobody would write on purpose', () => {
  test('any JSON is read or refused by its path, never a crash', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        for (const schema of [problemSchema, panelsProblemSchema])
          for (const value of [
            a,
            { proposals: a, jurors: b },
            { proposals: [a], jurors: [b], readersPerProposal: a, panels: b },
          ])
            expect(typeof schema.safeParse(value).success).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, ProblemInput, string]>([
    ['nothing at all', { proposals: [], jurors: [], readersPerProposal: 3 }, 'optimal'],
    ['no reader asked for', { proposals: [person('p')], jurors: [person('j')], readersPerProposal: 0 }, 'optimal'],
    ['nobody to read', { proposals: [person('p')], jurors: [], readersPerProposal: 1 }, 'infeasible'],
    [
      'more readers than jurors',
      { proposals: [person('p')], jurors: [person('j')], readersPerProposal: 9 },
      'infeasible',
    ],
    [
      'a minimum above the number of files',
      { proposals: [person('p')], jurors: [person('j', { load: [5, null] })], readersPerProposal: 1 },
      'infeasible',
    ],
    [
      'everybody away',
      { proposals: [person('p')], jurors: [person('j', { available: [] })], readersPerProposal: 1 },
      'infeasible',
    ],
    [
      'the same pair said ten times',
      {
        proposals: [person('p')],
        jurors: [person('j'), person('k')],
        pinned: Array(10).fill(['j', 'p']),
        conflicts: Array(10).fill(['k', 'p']),
        readersPerProposal: 1,
      },
      'optimal',
    ],
    [
      'pinned and in conflict',
      {
        proposals: [person('p')],
        jurors: [person('j'), person('k')],
        pinned: [['j', 'p']],
        conflicts: [['j', 'p']],
        readersPerProposal: 1,
      },
      'infeasible',
    ],
    [
      'all apart',
      {
        proposals: [person('p')],
        jurors: [person('j'), person('k')],
        apart: [
          ['j', 'k'],
          ['k', 'j'],
        ],
        readersPerProposal: 2,
      },
      'infeasible',
    ],
    [
      'no point in anything',
      {
        proposals: [person('p')],
        jurors: [person('j')],
        weights: { expertise: 0, backgrounds: 0 },
        readersPerProposal: 1,
      },
      'optimal',
    ],
  ])('%s', async (_, input, status) => {
    const answer = await assign(input);
    expect(answer.status).toBe(status);
    if (status === 'optimal') expect(answer).toMatchObject({ gap: 0, unmet: [] });
    else {
      expect(answer).toMatchObject({ objective: null, bound: null, gap: null });
      expect(answer.unmet.length).toBeGreaterThan(0);
      expect(answer.explanation.contradiction?.rules.length).toBeGreaterThan(0);
      expect(answer.explanation.relaxation).toBeDefined();
    }
    JSON.parse(JSON.stringify(answer));
  });

  const base: PanelsInput = {
    proposals: [person('p'), person('q')],
    jurors: [person('a'), person('b')],
    panels: 2,
    jurorsPerPanel: [1, 1],
  };
  test.each<[string, PanelsInput, string]>([
    ['two panels of one', base, 'optimal'],
    ['nobody', { ...base, jurors: [] }, 'infeasible'],
    ['no file', { ...base, proposals: [] }, 'optimal'],
    ['more panels than jurors', { ...base, panels: 5 }, 'infeasible'],
    [
      'a juror in conflict with everything',
      {
        ...base,
        conflicts: [
          ['a', 'p'],
          ['a', 'q'],
        ],
        proposalsPerPanel: [1, 2],
      },
      'infeasible',
    ],
    ['a file heard more often than there are panels', { ...base, panelsPerProposal: 3 }, 'infeasible'],
    ['everybody apart', { ...base, panels: 1, jurorsPerPanel: [2, 2], apart: [['a', 'b']] }, 'infeasible'],
  ])('panels: %s', async (_, input, status) => {
    const answer = await composePanels(input);
    expect(answer.status).toBe(status);
    if (status === 'infeasible') {
      expect(answer.explanation.contradiction?.rules.length).toBeGreaterThan(0);
      expect(answer.explanation.relaxation?.concessions.length).toBeGreaterThan(0);
    }
    JSON.parse(JSON.stringify(answer));
  });
});
