import { describe, expect, test } from 'vitest';
import { Register } from './issues';
import { leftover, linkOf, plainKeys, referencesOf, textsOf } from './raw';

describe('references', () => {
  test.each([
    [null, []],
    ['Lab Santé', [['defis', 'Lab Santé', null]]],
    [
      [null, 'Hopkins ', { nom: 'ADLER', site: '/defis/2019/adler.html' }],
      [
        ['defis[1]', 'Hopkins', null],
        ['defis[2].nom', 'ADLER', '/defis/2019/adler'],
      ],
    ],
    [[{ nom: 'EIG Node', site: null }], [['defis[0].nom', 'EIG Node', null]]],
    [[{ nom: null, site: '/defis/2018/dataesr.html' }], [['defis[0].nom', '', '/defis/2018/dataesr']]],
  ])('%j', (value, expected) => {
    expect(referencesOf(value, 'defis', 'a.md').map((ref) => [ref.field, ref.label, ref.path])).toEqual(expected);
  });
});

test('texts are found in a text, a list, a map or nothing', () => {
  expect(textsOf(['a', null, { nom: 'b' }, ['c ']])).toEqual(['a', 'b', 'c']);
  expect(textsOf('  ')).toEqual([]);
});

test('an unknown key is kept with the record', () => {
  expect(leftover({ title: 'x', isSET: true, empty: null, nested: { a: [1] } }, new Set(['title']))).toEqual({
    isSET: true,
    nested: { a: [1] },
  });
});

describe('links', () => {
  const at = { file: 'a.md', field: 'site', about: 'challenge' as const, subject: 'a' };
  test.each([
    ['github', 'bzg', 'https://github.com/bzg'],
    ['twitter', '@F__Lab', 'https://twitter.com/F__Lab'],
    ['linkedin', 'http://linkedin.com/in/x', 'http://linkedin.com/in/x'],
    ['website', 'www.example.org', 'https://www.example.org'],
  ] as const)('%s %s', (kind, value, url) => {
    expect(linkOf(new Register(), at, kind, value)).toEqual([{ kind, url, title: null, description: null }]);
  });

  test.each(['hhttp://www.example.org', 'javascript:alert(1)', 'demain'])('%s is no address', (value) => {
    const register = new Register();
    expect(linkOf(register, at, 'website', value)).toEqual([]);
    expect(register.issues).toMatchObject([{ reason: 'bad_address', value }]);
  });
});

test('a key with capitals or accents is the plain one, unless that is there too or nobody knows it', () => {
  const known = new Set(['annees', 'nom']);
  expect(plainKeys({ Années: 2018, ' Nom': 'Zoé', Étoile: 1 }, known)).toEqual({ annees: 2018, nom: 'Zoé', Étoile: 1 });
  expect(plainKeys({ annees: 2018, ANNEES: 2019 }, known)).toEqual({ annees: 2018, ANNEES: 2019 });
});
