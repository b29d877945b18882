import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { sessionViewer } from '@/lib/auth/queries';
import { digest, newSecret } from '@/lib/auth/tokens';
import { createChallengeFromApplication } from '@/lib/challenges/commands/create';
import { clockAt } from '@/lib/clock';
import { db, rows } from '@/lib/db';
import { makeLaureates, undoLaureates } from '@/lib/jury/commands/laureates';
import { laureates } from '@/lib/jury/queries/laureates';
import { myChallenges } from '@/lib/support/queries/obstacles';
import type { PersonViewer } from '@/lib/viewer';
import { file, person, stage } from '@/prisma/factories/jury';
import { makeOrganisation } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const clock = clockAt('2022-03-30T08:00:00Z');
let coordinator: PersonViewer;
beforeAll(async () => {
  coordinator = await person(db, { name: 'Camille Coordonne', roles: ['coordinator'] });
});

/** Every row of every table, but the chain of events, which only grows. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = await rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'event' ORDER BY 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables)
    all[name] = (await rows<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY 1`)).map(
      ({ row }) => row,
    );
  return all;
}

const answers = (lead: string, sponsor: string) => ({
  profiles: [{ profile: 'developer' }, { profile: 'designer' }],
  projectLead: { email: lead, firstName: 'Inès', lastName: 'Neuve' },
  sponsor: { email: sponsor, firstName: 'Hugo', lastName: 'Haut' },
});

async function scene() {
  const stamp = Math.random().toString(36).slice(2, 8);
  const on = await stage(db);
  const host = (await makeOrganisation(db, { name: `Hôte ${stamp}` })).id;
  const known = await person(db, { name: 'Connue', email: `connue-${stamp}@demo.invalid` });
  const mails = [`neuve-${stamp}@demo.invalid`, `haut-${stamp}@demo.invalid`, known.email as string] as const;
  const one = await file(db, on, { state: 'selected', organisationId: host, answers: answers(mails[0], mails[2]) });
  const two = await file(db, on, { state: 'selected', organisationId: host, answers: answers(mails[0], mails[1]) });
  return { on, host, one, two, mails, known };
}
const made = (email: string) => db.person.findUnique({ where: { email }, select: { id: true } });

test('undoing the laureates leaves the whole database as it was before they were made', async () => {
  const { on, mails } = await scene();
  const before = await everything();
  expect(await makeLaureates(coordinator, on.callId, clock)).toMatchObject({ value: { made: 2 } });
  const between = await everything();
  for (const table of ['challenge', 'position', 'person', 'role_assignment', 'affiliation'])
    expect(between[table]?.length, table).toBeGreaterThan(before[table]?.length as number);
  expect(await made(mails[0])).not.toBeNull();
  expect(await undoLaureates(coordinator, on.callId)).toMatchObject({ value: { undone: 2 } });
  expect(await everything()).toEqual(before);
  expect(await makeLaureates(coordinator, on.callId, clock)).toMatchObject({ value: { made: 2 } });
  expect(await undoLaureates(coordinator, on.callId)).toMatchObject({ value: { undone: 2 } });
  expect(await everything()).toEqual(before);
});

test('what something else came to stand on stays: a person given a role, an act about them, a link another challenge needs', async () => {
  const { on, one, mails, host } = await scene();
  await makeLaureates(coordinator, on.callId, clock);
  const [inès, hugo] = [(await made(mails[0]))!.id, (await made(mails[1]))!.id];
  await db.conflict.create({ data: { applicationId: one, personId: inès, kind: 'personal' } });
  await rows(`SELECT append_event('profile.changed', 'system', 'test', 'person', $1, '{}')`, [hugo]);
  const other = await db.challenge.create({
    data: { slug: `autre-${host}`, title: 'Autre', hostId: host, cohortId: on.cohortId },
  });
  await db.roleAssignment.create({ data: { personId: inès, kind: 'operational_mentor', challengeId: other.id } });
  expect(await undoLaureates(coordinator, on.callId)).toMatchObject({ value: { undone: 2 } });
  expect([await made(mails[0]), await made(mails[1])]).toEqual([{ id: inès }, { id: hugo }]);
  expect((await db.affiliation.findMany({ where: { organisationId: host } })).map(({ personId }) => personId)).toEqual([
    inès,
  ]);
});

test('a challenge made by itself, or touched since, is not undone with the others', async () => {
  const { on, one, mails } = await scene();
  const alone = await createChallengeFromApplication(coordinator, one, clock);
  expect(await makeLaureates(coordinator, on.callId, clock)).toMatchObject({ value: { made: 1 } });
  const [inOneAct] = (await laureates(coordinator, on.callId)).filter((row) => row.inOneAct);
  const challenge = await db.challenge.findUniqueOrThrow({ where: { slug: inOneAct?.slug as string } });
  const mentor = (await made(mails[0]))!.id;
  const refused = { reason: 'challenge_in_use', detail: { count: 1 } };

  const seat = await db.position.create({ data: { challengeId: challenge.id, profile: 'lawyer' } });
  expect(await undoLaureates(coordinator, on.callId)).toMatchObject(refused);
  await db.position.delete({ where: { id: seat.id } });
  const role = await db.roleAssignment.create({
    data: { personId: mentor, kind: 'strategic_mentor', challengeId: challenge.id, cohortId: on.cohortId },
  });
  expect(await undoLaureates(coordinator, on.callId)).toMatchObject(refused);
  await db.roleAssignment.delete({ where: { id: role.id } });

  expect(await undoLaureates(coordinator, on.callId)).toMatchObject({ value: { undone: 1 } });
  expect(await laureates(coordinator, on.callId)).toMatchObject([
    { slug: alone.ok && alone.value.slug },
    { slug: null },
  ]);
  // She mentors the challenge made by itself, which her account came with.
  expect(await made(mails[0])).toEqual({ id: mentor });
});

test('its people learn that a file was chosen when everybody does, not when its challenge is made', async () => {
  const { on, known } = await scene();
  const token = newSecret();
  await db.session.create({
    data: {
      id: randomUUID(),
      sessionToken: digest(token),
      personId: known.id,
      expires: new Date(Date.now() + 86_400_000),
    },
  });
  const seen = async () => {
    const viewer = await sessionViewer(token);
    return [viewer?.roles, viewer && (await myChallenges(viewer))];
  };
  const before = await seen();
  await makeLaureates(coordinator, on.callId, clock);
  expect(await seen()).toEqual(before);
  await db.call.update({ where: { id: on.callId }, data: { resultsPublishedAt: new Date() } });
  expect((await sessionViewer(token))?.roles).toMatchObject([{ kind: 'strategic_mentor' }]);
  expect(await myChallenges((await sessionViewer(token)) as PersonViewer)).toHaveLength(1);
});
