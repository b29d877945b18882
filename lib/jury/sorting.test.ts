import { expect, test } from 'vitest';
import { sortByFormula } from './sorting';
import { standings } from './standing';
import { rubricTemplate } from './templates';

const rubric = rubricTemplate('cohort6_hearing')!;
const marks = (need: number, others: number) =>
  Object.fromEntries(rubric.criteria.map(({ key }) => [key, key === 'need' ? need : others]));
const review = (applicationId: string, need: number, others: number, favourite = false, abstained = false) => ({
  id: applicationId,
  applicationId,
  jurorId: 'j',
  juror: 'J',
  marks: marks(need, others),
  comments: {},
  comment: '',
  verdict: null,
  rank: null,
  favourite,
  abstained,
});
const rows = standings(
  rubric,
  ['a', 'b', 'c'].map((id) => ({ id, reference: id })),
  [review('a', 1, 5), review('b', 5, 1, true), review('c', 5, 5, false, true)],
);
const order = (source: string) => {
  const sorted = sortByFormula(rows, rubric, source);
  return sorted.ok ? sorted.rows.map(({ row, value }) => [row.file.id, value]) : sorted.fault;
};

test('a formula sorts by criteria, totals and figures; an abstention leaves the value unknown, last', () => {
  expect(order('need')).toEqual([
    ['b', 5],
    ['a', 1],
    ['c', null],
  ]);
  expect(order('mean(total) + 3 * favourites').toString()).toBe('b,4.8,a,4.2,c,');
});

test('a name that does not exist is refused with its place', () => {
  expect(order('need + charm')).toMatchObject({ reason: 'unknown_name', found: 'charm' });
});
