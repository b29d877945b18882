import { describe, expect, test } from 'vitest';
import { cohortOfYear, cohortTitle, readCohort, readWords, yearOfCohort } from './cohorts';

describe('cohorts', () => {
  test.each([
    [4, '4'],
    ['4', '4'],
    ['Promotion 4', '4'],
    ['EIG 2', '2'],
    ['eig-2', '2'],
    ['dig', 'dig'],
    ['Promotion 3 - DIG', 'dig'],
    ['eig-dig', 'dig'],
    ['Promotion 7 bis', '7bis'],
    ['eig', null],
    ['mentor', null],
    [2019, null],
    [null, null],
  ])('%j is cohort %j', (value, key) => {
    expect(readCohort(value)).toBe(key);
  });

  test('a year of the past names its cohort, never the designers’', () => {
    expect(cohortOfYear(2019)).toBe('3');
    expect(cohortOfYear(2023)).toBeNull();
    expect(yearOfCohort('dig')).toBe(2019);
    expect(yearOfCohort('12')).toBeNull();
  });

  test('words of a class or of skills give cohorts and the rest', () => {
    expect(readWords('2019 eig-3 mentor')).toEqual({ cohorts: ['3'], words: ['2019', 'mentor'] });
    expect(readWords('EIG 3 // Web // Design')).toEqual({ cohorts: ['3'], words: ['Web', 'Design'] });
    expect(readWords([2018, 'eig', 'webdev'])).toEqual({ cohorts: [], words: ['2018', 'eig', 'webdev'] });
    expect(readWords(undefined)).toEqual({ cohorts: [], words: [] });
  });

  test('titles are readable', () => {
    expect(cohortTitle('7bis')).toBe('Promotion 7 bis');
    expect(cohortTitle('dig')).toBe('Designers d’intérêt général');
  });
});
