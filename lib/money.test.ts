import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEuros, percentOf, typedEuros } from '@/lib/money';

describe('amounts', () => {
  test('are read as people type them', () => {
    expect(parseEuros('20 000')).toBe(2_000_000);
    expect(parseEuros('1\u202F234,5 €')).toBe(123_450);
    expect(parseEuros('3500.05')).toBe(350_005);
  });
  test('are refused rather than guessed', () => {
    for (const typed of ['', '-5', '1,234', '12e3', 'vingt', '1.2.3']) expect(parseEuros(typed)).toBeNull();
  });
  test('come back the same from a field', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (cents) => parseEuros(typedEuros(cents)) === cents));
  });
  test('parts are whole cents', () => {
    expect(percentOf(210_036_409, 70)).toBe(147_025_486);
  });
});
