import { expect, test } from 'vitest';
import { readSkills } from './skills';

test.each([
  ['Datascientiste', ['Data science']],
  ['Data Scientist', ['Data science']],
  ['Data scientist', ['Data science']],
  ['Datascience', ['Data science']],
  ['Développement / Datascience', ['Développement', 'Data science']],
  ['Développement, ergonomie, design UX/UI', ['Développement', 'Design']],
  ['Devops, web des données, datascience', ['Développement', 'Data science']],
  ['Designer de Services/UX', ['Design']],
  ['dataengineering', ['Data engineering']],
  ['Géomaticien', ['Géomatique']],
  ['Accompagnement ', ['Accompagnement']],
  ['Mentor', []],
])('%j is %j', (text, skills) => {
  expect(readSkills([text])).toEqual({ skills, unknown: [] });
});

test('an unknown word is handed back', () => {
  expect(readSkills(['Alchimie'])).toEqual({ skills: [], unknown: ['Alchimie'] });
});
