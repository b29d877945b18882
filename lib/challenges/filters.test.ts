import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChallengeFilters, filtersHref, isFiltered } from '@/lib/challenges/filters';
import { likePatterns } from '@/lib/people/search';

const none = ChallengeFilters.parse({});

describe('the filters of the challenges', () => {
  test('are empty when the address says nothing', () => {
    expect(none).toEqual({ q: '', cohort: '', organisation: '', skill: '', theme: '', page: 1 });
    expect(isFiltered(none)).toBe(false);
    expect(filtersHref(none, {})).toBe('/challenges');
  });
  test('survive the trip through the address', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 50 }),
        fc.string({ maxLength: 50 }),
        fc.integer({ min: 1, max: 99 }),
        (q, theme, page) => {
          const filters = ChallengeFilters.parse({ q, theme, page });
          const query = new URL(filtersHref(filters, { page: filters.page }), 'http://x').searchParams;
          expect(ChallengeFilters.parse(Object.fromEntries(query))).toEqual(filters);
        },
      ),
    );
  });
  test('go back to the first page when one of them changes', () => {
    expect(filtersHref({ ...none, page: 3, q: 'eau' }, { skill: 'dev' })).toBe('/challenges?q=eau&skill=dev');
  });
  test('never break on what people type in the address', () => {
    expect(ChallengeFilters.parse({ page: 'x', q: ['a', 'b'], skill: { a: 1 } })).toEqual({ ...none, q: 'a' });
    expect(ChallengeFilters.parse({ page: '-4', q: 'a\0b' })).toMatchObject({ page: 1, q: 'ab' });
  });
  test('search each word, with the wildcards of LIKE taken as letters', () => {
    expect(likePatterns(' Élan 100% ')).toEqual(['%elan%', '%100\\%%']);
    expect(likePatterns('a_b\\')).toEqual(['%a\\_b\\\\%']);
  });
});
