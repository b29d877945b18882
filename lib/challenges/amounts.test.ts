import { expect, test } from 'vitest';
import { amountOf } from '@/lib/challenges/amounts';

test('key figures: numbers are read as numbers, words stay words', () => {
  expect(amountOf({ amount: '20 000 000' })).toBe(20_000_000);
  expect(amountOf({ amount: '3,5' })).toBe(3.5);
  expect(amountOf({ amount: '30 %' })).toBe('30 %');
  expect(amountOf({ amount: 12 })).toBe(12);
});
