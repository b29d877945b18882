import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db, disconnect } from '@/lib/db';
import { updatePreferences, updateProfile } from '@/lib/people/commands/profile';
import { assignRole, endRole } from '@/lib/people/commands/roles';
import { listPeople, organisationBySlug, personBySlug } from '@/lib/people/queries';
import { ownProfile } from '@/lib/people/queries/own';
import { ProfileForm } from '@/lib/people/schema';
import { PeopleFilters } from '@/lib/people/search';
import { visitor } from '@/lib/viewer';
import { makeChallenge } from '@/prisma/factories/challenges';
import { makeOrganisation, makePerson, makeRole, makeViewer, viewerOf } from '@/prisma/factories/people';
import { makeCohort } from '@/prisma/factories/programme';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000);
const named = async (given: Partial<PeopleFilters>) =>
  (await listPeople(visitor, PeopleFilters.parse(given))).people.map(({ name }) => name).sort();

describe('alumni', () => {
  beforeAll(async () => {
    const over = await makeCohort(db, { endsOn: day(-30) });
    const running = await makeCohort(db, { endsOn: day(30) });
    const fellow = async (name: string, ...roles: { cohortId: string; to?: Date }[]) => {
      const person = await makePerson(db, { name, slug: name.toLowerCase(), visibility: 'public' });
      for (const role of roles) await makeRole(db, person.id, 'fellow', role);
    };
    await fellow('Ancienne', { cohortId: over.id });
    await fellow('Partie', { cohortId: running.id, to: day(-1) });
    await fellow('Présente', { cohortId: running.id });
    await fellow('Revenue', { cohortId: over.id }, { cohortId: running.id });
    const mentor = await makePerson(db, { name: 'Mentor', slug: 'mentor', visibility: 'public' });
    await makeRole(db, mentor.id, 'operational_mentor', { cohortId: over.id });
  });

  test('are those who were fellows and are no more: no role says it', async () => {
    expect(await named({ kind: 'alumni' })).toEqual(['Ancienne', 'Partie']);
    expect(await named({ kind: 'fellow' })).toEqual(['Ancienne', 'Partie', 'Présente', 'Revenue']);
    expect((await personBySlug(visitor, 'ancienne'))?.alumni).toBe(true);
    expect((await personBySlug(visitor, 'revenue'))?.alumni).toBe(false);
    expect((await personBySlug(visitor, 'mentor'))?.alumni).toBe(false);
  });
});

describe('a person', () => {
  test('changes their page; the former name stays known, and who may see it is theirs to say', async () => {
    const person = await makePerson(db, { name: 'Élise Mercier' });
    const me = viewerOf(person);
    const form = { name: ' Élise  Mercier-Faure ', headline: 'Développe', bio: '', skills: '', visibility: 'public' };
    const links = [{ title: 'Site', url: 'https://exemple.invalid' }];
    expect(await updateProfile(me, ProfileForm.parse({ ...form, links }))).toMatchObject({ ok: true });
    expect(await ownProfile(me)).toMatchObject({ name: 'Élise Mercier-Faure', visibility: 'public', links });
    expect((await db.person.findUniqueOrThrow({ where: { id: me.id } })).aliases).toEqual(['Élise Mercier']);
    await makeRole(db, me.id, 'fellow');
    expect(await named({ q: 'elise mercier' })).toEqual(['Élise Mercier-Faure']);
    await updateProfile(me, ProfileForm.parse({ ...form, visibility: 'private' }));
    expect(await named({ q: 'elise mercier' })).toEqual([]);
    expect(await personBySlug(visitor, person.slug)).toBeNull();
  });
  test('keeps language and theme on every device', async () => {
    const me = await makeViewer(db);
    await updatePreferences(me, { locale: 'en', theme: 'dark' });
    expect(await ownProfile(me)).toMatchObject({ locale: 'en', theme: 'dark' });
    expect(await updatePreferences(visitor, { locale: 'en', theme: 'dark' })).toMatchObject({ reason: 'signed_out' });
  });
  test('holds several roles, each of its challenge and cohort, from and to', async () => {
    const coordinator = await makeViewer(db, 'coordinator');
    const [one, two] = [await makeChallenge(db), await makeChallenge(db)];
    const email = 'plusieurs@exemple.invalid';
    for (const [kind, challenge] of [
      ['fellow', one],
      ['operational_mentor', two],
    ] as const)
      expect(
        await assignRole(
          coordinator,
          { email, name: 'Plusieurs Rôles', kind, cohortId: challenge.cohortId, challengeId: challenge.id },
          () => new Date(),
        ),
      ).toMatchObject({ ok: true });
    const { id } = await db.person.findUniqueOrThrow({ where: { email } });
    const roles = await db.roleAssignment.findMany({ where: { personId: id }, orderBy: { kind: 'asc' } });
    expect(roles.map(({ kind, challengeId }) => [kind, challengeId]).sort()).toEqual(
      [
        ['fellow', one.id],
        ['operational_mentor', two.id],
      ].sort(),
    );
    const [first] = roles;
    await endRole(coordinator, { roleId: first!.id }, () => new Date());
    expect((await db.roleAssignment.findUniqueOrThrow({ where: { id: first!.id } })).to).not.toBeNull();
    expect(await db.roleAssignment.count({ where: { personId: id, to: null } })).toBe(1);
    const fellow = await makeViewer(db, 'fellow');
    expect(await endRole(fellow, { roleId: roles[1]!.id }, () => new Date())).toMatchObject({ ok: false });
  });
});

test('an organisation has its parent, the bodies under it and its other names', async () => {
  const ministry = await makeOrganisation(db, { name: 'Ministère de la Mer', slug: 'mer' });
  const direction = await makeOrganisation(db, { name: 'Direction des ports', slug: 'ports', parentId: ministry.id });
  await makeOrganisation(db, {
    ...{ name: 'Office des phares', slug: 'phares', parentId: direction.id },
    aliases: ['Service des phares'],
  });
  expect(await organisationBySlug(visitor, 'ports')).toMatchObject({
    parent: { slug: 'mer' },
    children: [{ slug: 'phares' }],
  });
  expect((await organisationBySlug(visitor, 'phares'))?.aliases).toEqual(['Service des phares']);
});
