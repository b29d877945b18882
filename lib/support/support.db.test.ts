import { beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '@/lib/clock';
import { countingQueries, db, disconnect, transaction } from '@/lib/db';
import { awaitingSupport } from '@/lib/support/awaiting';
import { addContact, meetContact, takeContact } from '@/lib/support/commands/contacts';
import { addDataset, addOpenWork, describeDataset, moveDataset, removeOpenWork } from '@/lib/support/commands/datasets';
import { answerIntroduction, askIntroduction } from '@/lib/support/commands/introductions';
import { importFiles } from '@/lib/support/commands/library';
import {
  escalateObstacle,
  logObstacle,
  planObstacle,
  resolveObstacle,
  writeToObstacle,
} from '@/lib/support/commands/obstacles';
import { proposeResource, rateResource, shelveResource } from '@/lib/support/commands/resources';
import { closeSkill, postSkill } from '@/lib/support/commands/skills';
import { alliesFor, contactsOf, datasetsOf, supported } from '@/lib/support/queries/challenge';
import { directoryOf } from '@/lib/support/queries/directory';
import { libraryFiles } from '@/lib/support/queries/library';
import { helpFor, obstacleOf, obstaclesFor } from '@/lib/support/queries/obstacles';
import { introductionsOf, personToMeet, skillNotices } from '@/lib/support/queries/people';
import { listResources, resourceBySlug } from '@/lib/support/queries/resources';
import { DatasetForm, DatasetMove, ObstacleForm, ResourceForm } from '@/lib/support/schema';
import { type PersonViewer, type Viewer, visitor } from '@/lib/viewer';
import { viewerOf, type Welcome, welcome } from '@/prisma/factories/onboarding';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const clock = clockAt('2026-10-01T08:00:00Z');
let here: Welcome;
let elsewhere: Welcome;
let otherCohort: Welcome;
let coordinator: PersonViewer;
let coach: PersonViewer;
let applicant: PersonViewer;
beforeAll(async () => {
  await transaction(async (tx) => {
    here = await welcome(tx);
    elsewhere = await welcome(tx, { title: 'Carte des forêts', cohortId: here.cohortId });
    otherCohort = await welcome(tx, { title: 'Ancien défi' });
    coordinator = await viewerOf(tx, 'Camille Coordination', [{ kind: 'coordinator' }]);
    coach = await viewerOf(tx, 'Nour Coach', [{ kind: 'coach', cohortId: here.cohortId }]);
    applicant = await viewerOf(tx, 'Ava Applicant', [{ kind: 'applicant' }]);
  });
  return disconnect;
});
const fellow = () => here.fellows[0] as PersonViewer;
const teammate = () => here.fellows[1] as PersonViewer;

async function logged(audience: string, urgency = 'normal') {
  const made = await logObstacle(
    fellow(),
    ObstacleForm.parse({ challenge: here.slug, title: `Sans accès ${audience}`, family: 'data', urgency, audience }),
    clock,
  );
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
}

describe('an obstacle', () => {
  it('is seen by those it is said to, and nobody else', async () => {
    const sees = async (id: string) => {
      const viewers: [string, Viewer][] = [
        ['author', fellow()],
        ['teammate', teammate()],
        ['mentor', here.mentor],
        ['other team', elsewhere.fellows[0] as PersonViewer],
        ['other mentor', elsewhere.mentor],
        ['coach', coach],
        ['coordinator', coordinator],
        ['other cohort', otherCohort.mentor],
        ['applicant', applicant],
        ['visitor', visitor],
      ];
      const found = await Promise.all(
        viewers.map(async ([name, viewer]) => ((await obstacleOf(viewer, id)) ? name : null)),
      );
      const listed = await Promise.all(
        viewers.map(async ([name, viewer]) =>
          (await obstaclesFor(viewer)).rows.some((one) => one.id === id) ? name : null,
        ),
      );
      expect(listed).toEqual(found);
      return found.filter(Boolean);
    };
    expect(await sees(await logged('teams'))).toEqual([
      'author',
      'teammate',
      'mentor',
      'other team',
      'other mentor',
      'coach',
      'coordinator',
    ]);
    expect(await sees(await logged('mentors'))).toEqual(['author', 'mentor', 'other mentor', 'coach', 'coordinator']);
    expect(await sees(await logged('coordination'))).toEqual(['author', 'coordinator']);
  });

  it('said to the coordination mails them that there is something, not what', async () => {
    const id = await logged('coordination');
    const mail = await db.outboxMessage.findFirstOrThrow({ where: { key: `obstacle-logged:${id}:${coordinator.id}` } });
    expect(mail.text + mail.subject).not.toContain('Sans accès');
    expect(mail.text).toContain(`/obstacles/${id}`);
  });

  it('is logged by those who work on the challenge, never by a stranger', async () => {
    const form = ObstacleForm.parse({ challenge: here.slug, title: 'X', family: 'data' });
    expect(await logObstacle(otherCohort.mentor, form, clock)).toEqual({ ok: false, reason: 'not_found' });
    expect(await logObstacle(applicant, form, clock)).toEqual({ ok: false, reason: 'not_allowed' });
    expect(await logObstacle(visitor, form, clock)).toEqual({ ok: false, reason: 'not_allowed' });
  });

  it('is planned, escalated once, answered, resolved once, and becomes a resource', async () => {
    const id = await logged('teams');
    expect(await planObstacle(elsewhere.mentor, { id, nextStep: '' })).toEqual({ ok: false, reason: 'not_found' });
    expect(await planObstacle(fellow(), { id, ownerId: applicant.id, nextStep: '' })).toEqual({
      ok: false,
      reason: 'unknown_owner',
    });
    expect(
      await planObstacle(here.mentor, { id, ownerId: here.mentor.id, nextStep: 'Relancer', dueOn: '2026-10-09' }),
    ).toMatchObject({ ok: true });
    await escalateObstacle(fellow(), { id }, clock);
    await escalateObstacle(fellow(), { id }, clock);
    expect(await db.outboxMessage.count({ where: { key: { startsWith: `obstacle-escalated:${id}` } } })).toBe(1);
    expect(
      await writeToObstacle(elsewhere.mentor, { id, text: 'Chez nous, une convention type a suffi' }, clock),
    ).toMatchObject({ ok: true });
    const done = { id, whatWorked: 'Une convention type, signée en trois jours', share: true };
    const both = await Promise.all([resolveObstacle(fellow(), done, clock), resolveObstacle(here.mentor, done, clock)]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    const view = await obstacleOf(fellow(), id);
    expect(view?.whatWorked).toContain('convention type');
    const slug = view?.resourceSlug ?? '';
    expect((await resourceBySlug(coordinator, slug))?.families).toEqual(['data']);
    // A proposal: not on the shelves until the team publishes it, then it helps the next one.
    expect(await resourceBySlug(otherCohort.mentor, slug)).toBeNull();
    await shelveResource(coordinator, { slug, publish: true }, clock);
    const next = await logged('teams');
    const help = await helpFor(otherCohort.mentor, {
      id: next,
      family: 'data',
      text: 'accès aux données',
      challenge: null,
    });
    expect(help).toContainEqual(expect.objectContaining({ kind: 'resource', id: slug }));
    // Of another cohort: what worked is passed on, the page stays with those it was said to.
    expect(help.some((one) => one.kind === 'obstacle')).toBe(false);
    expect(help).toContainEqual({
      kind: 'story',
      id,
      title: expect.stringContaining('Sans accès teams'),
      detail: 'Une convention type, signée en trois jours',
    });
    expect(await obstacleOf(otherCohort.mentor, id)).toBeNull();
    const outside = await helpFor(applicant, { family: 'data', text: 'accès', challenge: null });
    expect(outside.filter((one) => one.kind !== 'resource')).toEqual([]);
    const nearer = await helpFor(elsewhere.mentor, { id: next, family: 'data', text: 'accès', challenge: null });
    expect(nearer).toContainEqual(expect.objectContaining({ kind: 'obstacle', id }));
  });

  it('kept between mentors or with the coordination is never a story for others', async () => {
    for (const audience of ['mentors', 'coordination']) {
      const id = await logged(audience);
      await resolveObstacle(fellow(), { id, whatWorked: `Secret ${audience}`, share: false }, clock);
    }
    const told = JSON.stringify(await helpFor(otherCohort.mentor, { family: 'data', text: 'accès', challenge: null }));
    expect(told).not.toContain('Secret');
  });

  it('is listed in one statement', async () => {
    expect((await countingQueries(() => obstaclesFor(coordinator))).queries).toBe(1);
  });
});

describe('a resource', () => {
  const form = ResourceForm.parse({
    title: 'Écrire une convention',
    body: 'Trois pages suffisent',
    families: ['data'],
  });
  it('is proposed by anyone signed in, published by the team, rated once each', async () => {
    expect(await proposeResource(visitor, form, clock)).toEqual({ ok: false, reason: 'not_allowed' });
    const made = await proposeResource(applicant, form, clock);
    if (!made.ok) throw new Error(made.reason);
    const { slug } = made.value;
    expect((await listResources(here.mentor)).map((one) => one.slug)).not.toContain(slug);
    expect((await listResources(applicant, { proposed: true })).map((one) => one.slug)).toContain(slug);
    expect(await shelveResource(here.mentor, { slug, publish: true }, clock)).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await rateResource(here.mentor, { slug, helped: true, comment: '' }, clock)).toEqual({
      ok: false,
      reason: 'not_found',
    });
    await shelveResource(coordinator, { slug, publish: true }, clock);
    await rateResource(here.mentor, { slug, helped: true, comment: '' }, clock);
    await rateResource(here.mentor, { slug, helped: false, comment: 'Trop court' }, clock);
    expect(await resourceBySlug(coordinator, slug)).toMatchObject({
      helped: 0,
      notHelped: 1,
      comments: [{ text: 'Trop court' }],
    });
    expect((await resourceBySlug(fellow(), slug))?.comments).toEqual([]);
    expect((await listResources(fellow(), { q: 'ecrire CONVENTION' })).map((one) => one.slug)).toEqual([slug]);
  });

  it('leaves and comes back as a file; the same folder again changes nothing', async () => {
    const file = (body: string) => [
      { name: 'depuis-un-dossier.md', text: `---\ntitle: Depuis un dossier\nfamilies: [users]\n---\n\n${body}\n` },
    ];
    const report = (viewer: Viewer, files: { name: string; text: string }[]) =>
      transaction((tx) => importFiles(tx, viewer, { files, attachments: [] }, clock()));
    expect(await report(here.mentor, file('Un'))).toMatchObject({ created: 0, lines: [] });
    expect(await report(coordinator, [...file('Un'), { name: 'x.md', text: 'rien' }])).toMatchObject({
      created: 1,
      updated: 0,
      unchanged: 0,
      lines: [{}, { file: 'x.md', act: 'unreadable', detail: ['no_front_matter'] }],
    });
    expect(await report(coordinator, file('Un'))).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await report(coordinator, file('Deux'))).toMatchObject({ updated: 1, lines: [{ detail: ['body'] }] });
    const exported = (await libraryFiles(coordinator)) ?? [];
    expect(await libraryFiles(here.mentor)).toBeNull();
    expect(await report(coordinator, exported)).toMatchObject({ created: 0, updated: 0 });
  });
});

