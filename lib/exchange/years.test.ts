import { expect, test } from 'vitest';
import { readYears } from './years';

test.each([
  [2018, [2018]],
  ['2017, 2018', [2017, 2018]],
  ['2018 2019', [2018, 2019]],
  [
    [2018, 2017],
    [2017, 2018],
  ],
  [
    ['2017,', '2018,', 2019],
    [2017, 2018, 2019],
  ],
  ['2021-10-17T09:42:47.429Z', [2021]],
  [2022, [2022]],
  [new Date('2021-03-04'), [2021]],
  [null, []],
  ['', []],
])('the years of %j are %j', (value, years) => {
  expect(readYears(value)).toEqual({ years, rest: [] });
});

test('what is not a year is handed back, never dropped', () => {
  expect(readYears(['2018', 'bientôt', 18])).toEqual({ years: [2018], rest: ['bientôt', '18'] });
});
