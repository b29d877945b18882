import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formTemplate } from '@/lib/calls/templates';
import { createChallengeFromApplication } from '@/lib/challenges/commands/create';
import { updateChallenge } from '@/lib/challenges/commands/edit';
import { enterFellow, freeSeat, removePosition, setPosition } from '@/lib/challenges/commands/seats';
import { ChallengeForm } from '@/lib/challenges/schema';
import { clockAt } from '@/lib/clock';
import { countingQueries, db, disconnect } from '@/lib/db';
import { computeFunding } from '@/lib/funding/commands';
import { challengeFunding, cohortFunding } from '@/lib/funding/queries';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { makeChallenge, makePosition } from '@/prisma/factories/challenges';
import { makeOrganisation, makePerson, makeViewer } from '@/prisma/factories/people';
import { makeCohort } from '@/prisma/factories/programme';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const clock = clockAt('2026-05-20T10:00:00Z');
let coordinator: PersonViewer;
beforeAll(async () => {
  coordinator = await makeViewer(db, 'coordinator');
});

/** A selected file, its answers as the form of cohort 6 gives them. */
async function selectedFile(state: 'selected' | 'eligible' = 'selected') {
  const cohort = await makeCohort(db);
  const host = await makeOrganisation(db, { name: `Direction des phares ${cohort.number}` });
  const ministry = await makeOrganisation(db, { name: `Ministère de la Mer ${cohort.number}` });
  const call = await db.call.create({
    data: { cohortId: cohort.id, slug: cohort.slug, title: 'Appel', opensAt: new Date(0), closesAt: new Date(1) },
  });
  const form = await db.formVersion.create({
    data: { callId: call.id, number: 1, definition: formTemplate('cohort6') as object },
  });
  const owner = await makePerson(db);
  const file = await db.application.create({
    data: {
      callId: call.id,
      formVersionId: form.id,
      ownerId: owner.id,
      organisationId: host.id,
      title: 'Phares ouverts',
      state,
      answers: {
        problem: 'Les phares s’éteignent.',
        administrator: { name: `ministere de la mer ${cohort.number}` },
        profiles: [{ profile: 'developer' }, { profile: 'designer' }],
        projectLead: { firstName: 'Anne', lastName: 'Le Goff', email: `anne.${cohort.number}@mer.invalid` },
      },
    },
  });
  return { cohort, host, ministry, file };
}

describe('the laureate becomes a challenge', () => {
  test('in one act: host, administrative backer, seats, operational mentor, and an event', async () => {
    const { cohort, host, ministry, file } = await selectedFile();
    const made = await createChallengeFromApplication(coordinator, file.id, clock);
    expect(made).toMatchObject({ ok: true, value: { slug: expect.stringMatching(/^phares-ouverts/) } });
    const challenge = await db.challenge.findFirstOrThrow({
      where: { applicationId: file.id },
      include: { positions: true, roles: { include: { person: { include: { affiliations: true } } } } },
    });
    expect(challenge).toMatchObject({ hostId: host.id, backerId: ministry.id, cohortId: cohort.id, published: false });
    expect(challenge.positions.map(({ profile }) => profile).sort()).toEqual(['designer', 'developer']);
    expect(challenge.roles).toMatchObject([
      { kind: 'operational_mentor', cohortId: cohort.id, person: { name: 'Anne Le Goff', visibility: 'private' } },
    ]);
    expect(challenge.roles[0]?.person.affiliations[0]?.organisationId).toBe(host.id);
    const event = await db.event.findFirst({ where: { name: 'challenge.created', subjectId: challenge.id } });
    expect(event?.actorId).toBe(coordinator.id);
  });
  test('once, even clicked twenty times at once', async () => {
    const { file } = await selectedFile();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => createChallengeFromApplication(coordinator, file.id, clock)),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(new Set(outcomes.filter((outcome) => !outcome.ok).map((outcome) => !outcome.ok && outcome.reason))).toEqual(
      new Set(['already_made']),
    );
    expect(await db.challenge.count({ where: { applicationId: file.id } })).toBe(1);
  });
  test('not before it is selected, and only by the coordination', async () => {
    const { file } = await selectedFile('eligible');
    expect(await createChallengeFromApplication(coordinator, file.id, clock)).toMatchObject({ reason: 'not_selected' });
    const communication = await makeViewer(db, 'communication');
    const { file: other } = await selectedFile();
    for (const viewer of [visitor, communication, await makeViewer(db)])
      expect(await createChallengeFromApplication(viewer, other.id, clock)).toMatchObject({ reason: 'not_found' });
  });
});

