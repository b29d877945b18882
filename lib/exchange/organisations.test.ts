import { describe, expect, test } from 'vitest';
import { organisationKey, readAdministration, resembleOrganisations } from './organisations';

const names = (text: string) => {
  const read = readAdministration(text);
  return read && [...read.chain.map((body) => body.name), read.hosts.map((body) => body.name)];
};

describe('administrations', () => {
  test.each([
    ['Haute Autorité de Santé', [['Haute Autorité de Santé']]],
    ['Cour de cassation  ', [['Cour de cassation']]],
    ['Direction interministérielle du numérique (DINUM),', [['Direction interministérielle du numérique']]],
    [
      'Ministère de l’Intérieur, Direction générale de la gendarmerie nationale (DGGN)',
      ['Ministère de l’Intérieur', ['Direction générale de la gendarmerie nationale']],
    ],
    [
      'Direction des affaires maritimes, Ministère de la Transition écologique et solidaire',
      ['Ministère de la Transition écologique et solidaire', ['Direction des affaires maritimes']],
    ],
    [
      'Ministère de la Culture, Direction générale de la création artistique, Service du Mobilier National',
      ['Ministère de la Culture', 'Direction générale de la création artistique', ['Service du Mobilier National']],
    ],
    [
      'Ministère de l’Enseignement supérieur, de la Recherche et de l’Innovation, Département des outils d’aide à la décision',
      [
        'Ministère de l’Enseignement supérieur, de la Recherche et de l’Innovation',
        ['Département des outils d’aide à la décision'],
      ],
    ],
    [
      'Ministère des Solidarités et de la Santé, Direction de la recherche, des études, de l’évaluation et des statistiques',
      [
        'Ministère des Solidarités et de la Santé',
        ['Direction de la recherche, des études, de l’évaluation et des statistiques'],
      ],
    ],
    [
      'Ministère de l’Intérieur et Agence nationale du traitement automatisé des infractions (ANTAI)',
      [['Ministère de l’Intérieur', 'Agence nationale du traitement automatisé des infractions']],
    ],
    [
      'Commissariat Général au Développement Durable - Ministère de la Transition Écologique et Solidaire',
      ['Ministère de la Transition Écologique et Solidaire', ['Commissariat Général au Développement Durable']],
    ],
    [
      "Programme VITAM - Programme interministériel d'archivage numérique",
      [["Programme VITAM - Programme interministériel d'archivage numérique"]],
    ],
    [
      'Administration de rattachement :Ministère de l’Action et des Comptes Publics',
      [['Ministère de l’Action et des Comptes Publics']],
    ],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('an empty text names nobody', () => {
    expect(readAdministration(' \u00a0,')).toBeNull();
  });

  test('an acronym is kept beside the name', () => {
    expect(readAdministration('Service hydrographique (Shom)')?.hosts[0]).toMatchObject({
      name: 'Service hydrographique',
      acronym: 'SHOM',
    });
    expect(readAdministration('SHOM')?.hosts[0]).toMatchObject({ name: 'SHOM', acronym: 'SHOM', kind: 'operator' });
  });
});

test('spellings of one body have one key', () => {
  const key = organisationKey('Direction Générale de la Gendarmerie nationale (DGGN)');
  expect(organisationKey('direction générale de la Gendarmerie Nationale')).toBe(key);
  expect(organisationKey('Cour de Cassation')).toBe(organisationKey('Cour de cassation'));
  expect(organisationKey('Cour des comptes')).not.toBe(organisationKey('Cour de cassation'));
});

test.each([
  ['Minisère de l’Intérieur', "Ministère de l'Intérieur", true],
  ['Agence de la Sécurité Civile', 'Agence du Numérique de la Sécurité Civile', true],
  ['Cour des comptes', 'Cour de cassation', false],
  ['Ministère de la Justice', 'Ministère de la Culture', false],
  ['Académie de Lyon', 'Académie de Dijon', false],
])('%s may be %s: %s', (one, other, expected) => {
  expect(resembleOrganisations(one, other)).toBe(expected);
});
