import { expect, test } from 'vitest';
import { fingerprint, Register } from './issues';
import { OrganisationBook } from './organisation-book';

const at = { file: 'a.md', subject: '1:a' };

test('spellings of one body are one record with aliases, under its ministry', () => {
  const book = new OrganisationBook(new Register());
  const [first] = book.hosts(
    'Ministère de l’Intérieur, Direction générale de la gendarmerie nationale (DGGN)',
    'https://a.fr',
    at,
  );
  expect(book.hosts('Direction Générale de la Gendarmerie Nationale', null, at)).toEqual([first]);
  expect(book.hosts("Minist\u00e8re de l'Int\u00e9rieur", null, at)).toEqual(['org:ministere interieur']);
  expect(book.records()).toMatchObject([
    { key: 'org:ministere interieur', kind: 'ministry', parent: null },
    {
      name: 'Direction générale de la gendarmerie nationale',
      aliases: ['DGGN', 'Direction Générale de la Gendarmerie Nationale'],
      parent: 'org:ministere interieur',
      website: 'https://a.fr',
    },
  ]);
});

test('an acronym alone is the body that carries it, whichever comes first', () => {
  for (const texts of [
    ['SHOM', 'Service hydrographique de la marine (SHOM)'],
    ['Service hydrographique de la marine (SHOM)', 'SHOM'],
  ]) {
    const book = new OrganisationBook(new Register());
    const keys = texts.flatMap((text) => book.hosts(text, null, at));
    expect(new Set(keys).size).toBe(1);
    expect(book.records()).toMatchObject([{ name: 'Service hydrographique de la marine', aliases: ['SHOM'] }]);
  }
});

test('a likely slip is asked, and the answer is followed', () => {
  const register = new Register();
  const book = new OrganisationBook(register);
  book.hosts('Ministère de l’Intérieur', null, at);
  book.hosts('Minisère de l’Intérieur', null, at);
  expect(book.records()).toHaveLength(2);
  const [issue] = register.issues;
  expect(issue).toMatchObject({ reason: 'suspected_duplicate', about: 'organisation' });

  const key = 'org:ministere interieur';
  const again = new OrganisationBook(
    new Register(new Map([[fingerprint(issue!), { act: 'link', target: 'id', keys: [key] }]])),
  );
  again.hosts('Ministère de l’Intérieur', null, at);
  expect(again.hosts('Minisère de l’Intérieur', null, at)).toEqual([key]);
  expect(again.records()).toMatchObject([{ aliases: ['Minisère de l’Intérieur'] }]);
});
