import { expect, it } from 'vitest';
import { initials } from './initials';

it('takes the first and the last word that are names', () => {
  expect(initials('Élise Martin')).toBe('ÉM');
  expect(initials('Jean-Noël de la Tour')).toBe('JT');
  expect(initials('Philéas')).toBe('P');
  expect(initials('  \u200bAmélie   d’Orgeval ')).toBe('AD');
  expect(initials('')).toBe('');
});
