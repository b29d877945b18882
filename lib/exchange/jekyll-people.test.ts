import { expect, test } from 'vitest';
import { Register } from './issues';
import { readJekyllPerson } from './jekyll-people';

const found = { file: 'a.yml', source: 'data' as const, key: null as string | null, path: null, years: [], body: null };
const read = (fields: Record<string, unknown>, key: string | null = null) => {
  const register = new Register();
  return {
    raws: readJekyllPerson(fields, { ...found, key }, register),
    reasons: register.issues.map((issue) => `${issue.reason} ${issue.value}`),
  };
};

test('a key whose title is another person keeps the key, and it is said', () => {
  const { raws, reasons } = read({ title: 'Pierre Dubreuil', profil: 'Mentor' }, 'Loïc Duflot');
  expect(raws[0]).toMatchObject({ names: ['Loïc Duflot'], extra: { title: 'Pierre Dubreuil' } });
  expect(reasons).toEqual(['title_mismatch Pierre Dubreuil']);
});

test('a key that differs by a dash is the same name', () => {
  expect(read({ title: 'Pierre-Alain Jachiet' }, 'Pierre–Alain Jachiet')).toMatchObject({
    raws: [{ names: ['Pierre-Alain Jachiet', 'Pierre–Alain Jachiet'] }],
    reasons: [],
  });
});

test.each([
  [{ profil: 'Mentor', class: ['mentor', 'eig-2'] }, 'mentor', false],
  [{ profil: 'Data scientist', class: ['eig-2', 'eig', 'datascientist'] }, 'fellow', false],
  [{ profil: ['Data scientist'] }, 'fellow', false],
  [{ profil: null }, null, false],
  [{ profil: [{ nom: 'Datascience', site: '/x.html' }] }, 'fellow', false],
  [{ profil: 'Accompagnement', class: ['eig-3'] }, 'team', false],
  [{ profil: 'Data scientist', class: ['eig', 'mentor'] }, null, true],
])('%j leans to %s', (fields, leaning, both) => {
  expect(read({ nom: 'Anne Catel', ...fields }).raws[0]).toMatchObject({ leaning, both });
});

test('years and challenges come in every shape', () => {
  const [raw] = read({
    nom: 'Daniel Ansellem',
    annees: ['2017,', '2018,', 2019],
    defis: [{ nom: 'MI - cartAV', site: '/defis/2017/a.html' }, 'Prévisecours', null],
  }).raws;
  expect(raw!.years).toEqual([2017, 2018, 2019]);
  expect(raw!.challenges!.map((ref) => ref.label)).toEqual(['MI - cartAV', 'Prévisecours']);
  expect(read({ nom: 'Ada Bo', defi: null }).raws[0]!.challenges).toEqual([]);
  expect(read({ nom: 'Ada Bo' }).raws[0]!.challenges).toBeNull();
});

test('nobody is made of a placeholder or of an unknown profile', () => {
  expect(read({ nom: 'Prénom Nom' })).toEqual({ raws: [], reasons: ['placeholder Prénom Nom'] });
  expect(read({ nom: 'Maxime Pierrot', profil: 'Tout !' }).reasons).toEqual([]);
  expect(read({ nom: 'Jean-Baptiste X', profil: 'Alchimiste' }).reasons).toEqual(['unknown_value Alchimiste']);
});