describe('contacts', () => {
  it('are kept by the challenge’s people and suggested to the next challenge of the same administration', async () => {
    const form = { function: 'daj' as const, name: 'Odile Juriste', email: '', phone: '', note: '' };
    expect(await addContact(coach, { ...form, challenge: here.slug }, clock)).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await addContact(here.mentor, { ...form, challenge: here.slug }, clock)).toMatchObject({ ok: true });
    await db.challenge.update({ where: { id: otherCohort.challengeId }, data: { hostId: here.hostId } });
    const next = await supported(otherCohort.mentor, otherCohort.slug);
    if (!next) throw new Error('not seen');
    const { known } = await contactsOf(otherCohort.mentor, next);
    expect(known).toMatchObject([{ name: 'Odile Juriste', from: 'Sentinelle des rivières' }]);
    const contactId = known[0]?.id ?? '';
    // Of another administration: not theirs to take up.
    expect(await takeContact(elsewhere.mentor, { challenge: elsewhere.slug, contactId })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await takeContact(otherCohort.mentor, { challenge: otherCohort.slug, contactId })).toMatchObject({
      ok: true,
    });
    await meetContact(otherCohort.mentor, { challenge: otherCohort.slug, contactId, metOn: '2026-10-02' });
    const { own } = await contactsOf(otherCohort.mentor, next);
    expect(own[0]?.metOn?.toISOString()).toBe('2026-10-02T00:00:00.000Z');
    expect(await supported(elsewhere.mentor, here.slug)).toBeNull();
    expect(await directoryOf(coordinator, here.hostId)).toMatchObject([
      { name: 'Odile Juriste', function: 'daj', met: 1, challenges: 'Ancien défi, Sentinelle des rivières' },
    ]);
    expect(await directoryOf(here.mentor, here.hostId)).toEqual([]);
  });
});

