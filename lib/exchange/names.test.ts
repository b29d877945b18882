import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlaceholder, matchNames, splitNames } from './names';

describe('names of people', () => {
  test.each([
    ['Pierre–Alain Jachiet', 'Pierre-Alain Jachiet', 'exact'],
    ['Phileas Condemine ', 'Philéas\u200b Condemine', 'exact'],
    ['élise LALIQUE', 'Elise Lalique', 'exact'],
    ['Mohammed Adnène Trojette', 'Adnène Trojette', 'doubtful'],
    ['Simone Tchinda', 'Simone Nouwop-Tchinda', 'doubtful'],
    ['Éloi Bluat-Ménard', 'Éloi Buat-Ménard', 'doubtful'],
    ['Guy Pascal', 'Pascal Guy', 'doubtful'],
    ['Jean Perez', 'Mathieu Perez', 'none'],
    ['Marie Simon', 'Marc Simon', 'none'],
    ['Victor Journé', 'Viktor Jarry', 'none'],
    ['', 'Anne Catel', 'none'],
  ])('%j and %j: %s', (one, other, match) => {
    expect(matchNames(one, { name: other })).toBe(match);
    expect(matchNames(other, { name: one })).toBe(match);
  });

  test('a known alias is sure', () => {
    expect(matchNames('adnene trojette', { name: 'Mohammed Adnène Trojette', aliases: ['Adnène Trojette'] })).toBe(
      'alias',
    );
  });

  test('case, accents and invisible characters never make another person', () => {
    const names = fc.stringMatching(/^[A-Z][a-zéèï]{2,9} [A-Z][a-zç]{2,9}$/);
    fc.assert(
      fc.property(
        names,
        (name) => matchNames(` ${name.toUpperCase().replace(' ', '\u00a0\u200b')} `, { name }) === 'exact',
      ),
    );
  });
});

test.each([
  'Un·e data scientist',
  'designeur ou designeuse',
  'développeur ou développeuse',
  'datascientist.e',
  'Prénom Nom',
  '?????????????',
  '...',
  'nom_defi',
  'À venir',
])('%j is nobody', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

test.each(['Éric Le Guen', 'Delphine Lê', 'Pengfei Liu', 'Unai Etxe', 'Marie Chef'])('%j is somebody', (text) => {
  expect(isPlaceholder(text)).toBe(false);
});

test('two names in one item are separated, one name is left alone', () => {
  expect(splitNames('Olivier Brandouy, Pascal Guy, Adnène Trojette')).toHaveLength(3);
  expect(splitNames('Claire Herbin et Jean-Michel Sommer')).toEqual(['Claire Herbin', 'Jean-Michel Sommer']);
  expect(splitNames('Guy, Pascal')).toEqual(['Guy, Pascal']);
  expect(splitNames('Delphine Lê')).toEqual(['Delphine Lê']);
});
