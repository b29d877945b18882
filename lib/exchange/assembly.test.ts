import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSnapshot } from './assembly';
import { readFolder } from './folder';
import { fingerprint } from './issues';
import type { RoleKind, Snapshot } from './snapshot';

const page = (path: string, fields: string, body = '') => ({ path, text: `---\n${fields}\n---\n${body}` });
const read = (files: { path: string; text: string }[], ...more: [Parameters<typeof readSnapshot>[1]?]): Snapshot => {
  const result = readSnapshot(files, ...more);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.snapshot;
};

describe('a site put together', () => {
  const files = [
    page(
      '_defis/2018-01-01-brigade.md',
      'titre: Brigade Numérique\nannees: 2018\neigs:\n  - Dora Crisan\nmentors:\n  - Rémy  Nollet\u200b',
      'Texte',
    ),
    page(
      '_communaute/2018-01-01-dora-crisan.md',
      'nom: Dora Crisan\ndefi: Bridage Numérique\nannees: 2018\nprofil: Développeuse',
    ),
  ];

  test('a misspelt reference is an issue with what it looks like, and the role told by the challenge stays', () => {
    const snapshot = read(files);
    expect(snapshot.roles.map(({ person, challenge, cohort, kind }) => [person, challenge, cohort, kind])).toEqual([
      ['name:doracrisan', '2:brigadenumerique', '2', 'fellow'],
      ['name:remynollet', '2:brigadenumerique', '2', 'operational_mentor'],
    ]);
    expect(snapshot.issues).toContainEqual(
      expect.objectContaining({
        reason: 'unresolved_reference',
        field: 'defi',
        value: 'Bridage Numérique',
        suggestion: { key: '2:brigadenumerique', label: 'Brigade Numérique' },
      }),
    );
  });

  test('a choice made earlier resolves the reference, and the issue is gone', () => {
    const asked = read(files).issues.find((issue) => issue.reason === 'unresolved_reference')!;
    const again = read(
      files,
      new Map([[fingerprint(asked), { act: 'link', target: 'id', keys: ['2:brigadenumerique'] }]]),
    );
    expect(again.issues.filter((issue) => issue.reason === 'unresolved_reference')).toEqual([]);
    expect(again.roles).toHaveLength(2);
  });

  test('one malformed page refuses the whole, unless the caller goes without it', () => {
    const broken = [...files, page('_defis/2018-01-01-x.md', 'titre: "x" y')];
    expect(readSnapshot(broken)).toMatchObject({
      ok: false,
      refusal: { reason: 'malformed_yaml', detail: expect.stringContaining('2018-01-01-x.md, line 2') },
    });
    expect(readSnapshot(broken, new Map(), { skipMalformed: true })).toMatchObject({ ok: true });
  });

  test('keys are the same in every dialect', () => {
    const hugo = read([
      page('content/defis/brigade-numérique.md', 'title: Brigade numérique\npromos: [Promotion 2]\nwho: X'),
      page(
        'content/personnes/dora-crisan.md',
        'title: "Dora Crisan "\nrole: participant\njob: Développeuse\npromos: [Promotion 2]\ndefis: [" Brigade Numérique"]',
      ),
    ]);
    expect(hugo.challenges[0]!.key).toBe('2:brigadenumerique');
    expect(hugo.roles[0]!.key).toBe(read(files).roles[0]!.key);
  });

  test('nothing is dropped: unknown keys stay with their record', () => {
    const snapshot = read([
      page('_defis/2018-01-01-a.md', 'titre: A\nannees: 2018\ncouleur: bleu\nbudget: {total: 3}'),
      ...files,
    ]);
    expect(snapshot.challenges.find((challenge) => challenge.title === 'A')!.extra).toEqual({
      couleur: 'bleu',
      budget: { total: 3 },
    });
  });
});

const data = process.env.EIG_DATA ?? join(process.cwd(), '../shared/eig');
const folders = ['site-2018-06', 'site-2019-05', 'site-2022-09', 'site-v3'] as const;