describe('an introduction', () => {
  it('keeps addresses hidden until the person asked agrees', async () => {
    await db.person.update({ where: { id: otherCohort.mentor.id }, data: { visibility: 'members' } });
    const { slug } = await db.person.findUniqueOrThrow({ where: { id: otherCohort.mentor.id } });
    const challenge = await supported(fellow(), here.slug);
    if (!challenge) throw new Error('not seen');
    const allies = await alliesFor(fellow(), challenge, '');
    expect(allies.map((one) => one.slug)).toContain(slug);
    expect(JSON.stringify([allies, await personToMeet(fellow(), slug)])).not.toContain('@');
    // By the subject, accents and case aside; by nothing that is not theirs.
    await db.challenge.update({
      where: { id: otherCohort.challengeId },
      data: { nameKeys: ['ancien defi', 'peche cotiere'] },
    });
    expect((await alliesFor(fellow(), challenge, 'Pêche CÔTIÈRE')).map((one) => one.slug)).toEqual([slug]);
    expect(await alliesFor(fellow(), challenge, 'aviation')).toEqual([]);
    const asked = await askIntroduction(
      fellow(),
      { to: slug, challenge: here.slug, message: 'Vingt minutes ?' },
      clock,
    );
    if (!asked.ok) throw new Error(asked.reason);
    expect(await askIntroduction(fellow(), { to: slug, message: 'Encore' }, clock)).toEqual({
      ok: false,
      reason: 'already_asked',
    });
    const mail = await db.outboxMessage.findUniqueOrThrow({ where: { key: `introduction:${asked.value.id}` } });
    expect(mail.text + mail.html).not.toContain(fellow().email);
    expect((await introductionsOf(fellow()))[0]?.email).toBeNull();
    expect(await answerIntroduction(fellow(), { id: asked.value.id, agreed: true }, clock)).toEqual({
      ok: false,
      reason: 'not_found',
    });
    await answerIntroduction(otherCohort.mentor, { id: asked.value.id, agreed: true }, clock);
    expect((await introductionsOf(fellow()))[0]?.email).toBe(otherCohort.mentor.email);
    expect((await introductionsOf(otherCohort.mentor))[0]?.email).toBe(fellow().email);
    expect(await db.outboxMessage.count({ where: { template: 'introduced' } })).toBe(2);
  });

  it('is not asked of someone who chose to stay private, nor by someone outside', async () => {
    const { slug } = await db.person.findUniqueOrThrow({ where: { id: elsewhere.mentor.id } });
    expect(await askIntroduction(fellow(), { to: slug, message: 'Bonjour' }, clock)).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await askIntroduction(applicant, { to: slug, message: 'Bonjour' }, clock)).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await personToMeet(applicant, slug)).toBeNull();
  });
});

