import { expect, test } from 'vitest';
import { readTowns } from './towns';

test.each([
  ['Paris (75001)', [{ name: 'Paris', postcode: '75001', department: '75' }]],
  ['75012 Paris', [{ name: 'Paris', postcode: '75012', department: '75' }]],
  ['Issy-les-Moulineaux', [{ name: 'Issy-les-Moulineaux', postcode: null, department: null }]],
  ['Saint-Mandé (94)', [{ name: 'Saint-Mandé', postcode: null, department: '94' }]],
  ['Saint-Denis (97400)', [{ name: 'Saint-Denis', postcode: '97400', department: '974' }]],
  ['Bastia (20200)', [{ name: 'Bastia', postcode: '20200', department: '2B' }]],
  [
    'Bordeaux (33) | Champs-sur-Marne (77)',
    [
      { name: 'Bordeaux', postcode: null, department: '33' },
      { name: 'Champs-sur-Marne', postcode: null, department: '77' },
    ],
  ],
  [' \u00a0', []],
])('%j is read as %j', (text, towns) => {
  expect(readTowns(text)).toEqual(towns);
});
