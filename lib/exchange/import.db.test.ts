import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { clockAt } from '@/lib/clock';
import { db, disconnect } from '@/lib/db';
import { importSite } from '@/lib/exchange/commands/import-site';
import { total } from '@/lib/exchange/report';
import { system, visitor } from '@/lib/viewer';
import { makePerson } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);
const clock = clockAt('2026-11-22T10:00:00Z');
const viewer = system('test');

async function site(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'site-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

async function run(folder: string, options = {}) {
  const result = await importSite(viewer, folder, { clock, ...options });
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.detail)}`);
  return result.value.report;
}

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE cohort, organisation, person, challenge, role_assignment, import_run, import_record, import_issue, import_choice CASCADE`;
});

const older = {
  '_defis/2018-01-01-brigade.md':
    '---\ntitre: Brigade Numérique\nannees: 2018\nmission: Accueillir\nadministration: Ministère de l’Intérieur, Direction générale de la gendarmerie nationale (DGGN)\neigs: [Dora Crisan]\nmentors: [Rémy Nollet]\n---\nTexte\n',
  '_communaute/2018-01-01-dora-crisan.md':
    '---\nnom: Dora Crisan\nannees: 2018\ndefi: Bridage Numérique\nprofil: Développeuse\ngithub: dora27\n---\nBio\n',
};
const newer = {
  'content/defis/brigade.md':
    '---\ntitle: Brigade numérique\ndescription: Accueillir en ligne\nwho: Direction Générale de la Gendarmerie Nationale\npromos: [Promotion 2]\ntown: Issy-les-Moulineaux (92130)\nisSET: true\n---\n{{< dailymotion x1 "Film">}}\n',
  'content/personnes/rémy-nollet.md':
    '---\ntitle: "Rémy Nollet "\njob: Sponsor\nrole: agent-public\npromos: [Promotion 2]\ndefis: [Brigade Numérique]\n---\nBio\n',
};

