import { expect, test } from 'vitest';
import { groupChallenges } from './challenge-groups';
import { Register } from './issues';
import type { RawChallenge } from './raw';
import { ChallengeIndex } from './references';

const raw = (name: string, year: number, more: Partial<RawChallenge> = {}): RawChallenge => ({
  ...{
    file: 'a.md',
    source: 'data',
    names: [name],
    paths: [`/defis/${year}/${name.toLowerCase()}`],
    cohorts: [],
    years: [year],
    image: null,
    links: [],
  },
  ...{
    extra: {},
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
const raws = [
  raw('MI - cartAV', 2017),
  raw('MI - matchID', 2017),
  raw('Prévisecours', 2018),
  raw('EIG Link', 2018, { paths: ['/defis/2018/eiglink'] }),
  raw('EIG Link', 2019, { paths: ['/defis/2019/eiglink'] }),
  raw('DataReg', 2019, {
    administration: 'Autorité de régulation des communications (ARCEP)',
    names: ['DataReg', 'Arcep DataReg'],
  }),
];
const asked = (label: string, field = 'defis[0].nom', path: string | null = null, year = 2018) => {
  const register = new Register();
  const index = new ChallengeIndex(groupChallenges(raws, new Map(), register), register);
  const found = index.resolve(
    { file: 'p.md', field, label, path },
    { key: 'name:x', cohorts: new Set(), years: new Set([year]) },
  );
  return {
    keys: found.challenges.map((one) => ('key' in one ? one.key : one.id)),
    team: found.team,
    issues: register.issues,
  };
};

test.each([
  ['Prévisecours', ['2:previsecours']],
  ['previ secours ', ['2:previsecours']],
  ['MI-cartAV', ['1:micartav']],
])('%j is found', (label, keys) => {
  expect(asked(label)).toEqual({ keys, team: false, issues: [] });
});

test('of several challenges of one name, the person’s year decides', () => {
  expect(asked('EIG Link', 'defi', null, 2019).keys).toEqual(['3:eiglink']);
  expect(asked('EIG Link', 'defi', null, 2018).keys).toEqual(['2:eiglink']);
  expect(asked('EIG Link', 'defi', null, 2022)).toMatchObject({
    keys: [],
    issues: [{ reason: 'unresolved_reference' }],
  });
});

test('a text that lists several titles names each; in a list’s item it is a slip', () => {
  expect(asked('MI - cartAV, MI - matchID', 'defi')).toEqual({
    keys: ['1:micartav', '1:mimatchid'],
    team: false,
    issues: [],
  });
  expect(asked('MI - cartAV, MI - matchID').issues).toMatchObject([{ reason: 'several_names' }]);
});

test('an address decides, and a name that says otherwise is an issue', () => {
  expect(asked('Arcep', 'defis[0].nom', '/defis/2017/mi-matchid')).toMatchObject({ keys: [] });
  const found = asked('Bridage', 'defis[0].nom', '/defis/2019/eiglink');
  expect(found).toMatchObject({
    keys: ['3:eiglink'],
    issues: [{ reason: 'label_mismatch', suggestion: { label: 'EIG Link' } }],
  });
});

test('what does not resolve says what it most looks like', () => {
  expect(asked('Prevsecours').issues).toMatchObject([
    { reason: 'unresolved_reference', suggestion: { key: '2:previsecours' } },
  ]);
  expect(asked('CyberImpact').issues).toMatchObject([{ reason: 'unresolved_reference', suggestion: null }]);
});

test.each(['EIG team', 'EIG Node', 'Programme EIG', 'Accompagnement '])('%j is the programme’s own team', (label) => {
  expect(asked(label)).toEqual({ keys: [], team: true, issues: [] });
});

test.each(['?????????????', 'nom_defi', '…'])('%j names no challenge', (label) => {
  expect(asked(label).issues).toMatchObject([{ reason: 'placeholder', value: label }]);
});