describe('editing a challenge', () => {
  test('keeps the former title as an alias, the address as it was, and refuses a version already replaced', async () => {
    const challenge = await makeChallenge(db, { title: 'Newsroom' });
    const form = ChallengeForm.parse({
      id: challenge.id,
      version: 1,
      title: 'Open Collectivités',
      published: true,
      links: [{ url: 'https://exemple.fr', kind: 'website', title: '' }, {}],
    });
    expect(await updateChallenge(coordinator, form)).toMatchObject({ ok: true });
    expect(await updateChallenge(coordinator, { ...form, title: 'Trop tard' })).toMatchObject({ reason: 'changed' });
    const saved = await db.challenge.findUniqueOrThrow({ where: { id: challenge.id } });
    expect(saved).toMatchObject({
      title: 'Open Collectivités',
      slug: challenge.slug,
      aliases: ['Newsroom'],
      version: 2,
    });
    expect(saved.nameKeys).toContain('newsroom');
    expect(saved.links).toHaveLength(1);
  });
  test('belongs to the coordination of its cohort', async () => {
    const challenge = await makeChallenge(db);
    const form = ChallengeForm.parse({ id: challenge.id, version: 1, title: 'Pris' });
    const elsewhere = await makeViewer(db, 'coordinator', { cohortId: (await makeCohort(db)).id });
    const here = await makeViewer(db, 'coordinator', { cohortId: challenge.cohortId });
    expect(await updateChallenge(elsewhere, form)).toMatchObject({ reason: 'not_found' });
    expect(await updateChallenge(here, form)).toMatchObject({ ok: true });
  });
});

describe('seats and fellows', () => {
  let challenge: { id: string; cohortId: string };
  let seat: { id: string; version: number };
  beforeEach(async () => {
    challenge = await makeChallenge(db);
    seat = await makePosition(db, challenge);
  });
  const fellow = (given: object = {}) => ({
    positionId: seat.id,
    version: 1,
    name: 'Inès Roux',
    email: `ines.${seat.id}@exemple.invalid`,
    arrivesOn: '2026-09-12',
    ...given,
  });

  test('a fellow takes a seat and the role that goes with it', async () => {
    expect(await enterFellow(coordinator, fellow({ recruitedOn: '2026-06-01' }), clock)).toMatchObject({ ok: true });
    const roles = await db.roleAssignment.findMany({ where: { challengeId: challenge.id, kind: 'fellow' } });
    expect(roles).toMatchObject([{ cohortId: challenge.cohortId, from: new Date('2026-09-12') }]);
    expect(await enterFellow(coordinator, fellow({ version: 2, arrivesOn: '2026-09-19' }), clock)).toMatchObject({
      ok: true,
    });
    expect(await db.roleAssignment.findMany({ where: { challengeId: challenge.id } })).toMatchObject([
      { from: new Date('2026-09-19') },
    ]);
  });
  test('a seat is not taken twice, a fellow not seated twice, a lost race is told', async () => {
    await enterFellow(coordinator, fellow(), clock);
    expect(await enterFellow(coordinator, fellow({ version: 2, email: 'autre@exemple.invalid' }), clock)).toMatchObject(
      { reason: 'seat_taken' },
    );
    // Refused, so nobody was made of that address.
    expect(await db.person.count({ where: { email: 'autre@exemple.invalid' } })).toBe(0);
    expect(await enterFellow(coordinator, fellow({ version: 1 }), clock)).toMatchObject({ reason: 'changed' });
    const second = await makePosition(db, challenge);
    expect(await enterFellow(coordinator, fellow({ positionId: second.id }), clock)).toMatchObject({
      reason: 'already_fellow',
    });
    expect(await removePosition(coordinator, { positionId: seat.id, version: 2 })).toMatchObject({
      reason: 'seat_taken',
    });
    expect(await removePosition(coordinator, { positionId: second.id, version: 1 })).toMatchObject({ ok: true });
  });
  test('who leaves keeps a role that ended', async () => {
    await enterFellow(coordinator, fellow(), clock);
    expect(await freeSeat(coordinator, { positionId: seat.id, version: 2 }, clock)).toMatchObject({ ok: true });
    expect(await db.roleAssignment.findFirstOrThrow({ where: { challengeId: challenge.id } })).toMatchObject({
      to: new Date('2026-05-20'),
    });
  });
  test('are changed by nobody else', async () => {
    const mentor = await makeViewer(db, 'operational_mentor', { challengeId: challenge.id });
    expect(await enterFellow(mentor, fellow(), clock)).toMatchObject({ reason: 'not_found' });
    expect(await setPosition(mentor, { challengeId: challenge.id, profile: 'designer', title: '' })).toMatchObject({
      reason: 'not_found',
    });
    expect(
      await setPosition(coordinator, { challengeId: challenge.id, id: seat.id, profile: 'designer', title: '' }),
    ).toMatchObject({ reason: 'changed' });
  });
});

