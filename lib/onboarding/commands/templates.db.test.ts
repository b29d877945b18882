import { beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '@/lib/clock';
import { db, disconnect, transaction } from '@/lib/db';
import { AnswerForm } from '@/lib/onboarding/answers';
import { answerItem } from '@/lib/onboarding/commands/items';
import { giveChecklist } from '@/lib/onboarding/commands/lists';
import { decideOffer } from '@/lib/onboarding/commands/offers';
import {
  createTemplate,
  discardDraft,
  editTemplate,
  importTemplate,
  publishTemplate,
} from '@/lib/onboarding/commands/templates';
import { itemOf } from '@/lib/onboarding/queries/items';
import { checklistOf } from '@/lib/onboarding/queries/lists';
import { offerOf, retiredLines } from '@/lib/onboarding/queries/offers';
import { templateOf, templates } from '@/lib/onboarding/queries/templates';
import { type ChecklistDefinition, type ItemDefinition, itemsOf } from '@/lib/onboarding/schema';
import { writeTemplate } from '@/lib/onboarding/sharing';
import { type PersonViewer, system } from '@/lib/viewer';
import { lineOf, viewerOf, type Welcome, welcome } from '@/prisma/factories/onboarding';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const NOW = new Date('2026-08-20T08:00:00Z');
const clock = clockAt(NOW.toISOString());
let world: Welcome;
let coordinator: PersonViewer;
let communication: PersonViewer;
beforeAll(async () => {
  [world, coordinator, communication] = await transaction(async (tx) => [
    await welcome(tx),
    await viewerOf(tx, 'Camille Coordination', [{ kind: 'coordinator' }]),
    await viewerOf(tx, 'Yanis Communication', [{ kind: 'communication' }]),
  ]);
  return disconnect;
});

const place = async (key = 'arrival') => {
  const found = await templateOf(coordinator, key);
  if (!found) throw new Error(key);
  return { key, token: found.token };
};
const itemNamed = (definition: ChecklistDefinition, key: string): ItemDefinition => {
  const found = itemsOf(definition).find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};
const change = async (key: string, section: string, make: (item: ItemDefinition) => ItemDefinition) =>
  editTemplate(coordinator, await place(), (definition) => ({
    act: 'save_item',
    section,
    item: make(itemNamed(definition, key)),
  }));
const publish = async () => {
  const done = await publishTemplate(coordinator, await place(), clock);
  if (!done.ok) throw new Error(done.reason);
};
const list = async (viewer: PersonViewer = world.mentor) => {
  const found = await checklistOf(viewer, { challengeSlug: world.slug }, '2026-08-20', NOW);
  if (!found) throw new Error('no list');
  return found;
};
const decide = async (key: string | null, accepted: boolean, viewer: PersonViewer = world.mentor) => {
  const offer = await offerOf(coordinator, world.listId);
  if (!offer) throw new Error('nothing offered');
  const { checklistId, templateId, version } = offer;
  return decideOffer(viewer, { checklistId, templateId, version, key, accepted }, clock);
};
const offered = async () => (await offerOf(world.mentor, world.listId))?.changes.map((one) => one.key) ?? [];

describe('a template', () => {
  it('is edited in a draft of its own; lists and the version in force do not move', async () => {
    const made = await change('desks', 'environment', (item) => ({ ...item, due: { from: 'arrival', days: -45 } }));
    expect(made).toEqual({ ok: true, value: { key: 'arrival' } });
    const view = await templateOf(coordinator, 'arrival');
    expect(view).toMatchObject({ number: 2, publishedAt: null, lists: 1 });
    expect(view?.changes.map((one) => [one.key, one.fields])).toEqual([['desks', ['due']]]);
    expect(await offered()).toEqual([]);
    const other = await transaction((tx) => welcome(tx, { title: 'Autre' }));
    const desks = await transaction((tx) => lineOf(tx, other.listId, 'desks'));
    expect(desks.dueOn?.toISOString().slice(0, 10)).toBe('2026-08-02');
  });

  it('is the coordination’s: the team reads it, mentors do not see it', async () => {
    const at = await place();
    const edit = { act: 'move_item', key: 'desks', by: 1 } as const;
    for (const viewer of [world.mentor, communication])
      expect(await editTemplate(viewer, at, edit)).toEqual({ ok: false, reason: 'not_found' });
    expect(await publishTemplate(communication, at, clock)).toMatchObject({ reason: 'not_found' });
    expect(await templateOf(world.mentor, 'arrival')).toBeNull();
    expect(await templates(world.mentor)).toEqual([]);
    expect(await templateOf(communication, 'arrival')).toMatchObject({ edits: false });
    expect((await templates(communication)).find((one) => one.key === 'arrival')).toMatchObject({
      published: 1,
      draft: 2,
    });
  });

  it('refuses the second of two who edit at once, and keeps the first', async () => {
    const at = await place();
    const both = await Promise.all(
      [1, -1].map((by) => editTemplate(coordinator, at, { act: 'move_item', key: 'telework', by: by as 1 })),
    );
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['ok', 'stale']);
    expect(await discardDraft(coordinator, at)).toEqual({ ok: false, reason: 'stale' });
  });

  it('is discarded without a trace in what is published, and created from another', async () => {
    expect(await discardDraft(coordinator, await place())).toMatchObject({ ok: true, value: { left: true } });
    expect(await templateOf(coordinator, 'arrival')).toMatchObject({ number: 1 });
    const title = { fr: 'Arrivée des juristes', en: 'Arrival of lawyers' };
    expect(await createTemplate(coordinator, { title, from: 'arrival' }, clock)).toEqual({
      ok: true,
      value: { key: 'arrivee-des-juristes' },
    });
    const given = await transaction((tx) =>
      giveChecklist(tx, system('test'), { challengeId: world.challengeId, templateKey: 'arrivee-des-juristes' }),
    );
    // Not published yet: no challenge gets it.
    expect(given).toEqual({ ok: false, reason: 'not_found' });
  });

  it('comes and goes as YAML', async () => {
    const view = await templateOf(coordinator, 'departure');
    if (!view) throw new Error('departure');
    const yaml = writeTemplate(view.definition).replace('Préparer', 'Bien préparer');
    expect(await importTemplate(coordinator, { key: 'departure', token: view.token }, 'x: [')).toMatchObject({
      reason: 'bad_yaml',
    });
    expect(await importTemplate(coordinator, { key: 'departure', token: view.token }, yaml)).toMatchObject({
      ok: true,
    });
    expect(await templateOf(coordinator, 'departure')).toMatchObject({ number: 2, publishedAt: null });
  });
});

