import { beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '@/lib/clock';
import { toDay } from '@/lib/dates';
import { countingQueries, db, disconnect, transaction } from '@/lib/db';
import { AnswerForm } from '@/lib/onboarding/answers';
import { answerItem, attestItem, blockItem, commentItem, reopenItem } from '@/lib/onboarding/commands/items';
import { moveArrival, startChecklist } from '@/lib/onboarding/commands/lists';
import { itemOf } from '@/lib/onboarding/queries/items';
import { checklistOf, listsOf } from '@/lib/onboarding/queries/lists';
import { progressOf } from '@/lib/onboarding/queries/progress';
import { type PersonViewer, system, visitor } from '@/lib/viewer';
import { lineOf, viewerOf, type Welcome, welcome } from '@/prisma/factories/onboarding';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const NOW = new Date('2026-08-20T08:00:00Z');
const clock = clockAt(NOW.toISOString());
const TODAY = '2026-08-20';

let world: Welcome;
let other: Welcome;
let coordinator: PersonViewer;
let coach: PersonViewer;
beforeAll(async () => {
  [world, other, coordinator] = await transaction(async (tx) => [
    await welcome(tx),
    await welcome(tx, { title: 'Carte des forêts' }),
    await viewerOf(tx, 'Camille Coordination', [{ kind: 'coordinator' }]),
  ]);
  coach = await transaction((tx) => viewerOf(tx, 'Nour Coach', [{ kind: 'coach', cohortId: world.cohortId }]));
  return disconnect;
});

const line = (key: string, fellowId?: string) => transaction((tx) => lineOf(tx, world.listId, key, fellowId));
const answer = async (viewer: PersonViewer, key: string, posted: object, fellowId?: string) => {
  const { id, version } = await line(key, fellowId);
  return answerItem(viewer, { ...AnswerForm.parse(posted), id, version }, clock);
};

describe('a challenge’s checklist', () => {
  it('is given once, with a line per item and per fellow, due relative to arrival', async () => {
    const again = await startChecklist(coordinator, { challengeId: world.challengeId, templateKey: 'arrival' }, clock);
    expect(again).toEqual({ ok: true, value: { id: world.listId, created: false } });
    expect(await db.checklistItem.count({ where: { checklistId: world.listId, itemKey: 'workstation-needs' } })).toBe(
      2,
    );
    const desks = await line('desks');
    expect(desks.dueOn && toDay(desks.dueOn)).toBe('2026-08-02');
  });

  it('is not given by a mentor', async () => {
    const refused = await startChecklist(
      world.mentor,
      { challengeId: world.challengeId, templateKey: 'arrival' },
      clock,
    );
    expect(refused).toEqual({ ok: false, reason: 'not_allowed' });
  });

  it('keeps every answer, says who, and can be reopened', async () => {
    expect(await answer(world.mentor, 'desks', { answer: 'yes', note: 'Bureau 214' })).toMatchObject({ ok: true });
    const { id, version } = await line('desks');
    expect(await reopenItem(world.mentor, { id, version }, clock)).toMatchObject({ ok: true });
    const view = await itemOf(world.mentor, id, TODAY, NOW);
    expect(view).toMatchObject({ state: 'open', status: 'late', note: 'Bureau 214' });
    expect(view?.revisions.map((one) => [one.state, one.by])).toEqual([
      ['open', 'Hugues Mentor'],
      ['done', 'Hugues Mentor'],
    ]);
  });

  it('refuses an answer given on an older version, and keeps the first', async () => {
    const { id, version } = await line('budget');
    const posted = AnswerForm.parse({ answer: 'yes' });
    const both = await Promise.all([
      answerItem(world.mentor, { ...posted, id, version }, clock),
      answerItem(coordinator, { ...posted, answer: 'no', id, version }, clock),
    ]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(both.find((one) => !one.ok)).toEqual({ ok: false, reason: 'stale' });
    expect(await db.checklistRevision.count({ where: { itemId: id } })).toBe(1);
  });

  it('moves every due day with the arrival, answers untouched', async () => {
    await answer(world.mentor, 'arrival-date', { answer: '2026-10-05' });
    const ready = await line('workstation-ready', world.fellows[0]?.id);
    // The fellow's own day of arrival wins for the fellow's own lines.
    expect(ready.dueOn && toDay(ready.dueOn)).toBe('2026-08-27');
    const data = await line('data-available');
    expect(data.dueOn && toDay(data.dueOn)).toBe('2026-10-05');
    expect(await moveArrival(coach, { checklistId: world.listId, arrivesOn: '2026-09-01' })).toMatchObject({
      ok: false,
    });
    expect(await moveArrival(world.mentor, { checklistId: world.listId, arrivesOn: '2026-09-01' })).toMatchObject({
      ok: true,
    });
    const back = await line('data-available');
    expect(back.dueOn && toDay(back.dueOn)).toBe('2026-09-01');
  });

  it('writes one event per act, in the transaction of the act, without free text', async () => {
    const before = await db.event.count();
    await answer(world.mentor, 'telework', { answer: 'no', note: 'secret de la direction' });
    const { id, version } = await line('telework');
    await blockItem(world.mentor, { id, version, reason: 'rien à voir' }, clock);
    await commentItem(coach, { id, text: 'Je peux aider' }, clock);
    const events = await db.event.findMany({ skip: before, orderBy: { id: 'asc' } });
    expect(events.map((event) => event.name)).toEqual([
      'checklist_item.answered',
      'checklist_item.blocked',
      'checklist_item.commented',
    ]);
    expect(JSON.stringify(events.map((event) => event.payload))).not.toMatch(/secret|rien à voir|aider/);
  });
});

describe('who sees and does what', () => {
  it('shows a list to its challenge, its coaches and the team, and to nobody else', async () => {
    const at = { challengeSlug: world.slug };
    const seen = async (viewer: Parameters<typeof checklistOf>[0]) =>
      (await checklistOf(viewer, at, TODAY, NOW)) !== null;
    expect(
      await Promise.all(
        [world.mentor, world.strategic, ...world.fellows, coach, coordinator, system('test')].map(seen),
      ),
    ).toEqual(Array(7).fill(true));
    expect(await Promise.all([visitor, other.mentor, ...other.fellows].map(seen))).toEqual(Array(4).fill(false));
  });

  it('hides a teammate’s own lines from a fellow, in the list, the item and the counts', async () => {
    const [first, second] = world.fellows as [PersonViewer, PersonViewer];
    const hers = await line('workstation-needs', first.id);
    const list = await checklistOf(second, { challengeSlug: world.slug }, TODAY, NOW);
    expect(list?.items.filter((item) => item.itemKey === 'workstation-needs')).toHaveLength(1);
    expect(await itemOf(second, hers.id, TODAY, NOW)).toBeNull();
    const [mine] = await listsOf(second, TODAY);
    const [all] = await listsOf(world.mentor, TODAY);
    expect((all?.total ?? 0) - (mine?.total ?? 0)).toBe(2);
  });

  it('lets a fellow answer their own lines only', async () => {
    const [first, second] = world.fellows as [PersonViewer, PersonViewer];
    const needs = { workstation: { machine: 'own', memory: '32', screens: '2', accessibility: 'Bureau réglable' } };
    expect(await answer(second, 'workstation-needs', needs, first.id)).toEqual({ ok: false, reason: 'not_found' });
    expect(await answer(second, 'desks', { answer: 'yes' })).toEqual({ ok: false, reason: 'not_found' });
    expect(await answer(first, 'workstation-needs', needs, first.id)).toMatchObject({
      ok: true,
      value: { state: 'done' },
    });
    const ready = await line('workstation-ready', first.id);
    const mentors = await itemOf(world.mentor, ready.id, TODAY, NOW);
    expect(mentors?.before).toMatchObject([{ state: 'done', answer: { machine: 'own', memory: 32 } }]);
  });

  it('lets coaches read and comment, not answer', async () => {
    expect(await answer(coach, 'immersion', { answer: 'yes' })).toEqual({ ok: false, reason: 'not_found' });
    const { id } = await line('immersion');
    expect((await itemOf(coach, id, TODAY, NOW))?.may).toEqual({
      answer: false,
      attest: false,
      comment: true,
      manage: false,
    });
    expect(await commentItem(other.mentor, { id, text: 'Bonjour' }, clock)).toEqual({ ok: false, reason: 'not_found' });
  });

  it('never lets someone confirm their own answer', async () => {
    const { id } = await line('immersion');
    expect(await attestItem(world.mentor, { id }, clock)).toEqual({ ok: false, reason: 'not_found' });
  });
});

describe('progress across challenges', () => {
  it('is one statement whatever the number of challenges, and counts late and blocked', async () => {
    const at = { cohortId: world.cohortId, templateKey: 'arrival' };
    const one = await countingQueries(() => progressOf(coordinator, at, TODAY));
    for (const title of ['Un', 'Deux']) await transaction((tx) => welcome(tx, { title, cohortId: world.cohortId }));
    const three = await countingQueries(() => progressOf(coordinator, at, TODAY));
    expect([one.queries, three.queries]).toEqual([1, 1]);
    expect(three.value?.rows).toHaveLength(3);
    expect(three.value?.sections.map((section) => section.key)).toEqual([
      'recruitment',
      'data',
      'environment',
      'internet',
      'communication',
      'welcome',
    ]);
    const environment = one.value?.rows[0]?.cells.find((cell) => cell.section === 'environment');
    expect(environment).toMatchObject({ blocked: 1 });
    expect(environment?.late).toBeGreaterThan(0);
  });

  it('is refused to those who do not follow', async () => {
    expect(await progressOf(world.mentor, { cohortId: world.cohortId, templateKey: 'arrival' }, TODAY)).toBeNull();
    expect((await progressOf(coach, { cohortId: other.cohortId, templateKey: 'arrival' }, TODAY))?.rows).toEqual([]);
  });
});
