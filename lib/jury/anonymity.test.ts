import { expect, test } from 'vitest';
import { MASK, shown } from './anonymity';

const label = { fr: 'Question', en: 'Question' };
const definition = {
  sections: [
    {
      id: 'one',
      title: label,
      fields: [
        { type: 'organisation', id: 'operator', label },
        { type: 'contact', id: 'lead', label },
        { type: 'longText', id: 'vision', label },
        { type: 'file', id: 'annex', label },
        {
          type: 'group',
          id: 'team',
          label,
          rowLabel: label,
          fields: [
            { type: 'shortText', id: 'name', label },
            { type: 'shortText', id: 'status', label },
          ],
        },
      ],
    },
  ],
};
const source = {
  title: 'Un registre pour la Préfecture du Lot',
  organisation: 'Préfecture du Lot',
  organisationNames: ['PREF46'],
  ownerName: 'Élodie Marchand',
  definition,
  answers: {
    operator: { name: 'Préfecture du Lot' },
    lead: { firstName: 'Anaïs', lastName: 'Le Goff', email: 'anais.le-goff@lot.gouv.fr' },
    vision: 'La prefecture du lot (Pref46), avec Anaïs Le Goff et Mme Marchand, veut un lotissement.',
    annex: [{ id: 'f1', name: 'CV Le Goff.pdf', size: 12, type: 'pdf' }],
    team: [{ _key: 'a', name: 'Anaïs', status: 'titulaire' }],
  },
};

test('an open file is shown whole', () => {
  const file = shown(source, null);
  expect(file.title).toBe(source.title);
  expect(file.sections[0]!.entries.map((entry) => entry.id)).toEqual(['operator', 'lead', 'vision', 'annex', 'team']);
  expect(file.sections[0]!.entries[2]!.lines[0]!.fr).toBe(source.answers.vision);
});

test('an anonymous file names nobody: neither in its fields, nor in its texts, nor in its attachments', () => {
  const file = shown(source, { names: true, organisations: true, attachments: true });
  const text = JSON.stringify(file);
  for (const name of ['Préfecture', 'prefecture du lot', 'Pref46', 'Goff', 'Anaïs', 'Marchand', 'lot.gouv'])
    expect(text).not.toContain(name);
  expect(file.sections[0]!.entries[0]!.lines[0]!.fr).toBe(
    `La ${MASK} (${MASK}), avec ${MASK} et Mme ${MASK}, veut un lotissement.`,
  );
  expect(file.sections[0]!.entries[1]!.files[0]!.name).toBe('1.pdf');
});

test('a name worded otherwise is nowhere in the file: neither in the question that asks for it, nor inside a text', () => {
  const named = {
    ...source,
    title: 'Phare d’Ouessant',
    definition: {
      sections: [
        {
          id: 'one',
          title: label,
          fields: [
            { type: 'shortText', id: 'projectName', label },
            { type: 'longText', id: 'vision', label },
          ],
        },
      ],
    },
    answers: { projectName: 'Phare d’Ouessant', vision: 'Le PHARE D’OUESSANT éclaire.' },
  };
  const anonymity = { names: true, organisations: false, attachments: false };
  const said = (redactions: Record<string, string>) =>
    shown({ ...named, redactions }, anonymity).sections.flatMap(({ entries }) =>
      entries.map(({ lines }) => lines[0]!.fr),
    );
  expect(said({})).toEqual(['Phare d’Ouessant', 'Le PHARE D’OUESSANT éclaire.']);
  expect(said({ title: 'Projet A' })).toEqual(['Projet A', `Le ${MASK} éclaire.`]);
  expect(said({ title: '' })).toEqual([`Le ${MASK} éclaire.`]);
  expect(said({ title: 'Projet A', projectName: 'Autre' })).toEqual(['Autre', `Le ${MASK} éclaire.`]);
  expect(shown({ ...named, redactions: { title: '' } }, anonymity).title).toBe(MASK);
});