describe('a data set', () => {
  it('moves by steps that make sense, and is opened with an address and a licence', async () => {
    const made = await addDataset(
      here.mentor,
      { ...DatasetForm.parse({ name: 'Interventions', form: 'export' }), challenge: here.slug },
      clock,
    );
    if (!made.ok) throw new Error(made.reason);
    let version = 1;
    const move = async (viewer: Viewer, posted: object) => {
      const moved = await moveDataset(viewer, { ...DatasetMove.parse(posted), id: made.value.id, version }, clock);
      if (moved.ok) version++;
      return moved.ok ? 'ok' : moved.reason;
    };
    expect(await move(here.mentor, { state: 'opened' })).toBe('wrong_move');
    expect(await move(elsewhere.mentor, { state: 'asked' })).toBe('not_found');
    for (const state of ['asked', 'refused', 'asked', 'promised', 'available', 'documented'])
      expect(await move(fellow(), { state })).toBe('ok');
    expect(await move(fellow(), { state: 'opened' })).toBe('opened_needs_address');
    expect(await move(fellow(), { state: 'opened', openedUrl: 'https://www.data.gouv.fr/x', licence: 'MIT' })).toBe(
      'licence_unknown',
    );
    expect(
      await move(fellow(), { state: 'opened', openedUrl: 'https://www.data.gouv.fr/x', licence: 'etalab-2.0' }),
    ).toBe('ok');
    const challenge = await supported(here.mentor, here.slug);
    if (!challenge) throw new Error('not seen');
    const [set] = await datasetsOf(here.mentor, challenge);
    expect(set?.steps.map((step) => step.after).reverse()).toEqual([
      'asked',
      'refused',
      'asked',
      'promised',
      'available',
      'documented',
      'opened',
    ]);
  });

  it('is described again without moving, by those who keep it', async () => {
    const form = DatasetForm.parse({ name: 'Sinistres', form: 'files' });
    const made = await addDataset(here.mentor, { ...form, challenge: here.slug }, clock);
    if (!made.ok) throw new Error(made.reason);
    const changed = { ...form, holder: 'Direction des risques', id: made.value.id, version: 1 };
    expect(await describeDataset(elsewhere.mentor, changed)).toMatchObject({ reason: 'not_found' });
    expect(await describeDataset(fellow(), changed)).toMatchObject({ ok: true });
    expect(await describeDataset(fellow(), changed)).toMatchObject({ reason: 'stale' });
    const row = await db.dataset.findUniqueOrThrow({ where: { id: made.value.id } });
    expect(row).toMatchObject({ holder: 'Direction des risques', state: 'not_asked' });
  });

  it('and open works have public addresses', async () => {
    const work = { challenge: here.slug, kind: 'code' as const, title: 'Code', licence: 'MIT' };
    expect(await addOpenWork(fellow(), { ...work, url: 'https://git.intranet.gouv.fr/x' }, clock)).toMatchObject({
      reason: 'address_private',
    });
    expect(await addOpenWork(fellow(), { ...work, url: 'https://github.com/x/y' }, clock)).toMatchObject({ ok: true });
    expect(await addOpenWork(fellow(), { ...work, url: 'https://github.com/x/y' }, clock)).toMatchObject({
      reason: 'already_there',
    });
    expect(await addOpenWork(fellow(), { ...work, url: 'https://github.com/x' }, clock)).toMatchObject({
      reason: 'address_incomplete',
    });
    const kept = await db.openWork.findFirstOrThrow({ where: { url: 'https://github.com/x/y' } });
    const gone = { challenge: here.slug, workId: kept.id };
    expect(await removeOpenWork(elsewhere.mentor, gone)).toMatchObject({ reason: 'not_found' });
    expect(await removeOpenWork(fellow(), gone)).toMatchObject({ ok: true });
    expect(await addOpenWork(elsewhere.mentor, { ...work, url: 'https://github.com/x/z' }, clock)).toMatchObject({
      reason: 'not_found',
    });
  });
});