describe('importing a site', () => {
  test('writes it once: the second run changes nothing', async () => {
    const folder = await site(older);
    const first = await run(folder);
    expect(first).toMatchObject({
      dialect: 'jekyll-2018',
      cohorts: { created: 1 },
      challenges: { created: 1 },
      people: { created: 2 },
      organisations: { created: 2 },
      roles: { created: 2 },
      issues: [
        {
          reason: 'unresolved_reference',
          value: 'Bridage Numérique',
          file: '_communaute/2018-01-01-dora-crisan.md',
          field: 'defi',
        },
      ],
    });
    const before = await db.importRecord.findMany({ orderBy: { id: 'asc' } });
    const second = await run(folder);
    expect([total(second, 'created'), total(second, 'updated'), total(second, 'unchanged')]).toEqual([
      0,
      0,
      total(first, 'created'),
    ]);
    expect(await db.importRecord.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
    expect(await db.importIssue.count()).toBe(1);
  });

  test.each<[string, (text: string) => string]>([
    ['the line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['keys with capitals and accents', (text) => text.replace('annees:', 'Années:').replace('titre:', 'TITRE:')],
    ['the keys of another year', (text) => text.replace('titre:', 'title:').replace('eigs:', 'eig:')],
    ['keys written twice', (text) => text.replace(/^(annees: .*)$/m, '$1\n$1')],
  ])('the same site with %s is the same site', async (_, typed) => {
    const before = await run(await site(older));
    const again = await run(
      await site(Object.fromEntries(Object.entries(older).map(([path, text]) => [path, typed(text)]))),
    );
    expect([total(again, 'created'), again.roles]).toEqual([
      0,
      { created: 0, updated: 0, unchanged: before.roles.created },
    ]);
  });
  test('is reported in the shape that --json prints', async () => {
    const report = await run(await site(older));
    const counts = { created: expect.any(Number), updated: 0, unchanged: 0 };
    expect(JSON.parse(JSON.stringify(report))).toStrictEqual({
      dialect: 'jekyll-2018',
      ...{ cohorts: counts, challenges: counts, people: counts, organisations: counts, roles: counts },
      issues: expect.arrayContaining([
        {
          file: '_communaute/2018-01-01-dora-crisan.md',
          field: 'defi',
          value: 'Bridage Numérique',
          reason: 'unresolved_reference',
        },
      ]),
    });
  });
  test('a dry run writes nothing', async () => {
    const report = await run(await site(older), { dryRun: true });
    expect(total(report, 'created')).toBe(8);
    const counts = [
      db.person.count(),
      db.challenge.count(),
      db.importRun.count(),
      db.importRecord.count(),
      db.importIssue.count(),
    ];
    expect(await Promise.all(counts)).toEqual([0, 0, 0, 0, 0]);
  });

  test('another dialect updates the same rows, and the older one does not undo it', async () => {
    await run(await site(older));
    const report = await run(await site(newer));
    expect(report).toMatchObject({
      cohorts: { created: 0 },
      challenges: { created: 0, updated: 1 },
      people: { created: 0, updated: 1 },
      organisations: { created: 0 },
      roles: { created: 0, updated: 1 },
    });
    const challenge = await db.challenge.findFirstOrThrow();
    expect(challenge).toMatchObject({
      title: 'Brigade numérique',
      tagline: 'Accueillir en ligne',
      towns: ['Issy-les-Moulineaux (92130)'],
    });
    expect(challenge.extra).toMatchObject({ sources: { 'hugo-v3': { isSET: true } } });
    const roles = await db.roleAssignment.findMany({ select: { kind: true }, orderBy: { kind: 'asc' } });
    expect(roles.map((role) => role.kind)).toEqual(['strategic_mentor', 'fellow']);
    expect(total(await run(await site(older)), 'updated')).toBe(0);
  });

  test('what was changed by hand is kept, and asked when the site changes too', async () => {
    await run(await site(older));
    await db.challenge.updateMany({ data: { tagline: 'Écrit par la coordination' } });
    expect((await run(await site(older))).issues).toHaveLength(1);
    const report = await run(await site(newer));
    expect(report.issues).toContainEqual(
      expect.objectContaining({ reason: 'edited_here', field: 'tagline', value: 'Accueillir en ligne' }),
    );
    expect(await db.challenge.findFirstOrThrow()).toMatchObject({
      tagline: 'Écrit par la coordination',
      title: 'Brigade numérique',
    });
  });

  test('someone removed here does not come back unasked', async () => {
    await run(await site(older));
    await db.person.deleteMany({ where: { name: 'Dora Crisan' } });
    const report = await run(await site(older));
    expect(report.issues.map((issue) => issue.reason)).toContain('removed_here');
    expect(await db.person.count()).toBe(1);
  });

  test('someone of the same name who has an account is not merged without asking', async () => {
    const { id } = await makePerson(db, { name: 'Dora Crisan', email: 'dora@exemple.invalid', bio: 'À moi' });
    const report = await run(await site(older));
    expect(report.issues.map((issue) => issue.reason)).toContain('suspected_duplicate');
    expect(await db.person.findUniqueOrThrow({ where: { id } })).toMatchObject({ bio: 'À moi' });
    expect(await db.person.count({ where: { name: 'Dora Crisan' } })).toBe(2);
  });

  test('the team of a past cohort gets its history, never its rights', async () => {
    const page = (years: string) => ({
      ...older,
      '_communaute/2018-01-01-paul.md': `---\nnom: Paul Schmite\nannees: ${years}\ndefi: EIG Node\n---\n`,
    });
    await run(await site(page('2018')));
    const role = await db.roleAssignment.findFirstOrThrow({ where: { kind: 'coordinator' } });
    expect(role.to?.toISOString().slice(0, 10)).toBe('2018-12-31');
  });

  test('a refusal leaves nothing half-imported', async () => {
    const folder = await site({ ...older, '_defis/2018-01-01-x.md': '---\ntitre: "x" y\n---\n' });
    expect(await importSite(viewer, folder, { clock })).toMatchObject({ ok: false, reason: 'malformed_yaml' });
    expect(await db.person.count()).toBe(0);
    expect((await run(folder, { skipMalformed: true })).issues.map((issue) => issue.reason)).toContain(
      'malformed_yaml',
    );
  });

  test('characters that a database refuses are left out, not fatal', async () => {
    const odd = '---\ntitre: "Od\\ud800d\\0 un"\nannees: 2018\nnote: "a\\ud800\\0b"\nimages: ["\\udfff"]\n---\nTexte\n';
    const report = await run(await site({ ...older, '_defis/2018-01-01-odd.md': odd }));
    expect(report.challenges.created).toBe(2);
  });

  test('is for the coordination only', async () => {
    expect(await importSite(visitor, await site(older), { clock })).toEqual({ ok: false, reason: 'forbidden' });
  });

  test('two at once end as one after the other', async () => {
    const folder = await site(older);
    const reports = await Promise.all([run(folder), run(folder)]);
    expect(reports.map((report) => total(report, 'created')).sort()).toEqual([0, 8]);
    expect(await db.person.count()).toBe(2);
  });
});

const data = process.env.EIG_DATA ?? join(process.cwd(), '../shared/eig');

describe.skipIf(!existsSync(join(data, 'site-2018-06')))(
  'the programme’s own sites, one after the other (skipped without EIG_DATA)',
  () => {
    test('each takes less than ten seconds, meets the rows of the others, and changes nothing the second time', {
      timeout: 120_000,
    }, async () => {
      const folders = ['site-2018-06', 'site-2019-05', 'site-2022-09', 'site-v3'];
      for (const folder of folders) {
        // Processor time: a busy machine makes the clock lie.
        const start = process.cpuUsage();
        await run(join(data, folder));
        const { user, system: kernel } = process.cpuUsage(start);
        expect((user + kernel) / 1_000).toBeLessThan(10_000);
      }
      const perCohort = await db.cohort.findMany({
        select: { number: true, _count: { select: { challenges: true } } },
        orderBy: { number: 'asc' },
      });
      expect(perCohort.map(({ number, _count }) => `${number}: ${_count.challenges}`)).toEqual([
        '1: 9',
        '2: 13',
        '3: 15',
        '4: 17',
        '5: 0',
        '6: 0',
        '7: 0',
        'dig: 17',
      ]);
      for (const folder of folders.toReversed()) {
        const again = await run(join(data, folder));
        expect([folder, total(again, 'created'), total(again, 'updated')]).toEqual([folder, 0, 0]);
      }
    });
  },
);
