import { describe, expect, it } from 'vitest';
import { organisationOf, reference, titleOf } from './naming';
import { formTemplate } from './templates';

describe('the name of a file', () => {
  const form = formTemplate('cohort6');
  it('comes from the answers the form says', () => {
    expect(titleOf(form, { projectName: '  Marées\u200b\nvertes ', budgetProgramme: '352' })).toBe('Marées vertes');
    expect(organisationOf(form, { operator: { name: 'DINUM', siret: '130 025 265 00013' } })).toEqual({
      name: 'DINUM',
      siret: '13002526500013',
      id: '',
    });
  });
  it('is empty when nothing was answered', () => {
    expect([titleOf(form, {}), organisationOf(form, {}).name]).toEqual(['', '']);
  });
  it.each([
    ['7 bis', 'C7B-0042'],
    ['6', 'C6-0042'],
    ['dig', 'CDIG-0042'],
    ['7', 'C7-0042'],
  ])('cohort %s numbers its files %s', (number, expected) => {
    expect(reference(number, 42)).toBe(expected);
  });
});