describe('co-funding of a cohort', () => {
  test('20,000 € for each recruited fellow, written down when asked, with its reason', async () => {
    const cohort = await makeCohort(db);
    const challenge = await makeChallenge(db, { cohortId: cohort.id });
    await makePosition(db, challenge, { fellow: true, recruitedOn: new Date('2026-06-01') });
    await makePosition(db, challenge, { fellow: true });
    await makePosition(db, challenge);
    const before = await cohortFunding(coordinator, cohort.slug);
    expect(before?.totals).toEqual({
      plannedCents: 6_000_000,
      dueCents: 2_000_000,
      recordedCents: 0,
      fellows: 2,
      seats: 3,
    });
    expect(before?.challenges[0]?.seats.map(({ code }) => code)).toEqual(['flat', 'no_proof', 'no_fellow']);
    expect(await computeFunding(coordinator, { cohort: cohort.slug, seenCents: 1 })).toMatchObject({
      reason: 'changed',
    });
    for (const _ of [1, 2])
      expect(await computeFunding(coordinator, { cohort: cohort.slug, seenCents: 2_000_000 })).toMatchObject({
        ok: true,
      });
    const lines = await db.fundingLine.findMany({ where: { challengeId: challenge.id } });
    expect(lines).toMatchObject([
      { rule: 'flat', amountCents: 2_000_000, explanation: { code: 'flat', amountCents: 2_000_000 } },
    ]);
    expect((await challengeFunding(coordinator, challenge.id))?.recordedCents).toBe(2_000_000);
  });
  test('is nobody’s business but the coordination’s', async () => {
    const cohort = await makeCohort(db);
    for (const viewer of [visitor, await makeViewer(db, 'communication'), await makeViewer(db, 'operational_mentor')])
      expect(await cohortFunding(viewer, cohort.slug)).toBeNull();
  });
  test('takes two queries at 1 challenge and at 3', async () => {
    const cohort = await makeCohort(db);
    const add = async () => makePosition(db, await makeChallenge(db, { cohortId: cohort.id }), { fellow: true });
    const count = async () => (await countingQueries(() => cohortFunding(coordinator, cohort.slug))).queries;
    await add();
    const one = await count();
    await add();
    await add();
    expect([one, await count()]).toEqual([2, 2]);
  });
});
