import { expect, test } from 'vitest';
import { compareRubrics, proposedMap } from './crosswalk';
import { rubricSchema } from './schema';
import { rubricTemplate } from './templates';

const rubric = (criteria: [string, string, number, number][]) =>
  rubricSchema.parse({
    ...rubricTemplate('cohort6_hearing')!,
    criteria: criteria.map(([key, fr, min, max]) => ({ key, label: { fr, en: fr }, scale: { min, max, step: 1 } })),
  });
const before = rubric([
  ['need', 'Le besoin', 1, 4],
  ['team', 'Équipe publique', 1, 4],
  ['risk', 'Risques', 1, 4],
]);
const now = rubric([
  ['need', 'Pertinence', 0, 5],
  ['people', 'Équipe publique', 0, 5],
  ['openness', 'Ouverture', 0, 5],
]);

test('an old criterion is proposed the one of the same key, or of the same name; the others find no heir', () => {
  expect(proposedMap(before, now)).toEqual({ need: 'need', team: 'people', risk: null });
});

test('means on two scales stand side by side as shares; two old criteria joined weigh by their marks', () => {
  const rows = compareRubrics(
    {
      rubric: before,
      means: { need: { mean: 4, count: 10 }, team: { mean: 1, count: 30 }, risk: { mean: 2.5, count: 5 } },
    },
    { rubric: now, means: { need: { mean: 2.5, count: 8 }, people: { mean: null, count: 0 } } },
    { need: 'need', team: 'need', risk: null },
  );
  expect(rows.map((row) => [row.now?.key ?? null, row.before.map(({ key }) => key)])).toEqual([
    ['need', ['need', 'team']],
    ['people', []],
    ['openness', []],
    [null, ['risk']],
  ]);
  expect(rows[0]).toMatchObject({ shareNow: 0.5, shareBefore: 0.25, countBefore: 40 });
  expect(rows[1]).toMatchObject({ shareNow: null, shareBefore: null });
  expect(rows[3]).toMatchObject({ shareBefore: 0.5, countBefore: 5 });
});
