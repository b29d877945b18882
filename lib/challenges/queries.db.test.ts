import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChallengeFilters } from '@/lib/challenges/filters';
import { challengeBySlug, challengeFacets, listChallenges, PAGE, relatedChallenges } from '@/lib/challenges/queries';
import { countingQueries, db, disconnect } from '@/lib/db';
import { system, visitor } from '@/lib/viewer';
import { makeChallenge, makePosition } from '@/prisma/factories/challenges';
import { makeOrganisation, makeViewer } from '@/prisma/factories/people';
import { makeCohort } from '@/prisma/factories/programme';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const filters = (given: Partial<ChallengeFilters> = {}) => ChallengeFilters.parse(given);
const titles = async (given: Partial<ChallengeFilters>, viewer: Parameters<typeof listChallenges>[0] = visitor) =>
  (await listChallenges(viewer, filters(given))).challenges.map((challenge) => challenge.title);

describe('the public list of challenges', () => {
  let cohortSlug = '';
  let otherSlug = '';
  let hiddenId = '';
  beforeAll(async () => {
    const cohort = await makeCohort(db, { name: 'Promotion A' });
    const other = await makeCohort(db, { name: 'Promotion B' });
    const secret = await makeCohort(db, { published: false });
    [cohortSlug, otherSlug] = [cohort.slug, other.slug];
    const ministry = await makeOrganisation(db, { name: 'Ministère de la Mer', slug: 'mer' });
    const direction = await makeOrganisation(db, {
      name: 'Direction des phares',
      slug: 'phares',
      parentId: ministry.id,
    });
    await makeChallenge(db, {
      title: 'Élan côtier',
      cohortId: cohort.id,
      hostId: direction.id,
      skills: ['dev', 'design'],
      themes: ['Mer'],
    });
    await makeChallenge(db, {
      title: 'Balises 100%',
      cohortId: cohort.id,
      hostId: ministry.id,
      skills: ['dev'],
      themes: ['Mer', 'Données'],
    });
    await makeChallenge(db, { title: 'Forêt', cohortId: other.id, skills: ['design'], themes: ['Données'] });
    hiddenId = (await makeChallenge(db, { title: 'Caché', cohortId: cohort.id, published: false, skills: ['dev'] })).id;
    await makeChallenge(db, { title: 'Trop tôt', cohortId: secret.id, skills: ['dev'] });
  });

  test('shows what is published, in a published cohort, and nothing else', async () => {
    expect((await titles({})).sort()).toEqual(['Balises 100%', 'Forêt', 'Élan côtier']);
  });
  test('finds words without accents, in any order, and takes wildcards as letters', async () => {
    expect(await titles({ q: 'COTIER elan' })).toEqual(['Élan côtier']);
    expect(await titles({ q: '100%' })).toEqual(['Balises 100%']);
    expect(await titles({ q: '1_0' })).toEqual([]);
  });
  test('finds a challenge by its administration, and by the ministry above it', async () => {
    expect(await titles({ q: 'phares' })).toEqual(['Élan côtier']);
    expect((await titles({ organisation: 'mer' })).sort()).toEqual(['Balises 100%', 'Élan côtier']);
    expect(await titles({ organisation: 'phares' })).toEqual(['Élan côtier']);
  });
  test('filters by cohort, skill and theme together', async () => {
    expect((await titles({ skill: 'dev', theme: 'Mer', cohort: cohortSlug })).sort()).toEqual([
      'Balises 100%',
      'Élan côtier',
    ]);
    expect(await titles({ skill: 'design', cohort: otherSlug })).toEqual(['Forêt']);
  });
  test('says beside each filter how many challenges a click would leave', async () => {
    const start = filters({ skill: 'dev' });
    for (const { facet, value, count } of await challengeFacets(visitor, start)) {
      const { total } = await listChallenges(visitor, { ...start, [facet]: value });
      expect([facet, value, total]).toEqual([facet, value, count]);
    }
    expect(await challengeFacets(visitor, filters({ theme: 'Données' }))).toContainEqual(
      expect.objectContaining({ facet: 'skill', value: 'design', count: 1 }),
    );
  });
  test('shows a hidden challenge to those who have a role on it and to the team only', async () => {
    const mentor = await makeViewer(db, 'operational_mentor', { challengeId: hiddenId });
    expect(await titles({ q: 'cache' })).toEqual([]);
    expect(await titles({ q: 'cache' }, mentor)).toEqual(['Caché']);
    expect(await titles({ q: 'tot' }, mentor)).toEqual([]);
    expect(await titles({ q: 'tot' }, system('test'))).toEqual(['Trop tôt']);
    const { slug } = await db.challenge.findUniqueOrThrow({ where: { id: hiddenId } });
    expect(await challengeBySlug(visitor, slug)).toBeNull();
    expect((await challengeBySlug(mentor, slug))?.title).toBe('Caché');
  });
});

describe('a challenge page', () => {
  test('names those of the team who agreed, and counts the others', async () => {
    const challenge = await makeChallenge(db);
    await makePosition(db, challenge, { fellow: true });
    const shy = await makeViewer(db, 'operational_mentor', { challengeId: challenge.id });
    const page = await challengeBySlug(visitor, challenge.slug);
    expect(page?.team).toHaveLength(1);
    expect(page?.unshown).toBe(1);
    expect(JSON.stringify(page)).not.toContain(shy.name);
    expect((await challengeBySlug(shy, challenge.slug))?.team).toHaveLength(2);
  });
  test('points to challenges of the same administration first', async () => {
    const host = await makeOrganisation(db);
    const cohort = await makeCohort(db);
    const here = await makeChallenge(db, { cohortId: cohort.id, hostId: host.id, themes: ['Sel'] });
    const theme = await makeChallenge(db, { cohortId: cohort.id, themes: ['Sel'] });
    const same = await makeChallenge(db, { cohortId: cohort.id, hostId: host.id });
    expect((await relatedChallenges(visitor, here.id)).map(({ slug }) => slug)).toEqual([same.slug, theme.slug]);
  });
});

describe('the cost of the list', () => {
  test('is one query for the cards and one for the filters, at 1 row and at 3', async () => {
    const cohort = await makeCohort(db);
    const count = () =>
      countingQueries(async () => {
        await listChallenges(visitor, filters({ cohort: cohort.slug }));
        await challengeFacets(visitor, filters({ cohort: cohort.slug }));
      });
    await makeChallenge(db, { cohortId: cohort.id });
    const one = await count();
    await makeChallenge(db, { cohortId: cohort.id });
    await makeChallenge(db, { cohortId: cohort.id });
    expect((await count()).queries).toBe(one.queries);
    expect(one.queries).toBe(2);
  });
  test('stays a page of fifty when there are more', async () => {
    const cohort = await makeCohort(db);
    for (let number = 0; number < PAGE + 3; number++) await makeChallenge(db, { cohortId: cohort.id });
    const first = await listChallenges(visitor, filters({ cohort: cohort.slug }));
    const second = await listChallenges(visitor, filters({ cohort: cohort.slug, page: 2 }));
    expect([first.total, first.challenges.length, second.challenges.length]).toEqual([PAGE + 3, PAGE, 3]);
  });
});
