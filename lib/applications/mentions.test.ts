import { describe, expect, it } from 'vitest';
import { mentioned } from './mentions';

const PEOPLE = [
  { id: 'a', name: 'Camille Deschamps' },
  { id: 'b', name: 'Élodie Marchand-Lefèvre' },
  { id: 'c', name: 'Camille' },
];

describe('who a note calls', () => {
  it.each([
    ['@Camille Deschamps, pouvez-vous relire ?', ['a']],
    ['@camille deschamps', ['a']],
    ['Vu avec @Elodie Marchand Lefevre.', ['b']],
    ['@Camille D. et (@Élodie Marchand-Lefèvre)', ['c', 'b']],
    ['@Camille Deschampsette', ['c']],
    ['camille@deschamps.fr, @inconnu, @', []],
    ['@Camille Deschamps @Camille Deschamps', ['a']],
  ])('%j', (body, ids) => {
    expect(mentioned(body, PEOPLE).map(({ id }) => id)).toEqual(ids);
  });
});
