import { expect, test } from 'vitest';
import { canonical, challengeKeys, groupChallenges } from './challenge-groups';
import { Register } from './issues';
import type { RawChallenge } from './raw';

const raw = (name: string, more: Partial<RawChallenge> = {}): RawChallenge => ({
  ...{
    file: `${name}.md`,
    source: 'data',
    names: [name],
    paths: [],
    cohorts: [],
    years: [],
    image: null,
    links: [],
    extra: {},
  },
  ...{
    summary: null,
    body: null,
    administration: null,
    towns: null,
    durationMonths: null,
    skills: [],
    themes: [],
    keyFigures: [],
  },
  ...{ fellows: [], mentors: [], ...more },
});
const group = (raws: RawChallenge[], register = new Register()) => groupChallenges(raws, new Map(), register);

test('the three EIG Link are one name in three cohorts', () => {
  expect(['EIG Link', 'EIG2 Link', 'EIG Link 2020'].map(canonical)).toEqual(['eiglink', 'eiglink', 'eiglink']);
  expect(group([raw('EIG Link', { years: [2018] }), raw('EIG Link', { years: [2019] })]).map((one) => one.key)).toEqual(
    ['2:eiglink', '3:eiglink'],
  );
});

test('a challenge is found with or without the name of its administration before it', () => {
  const keys = challengeKeys('1', ['CC - API rapports'], []);
  expect(keys.some((key) => challengeKeys('1', ['Cour des comptes - API rapports'], []).includes(key))).toBe(true);
});

test('a page joins its data record by its address, whatever its title and its year', () => {
  const groups = group([
    raw('ADEX', {
      source: 'page',
      names: ['Conflits d’intérêts'],
      paths: ['/defis/2020/adex'],
      years: [2020],
      body: 'Texte',
    }),
    raw('ADEX', { paths: ['/defis/2020/adex'], cohorts: ['4'], years: [2020] }),
  ]);
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({ key: '4:adex', names: ['ADEX', 'Conflits d’intérêts'] });
});

test('two data records that share an address by a slip stay two', () => {
  const path = ['/defis/2018/brigade'];
  expect(
    group([raw('Plume', { paths: path, cohorts: ['3'] }), raw('CartoBio', { paths: path, cohorts: ['3'] })]),
  ).toHaveLength(2);
});

test('a cohort said and a year that contradicts it are an issue', () => {
  const register = new Register();
  expect(group([raw('A', { cohorts: ['4'], years: [2018] })], register)[0]!.cohort).toBe('4');
  expect(register.issues).toMatchObject([{ reason: 'contradictory_date', value: '2018 / promotion 4' }]);
});

test('without a cohort or a year it knows, a challenge waits for an answer', () => {
  const register = new Register();
  expect(group([raw('A', { years: [2031] })], register)).toEqual([]);
  expect(register.issues).toMatchObject([{ reason: 'unknown_cohort', value: 'A (2031)' }]);
});

test('a year in which no cohort started is of the one that was running, and is asked about all the same', () => {
  const register = new Register();
  expect(group([raw('A', { years: [2023] }), raw('B', { years: [2026] })], register).map(({ key }) => key)).toEqual([
    '6:a',
    '7:b',
  ]);
  expect(register.issues.map(({ reason }) => reason)).toEqual(['unknown_cohort', 'unknown_cohort']);
});

test('one title in one cohort is one challenge, though its page has moved, and is said', () => {
  const register = new Register();
  const found = group(
    [
      raw('Brigade', { cohorts: ['2'], paths: ['/defis/2018/brigade'], source: 'page' }),
      raw('Brigade', { cohorts: ['2'], paths: ['/defis/2020/brigade'], source: 'data' }),
    ],
    register,
  );
  expect(found.map(({ key, raws }) => [key, raws.map(({ source }) => source)])).toEqual([
    ['2:brigade', ['data', 'page']],
  ]);
  expect(register.issues).toMatchObject([{ reason: 'duplicate_record' }]);
});

test('a challenge of two cohorts is of the first, and the second is said', () => {
  const register = new Register();
  expect(group([raw('A', { cohorts: ['6', '7'] })], register)[0]!.key).toBe('6:a');
  expect(register.issues).toMatchObject([{ reason: 'contradictory_cohort', value: '6, 7' }]);
});
