import { expect, it } from 'vitest';
import { pageNumbers } from './page-numbers';

it('links the ends and the neighbours, and marks what is left out', () => {
  expect(pageNumbers(1, 1)).toEqual([1]);
  expect(pageNumbers(1, 3)).toEqual([1, 2, 3]);
  expect(pageNumbers(5, 10)).toEqual([1, null, 4, 5, 6, null, 10]);
  expect(pageNumbers(4, 10)).toEqual([1, 2, 3, 4, 5, null, 10]);
  expect(pageNumbers(200, 200)).toEqual([1, null, 199, 200]);
});
