import { describe, expect, it } from 'vitest';
import { sheetOf } from '@/lib/calls/sheet';
import { formTemplate } from '@/lib/calls/templates';

const words = {
  locale: 'fr',
  signed: 'Signé',
  yes: 'Oui',
  no: 'Non',
  date: (iso: string) => iso,
  number: String,
  money: (cents: number) => `${cents / 100} €`,
};
const definition = formTemplate('cohort6');
const read = (answers: object) => sheetOf(definition, answers as never, words).flatMap((section) => section.entries);
const readValue = (answers: object, id: string) => read(answers).find((entry) => entry.id === id)?.value;

describe('the sheet of a file', () => {
  it('shows a question without an answer as such', () => {
    expect(readValue({}, 'mission')).toEqual({ kind: 'none' });
  });
  it('leaves out what the conditions hide', () => {
    expect(readValue({ coFunding: false }, 'budgetProgramme')).toBeUndefined();
    expect(readValue({ coFunding: true, budgetProgramme: '352' }, 'budgetProgramme')).toEqual({
      kind: 'text',
      text: '352',
    });
  });
  it('reads a person, a town and a body in the order people say them', () => {
    const lead = { firstName: 'Ada', lastName: 'Lovelace', role: 'Cheffe', entity: 'DINUM', email: 'a@b.fr' };
    expect(readValue({ projectLead: lead }, 'projectLead')).toEqual({
      kind: 'text',
      text: 'Ada Lovelace\nCheffe, DINUM\na@b.fr',
    });
    expect(readValue({ workSite: { name: 'Brest', postcode: '29200' } }, 'workSite')).toEqual({
      kind: 'text',
      text: '29200 Brest',
    });
  });
  it('names choices by their label and keeps an unknown one as it is', () => {
    const rows = readValue(
      {
        profiles: [
          { _key: 'a', profile: 'designer' },
          { _key: 'b', profile: 'gone' },
        ],
      },
      'profiles',
    );
    expect(rows).toMatchObject({ kind: 'rows', rows: [{ title: 'Profil 1' }, { title: 'Profil 2' }] });
    expect(JSON.stringify(rows)).toContain('Design');
    expect(JSON.stringify(rows)).toContain('gone');
  });
});
