import { expect, test } from 'vitest';
import { likelyConflicts } from './likely';

const jurors = [
  { id: 'zoe', name: 'Zoé Le Bihan', email: 'zoe@lebihan.fr' },
  { id: 'max', name: 'Max', email: '' },
];
const file = (answers: unknown, organisationId: string | null = 'lot') => [{ id: 'f', organisationId, answers }];

test('a juror named in the file is found whatever accents, dashes and case, in a contact, a row or a text', () => {
  for (const answers of [
    { lead: { firstName: 'Zoe', lastName: 'LE BIHAN' } },
    { team: [{ _key: '1', name: 'zoé le-bihan' }] },
    { vision: 'Avec l’appui de Zoé Le Bihan, directrice.' },
    { contact: 'ecrire à ZOE@lebihan.fr' },
  ])
    expect(likelyConflicts(jurors, file(answers), []).map(({ personId, kind }) => [personId, kind])).toEqual([
      ['zoe', 'named_in_file'],
    ]);
});

test('a single name, a longer name and an empty file name nobody', () => {
  for (const answers of [{ vision: 'Max a dit oui' }, { vision: 'Zoé Le Bihannic' }, {}, null])
    expect(likelyConflicts(jurors, file(answers), [])).toEqual([]);
});

test('who mentored or worked at the same host is found, elsewhere not', () => {
  const past = [
    { personId: 'zoe', challengeId: 'c', hostId: 'lot', mentor: true, title: 'PrédiSauvetage' },
    { personId: 'max', challengeId: 'd', hostId: 'lot', mentor: false, title: 'Gobelins' },
  ];
  expect(likelyConflicts(jurors, file({}), past)).toEqual([
    { applicationId: 'f', personId: 'zoe', kind: 'mentor', reason: 'PrédiSauvetage' },
    { applicationId: 'f', personId: 'max', kind: 'colleague', reason: 'Gobelins' },
  ]);
  expect(likelyConflicts(jurors, file({}, 'orne'), past)).toEqual([]);
  expect(likelyConflicts(jurors, file({}, null), [{ ...past[0]!, hostId: null }])).toEqual([]);
});