describe.skipIf(!existsSync(join(data, folders[0])))('the programme’s own sites (skipped without EIG_DATA)', () => {
  const sites = new Map<string, Snapshot>();
  beforeAll(async () => {
    for (const folder of folders) {
      const files = await readFolder(join(data, folder));
      if (!files.ok) throw new Error(files.refusal.reason);
      sites.set(folder, read(files.files));
    }
  });
  const count = (folder: string, cohort: string, kind: RoleKind) =>
    new Set(
      sites
        .get(folder)!
        .roles.filter((role) => role.cohort === cohort && role.kind === kind)
        .map((role) => role.person),
    ).size;
  const challenges = (folder: string, cohort: string) =>
    sites.get(folder)!.challenges.filter((challenge) => challenge.cohort === cohort).length;
  const has = (folder: string, reason: string, value: string | RegExp) =>
    sites
      .get(folder)!
      .issues.some(
        (issue) =>
          issue.reason === reason && (typeof value === 'string' ? issue.value === value : value.test(issue.value)),
      );

  test('are of four dialects', () => {
    expect(folders.map((folder) => sites.get(folder)!.dialect)).toEqual([
      'jekyll-2018',
      'jekyll-2019',
      'jekyll-data',
      'hugo-v3',
    ]);
  });

  // The site of 2018 has no page of the first cohort's challenges; Bastien Guerry's page there names only his second.
  test.each([
    ['site-2018-06', '1', 0, 10],
    ['site-2018-06', '2', 13, 28],
    ['site-2019-05', '1', 9, 11],
    ['site-2019-05', '2', 13, 28],
    ['site-2019-05', '3', 15, 32],
    ['site-2022-09', '1', 9, 11],
    ['site-2022-09', '2', 13, 28],
    ['site-2022-09', '3', 15, 32],
    ['site-2022-09', '4', 17, 41],
    ['site-2022-09', 'dig', 17, 21],
  ])('%s holds cohort %s: %i challenges, %i fellows', (folder, cohort, challengeCount, fellows) => {
    expect([challenges(folder, cohort), count(folder, cohort, 'fellow')]).toEqual([challengeCount, fellows]);
  });

  // Its people's pages say other numbers than the programme's reports. Without a page: Constance de Quatrebarbes (1),
  // Mathieu Perez (3), Élisabeth Fainstein and Nadim Bel Lallahom (4), Marie Ramon-Daré (DIG). Two fellows of cohort 2 are
  // said to be fellows of Open Chronic too (3): Julien Naour by mistake, Philéas Condemine who was its mentor.
  test.each([
    ['1', 9, 10],
    ['2', 13, 28],
    ['3', 15, 33],
    ['4', 17, 39],
    ['dig', 17, 20],
  ])('site-v3 holds cohort %s: %i challenges, %i fellows by its own pages', (cohort, challengeCount, fellows) => {
    expect([challenges('site-v3', cohort), count('site-v3', cohort, 'fellow')]).toEqual([challengeCount, fellows]);
  });

  test('everyone with a record is a person, and everyone only named', () => {
    // 60 files, one of them a model; 113 pages and 7 mentors without one; 262 records of which two are of one man,
    // and 7 mentors without record; 296 pages of which three pairs are of one person.
    expect(folders.map((folder) => sites.get(folder)!.people.length)).toEqual([59, 120, 268, 293]);
  });

  test('their irregularities are listed, each with its reason', () => {
    expect(has('site-2018-06', 'placeholder', '_2018-01-01-prenom-nom.md')).toBe(true);
    expect(has('site-2018-06', 'unresolved_reference', 'Bridage Numérique')).toBe(true);
    expect(has('site-2019-05', 'label_mismatch', 'Bridage Numérique')).toBe(true);
    expect(has('site-2019-05', 'label_mismatch', 'PrédiSauvetage /')).toBe(true);
    expect(has('site-2019-05', 'label_mismatch', 'Arcep')).toBe(true);
    expect(has('site-2019-05', 'duplicate_key', /^ADLER - /)).toBe(true);
    expect(has('site-2019-05', 'contradictory_date', /^EIG Link : 2019 ≠ 2018/)).toBe(true);
    expect(has('site-2022-09', 'title_mismatch', 'Pierre Dubreuil')).toBe(true);
    expect(has('site-2022-09', 'duplicate_key', 'Rémy Nollet')).toBe(true);
    expect(has('site-2022-09', 'duplicate_record', /^Pierre-Alain Jachiet/)).toBe(true);
    expect(has('site-2022-09', 'contradictory_role', /^Tristram Gräbener/)).toBe(true);
    expect(has('site-2022-09', 'bad_address', /^hhttp/)).toBe(true);
    expect(has('site-v3', 'suspicious_file', 'test')).toBe(true);
    expect(has('site-v3', 'duplicate_record', /^Kim Montalibet/)).toBe(true);
    expect(has('site-v3', 'unresolved_reference', 'CyberImpact')).toBe(true);
    expect(has('site-v3', 'unknown_value', 'Service public')).toBe(true);
  });

  test('spellings of administrations come down to fewer bodies', () => {
    const site = sites.get('site-2022-09')!;
    const spellings = new Set(site.challenges.map((challenge) => challenge.administration));
    expect(spellings.size).toBe(67);
    expect(new Set(site.challenges.flatMap((challenge) => challenge.organisations)).size).toBeLessThan(60);
    const shom = site.organisations.find((body) => body.aliases.includes('SHOM'))!;
    expect(
      site.challenges
        .filter((challenge) => challenge.organisations.includes(shom.key))
        .map((challenge) => challenge.title),
    ).toEqual(['Maritux', 'b@liseNAV']);
  });

  test('one person holds several roles: a fellow, then EIG Link; a fellow, then a mentor', () => {
    const roles = (name: string) =>
      sites
        .get('site-2022-09')!
        .roles.filter((role) => role.person === name)
        .map((role) => `${role.kind} ${role.cohort}`);
    expect(roles('name:antoineaugusti').sort()).toEqual(['coach 3', 'fellow 2', 'fellow 3']);
    expect(roles('name:pierrealainjachiet').sort()).toEqual(['fellow 3', 'operational_mentor 4']);
    expect(roles('name:danielansellem')).toHaveLength(4);
  });

  test('bodies are kept as written, shortcodes included', () => {
    const label = sites.get('site-v3')!.challenges.find((challenge) => challenge.title === 'LABEL')!;
    expect(label.body).toContain('{{< dailymotion x82e1ah');
  });
});