describe('a published change', () => {
  it('is offered to a running list item by item; what was answered stays, taken or left', async () => {
    const answer = async (viewer: PersonViewer, key: string, posted: object, fellowId?: string) => {
      const { id, version } = await transaction((tx) => lineOf(tx, world.listId, key, fellowId));
      const done = await answerItem(viewer, { ...AnswerForm.parse(posted), id, version }, clock);
      if (!done.ok) throw new Error(done.reason);
      return id;
    };
    const desks = await answer(world.mentor, 'desks', { answer: 'yes', note: 'Bureau 214' });
    const budget = await answer(world.mentor, 'budget', { answer: 'yes', note: 'Carte d’achat' });
    const telework = await answer(world.mentor, 'telework', { answer: 'yes' });
    await change('desks', 'environment', (item) => ({
      ...item,
      due: { from: 'arrival', days: -45 },
      answer: { kind: 'text', max: 500 },
    }));
    await change('desks', 'environment', (item) => ({
      ...item,
      key: 'badge',
      title: { fr: 'Créer le badge', en: 'Make the badge' },
    }));
    await change('telework', 'environment', (item) => ({ ...item, per: 'fellow' }));
    await editTemplate(coordinator, await place(), { act: 'remove_item', key: 'budget' });
    await publish();
    expect((await offered()).sort()).toEqual(['badge', 'budget', 'desks', 'telework']);
    expect(await offerOf(world.fellows[0] as PersonViewer, world.listId)).toBeNull();
    expect(await decide('badge', true, world.fellows[0])).toEqual({ ok: false, reason: 'not_found' });

    const before = (await list()).items.length;
    expect(await decide('badge', true)).toMatchObject({ ok: true });
    expect((await list()).items.length).toBe(before + 1);

    expect(await decide('desks', true)).toMatchObject({ ok: true });
    expect(await itemOf(world.mentor, desks, '2026-08-20', NOW)).toMatchObject({
      state: 'done',
      answer: 'yes',
      note: 'Bureau 214',
      dueOn: '2026-07-18',
      definition: { answer: { kind: 'text' } },
    });

    expect(await decide('budget', true)).toMatchObject({ ok: true });
    expect(await itemOf(world.mentor, budget, '2026-08-20', NOW)).toBeNull();
    expect(await retiredLines(world.mentor, await list())).toMatchObject([{ id: budget, note: 'Carte d’achat' }]);

    expect(await decide('telework', true)).toMatchObject({ ok: true });
    expect((await list()).items.filter((one) => one.itemKey === 'telework')).toHaveLength(2);
    expect((await db.checklistItem.findUniqueOrThrow({ where: { id: telework } })).answer).toBe('yes');
    expect(await offered()).toEqual([]);
    expect(await db.checklistRevision.count({ where: { itemId: { in: [desks, budget, telework] } } })).toBe(3);
  });

  it('once left is not offered again, until a later version changes it again', async () => {
    await change('immersion', 'welcome', (item) => ({ ...item, blocking: true }));
    await change('presentation', 'welcome', (item) => ({ ...item, blocking: true }));
    await publish();
    expect(await offered()).toEqual(['immersion', 'presentation']);
    expect(await decide('immersion', false)).toMatchObject({ ok: true });
    expect(await offered()).toEqual(['presentation']);
    expect(await decide('immersion', true)).toEqual({ ok: false, reason: 'not_found' });
    expect(await decide(null, true)).toMatchObject({ ok: true, value: { decided: 1 } });
    const { items } = await list();
    expect(items.find((one) => one.itemKey === 'immersion')?.definition.blocking).toBe(false);
    expect(items.find((one) => one.itemKey === 'presentation')?.definition.blocking).toBe(true);
    await change('immersion', 'welcome', (item) => ({ ...item, due: { from: 'arrival', days: 30 } }));
    await publish();
    expect(await offered()).toEqual(['immersion']);
  });

  it('answered by two at once counts once', async () => {
    const both = await Promise.all([decide('immersion', true), decide('immersion', false, coordinator)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await db.event.count({ where: { name: { startsWith: 'checklist.change_' } } })).toBe(7);
  });
});