it('peer help is posted once, found by a word, closed by its author', async () => {
  const post = { kind: 'offer' as const, skill: 'Accessibilité', note: '' };
  const made = await postSkill(fellow(), post, clock);
  if (!made.ok) throw new Error(made.reason);
  expect(await postSkill(fellow(), { ...post, skill: 'accessibilite' }, clock)).toEqual({
    ok: false,
    reason: 'already_there',
  });
  expect(await postSkill(applicant, post, clock)).toEqual({ ok: false, reason: 'not_allowed' });
  expect((await skillNotices(otherCohort.mentor, 'ACCESSIB')).map((one) => one.skill)).toEqual(['Accessibilité']);
  expect(await closeSkill(teammate(), { id: made.value.id }, clock)).toEqual({ ok: false, reason: 'not_found' });
  expect(await closeSkill(fellow(), { id: made.value.id }, clock)).toMatchObject({ ok: true });
  expect(await skillNotices(fellow())).toEqual([]);
});

it('what awaits someone is theirs: a request to answer, an obstacle taken on until the end of its day, a team that calls', async () => {
  const id = await logged('teams');
  await planObstacle(fellow(), { id, ownerId: here.mentor.id, nextStep: 'Relancer', dueOn: '2026-10-09' });
  const mine = await awaitingSupport(here.mentor, clock);
  expect(mine).toContainEqual({
    id: `obstacle:${id}`,
    words: 'moveObstacle',
    values: { title: 'Sans accès teams' },
    href: `/obstacles/${id}`,
    due: new Date('2026-10-09T21:59:00Z'),
  });
  expect((await awaitingSupport(teammate(), clock)).map((one) => one.id)).not.toContain(`obstacle:${id}`);
  await escalateObstacle(fellow(), { id }, clock);
  expect((await awaitingSupport(coordinator, clock)).map((one) => one.id)).toContain(`escalated:${id}`);
  expect((await awaitingSupport(coach, clock)).map((one) => one.id)).not.toContain(`escalated:${id}`);
  await proposeResource(applicant, ResourceForm.parse({ title: 'À relire', body: 'Texte' }), clock);
  expect(await awaitingSupport(coordinator, clock)).toContainEqual(
    expect.objectContaining({ words: 'publishResources', href: '/resources#proposals' }),
  );
  expect(await awaitingSupport(visitor, clock)).toEqual([]);
});
