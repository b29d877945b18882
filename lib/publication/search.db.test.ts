import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countingQueries, db, disconnect } from '@/lib/db';
import { searchAll } from '@/lib/publication/queries/search';
import { type PersonViewer, type Viewer, visitor } from '@/lib/viewer';
import { makeChallenge } from '@/prisma/factories/challenges';
import * as jury from '@/prisma/factories/jury';
import { makeOrganisation, makePerson, makeRole, makeViewer } from '@/prisma/factories/people';
import { makeCohort } from '@/prisma/factories/programme';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const found = async (viewer: Viewer, q: string) =>
  (await searchAll(viewer, q)).map(({ kind, title }) => `${kind} ${title}`).sort();

describe('the search', () => {
  let coordinator: PersonViewer;
  let author: PersonViewer;
  let juror: PersonViewer;
  let kin: PersonViewer;
  beforeAll(async () => {
    coordinator = await makeViewer(db, 'coordinator');
    const cohort = await makeCohort(db, { name: 'Promotion de l’Écume' });
    await makeChallenge(db, { title: 'Écume ouverte', cohortId: cohort.id });
    await makeChallenge(db, { title: 'Écume cachée', cohortId: cohort.id, published: false });
    await makeOrganisation(db, { name: 'Office de l’écume' });
    for (const [name, visibility] of [
      ['Léa Écume', 'public'],
      ['Max Écume', 'members'],
      ['Zoé Écume', 'private'],
    ] as const) {
      const person = await makePerson(db, { name, visibility });
      await makeRole(db, person.id, 'fellow', { cohortId: cohort.id });
    }
    await db.resource.createMany({
      data: [
        { slug: 'ecume', title: 'Lire l’écume', publishedAt: new Date(0) },
        { slug: 'ecume-2', title: 'Écume proposée' },
      ].map((resource) => ({ kind: 'guide', summary: '', body: '', ...resource })),
    });
    const stage = await jury.stage(db);
    const host = await jury.organisation(db, 'Bureau des vagues');
    author = await jury.person(db, { roles: ['applicant'] });
    const file = await jury.file(db, stage, { title: 'Dossier écume', ownerId: author.id, organisationId: host });
    await db.application.create({
      data: {
        ...{ callId: stage.callId, formVersionId: stage.formVersionId, ownerId: author.id },
        title: 'Brouillon écume',
      },
    });
    juror = await jury.juror(db, stage, { roles: ['juror'] });
    kin = await jury.juror(db, stage, { roles: ['juror'], organisationId: host });
    for (const one of [juror, kin]) await jury.assignment(db, stage, one.id, file);
  });

  const open = [
    'challenge Écume ouverte',
    'cohort Promotion de l’Écume',
    'organisation Office de l’écume',
    'person Léa Écume',
  ];

  test('shows a visitor what is public, accents and order aside', async () => {
    expect(await found(visitor, 'ecume')).toEqual(open);
    expect(await found(visitor, 'OUVERTE écu')).toEqual(['challenge Écume ouverte']);
  });
  test('adds what is one’s own: drafts for their author, files to score for their juror', async () => {
    expect(await found(author, 'écume')).toEqual(
      [...open, 'own Brouillon écume', 'own Dossier écume', 'resource Lire l’écume'].sort(),
    );
    expect(await found(juror, 'dossier écume')).toEqual(['reading Dossier écume']);
  });
  test('hides from a juror the file of their own organisation', async () => {
    expect(await found(kin, 'dossier écume')).toEqual([]);
  });
  test('shows the coordination what was sent, never a draft, and everyone', async () => {
    expect(await found(coordinator, 'écume')).toEqual(
      [
        ...open,
        'challenge Écume cachée',
        'file Dossier écume',
        'person Max Écume',
        'person Zoé Écume',
        'resource Lire l’écume',
        'resource Écume proposée',
      ].sort(),
    );
  });
  test('finds nothing for no word, and takes wildcards as letters', async () => {
    expect(await searchAll(coordinator, ' ')).toEqual([]);
    expect(await searchAll(coordinator, '%')).toEqual([]);
    expect(await searchAll(coordinator, "'; --")).toEqual([]);
  });
  test('is one query, whatever it finds', async () => {
    expect((await countingQueries(() => searchAll(coordinator, 'écume'))).queries).toBe(1);
    expect((await countingQueries(() => searchAll(coordinator, 'rien'))).queries).toBe(1);
  });
});
