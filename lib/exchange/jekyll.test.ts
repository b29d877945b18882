import { expect, test } from 'vitest';
import { Register } from './issues';
import { readJekyll } from './jekyll';
import type { Dialect } from './snapshot';

const read = (files: { path: string; text: string }[], dialect: Dialect = 'jekyll-data') => {
  const register = new Register();
  const raw = readJekyll({ root: '', dialect, files }, register);
  return { ...raw, reasons: register.issues.map((issue) => `${issue.reason} ${issue.field} ${issue.value}`) };
};

test('a map of records keeps what a later equal key hides', () => {
  const { people, reasons } = read([
    { path: '_data/personnes.yml', text: 'Rémy Nollet:\n  title: Rémi Nollet\n  title: Rémy Nollet\n' },
  ]);
  expect(people).toMatchObject([
    { names: ['Rémy Nollet'], extra: { duplicates: [{ key: 'title', value: 'Rémi Nollet' }] } },
  ]);
  expect(reasons).toEqual(['duplicate_key Rémy Nollet.title Rémi Nollet']);
});

test('two records under one key are both read', () => {
  const { challenges } = read([
    { path: '_data/defis.yml', text: 'A:\n  title: A\n  eigs: [x y]\nA:\n  title: A\n  eigs: [z t]\n' },
  ]);
  expect(challenges).toHaveLength(2);
});

test('a list of records is read like a map', () => {
  const { people } = read([
    {
      path: '_data/personnes.yml',
      text: '- title: Delphine Lê\n  annee: 2018, 2019\n  defi: Hopkins, ADLER\n  class: [2018, mentor]\n',
    },
  ]);
  expect(people).toMatchObject([
    { names: ['Delphine Lê'], years: [2018, 2019], leaning: 'mentor', challenges: [{ label: 'Hopkins, ADLER' }] },
  ]);
});

test('cohorts are read from the data of the home page', () => {
  const { cohorts } = read([
    {
      path: '_data/promos.yml',
      text: '"DIG":\n  title: Les défis DIG\n  promotion: dig\n  class: 2019 eig-dig\n"EIG 5":\n  title: Les défis EIG 5\n  class: 2021 eig-5\n',
    },
  ]);
  expect(cohorts).toMatchObject([
    { cohort: 'dig', year: 2019 },
    { cohort: '5', year: 2021, title: 'Les défis EIG 5' },
  ]);
});

test('models to copy, pages without front matter and broken pages are issues, not records', () => {
  const { challenges, people, reasons } = read([
    { path: '_communaute/_2018-01-01-prenom-nom.md', text: '---\nnom: Prénom Nom\n---\n' },
    { path: '_defis/2019-01-01-academie.md', text: '---layout: defititle: "Académie"---' },
    { path: '_defis/2019-01-01-x.md', text: '---\ntitle: "a" b\n---\n' },
  ]);
  expect([challenges, people]).toEqual([[], []]);
  expect(reasons.map((reason) => reason.split(' ')[0])).toEqual(['placeholder', 'no_front_matter', 'malformed_yaml']);
});

test('a page’s name gives its year and its address', () => {
  const { challenges } = read(
    [{ path: '_defis/2017-01-01-cour-des-comptes', text: '---\ntitre: Cour des comptes\n---\nTexte' }],
    'jekyll-2018',
  );
  expect(challenges).toMatchObject([{ years: [2017], paths: ['/defis/2017/cour-des-comptes'], body: 'Texte' }]);
});
