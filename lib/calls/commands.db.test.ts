import { beforeAll, describe, expect, it } from 'vitest';
import { inSection, lines, shortText, text } from '@/lib/calls/building';
import { changeDeadline } from '@/lib/calls/commands/deadline';
import { abandonForm, editForm, publishForm, undoFormEdit } from '@/lib/calls/commands/form';
import { createCall, publishCall, updateCall } from '@/lib/calls/commands/prepare';
import { inputsOf, stampOf } from '@/lib/calls/edited-thing';
import { applyEdit } from '@/lib/calls/editing';
import { formDefinition } from '@/lib/calls/form';
import { callBySlug, cohortsForCalls, managedCall, managedCalls } from '@/lib/calls/queries';
import { lastEdit } from '@/lib/calls/queries/form-version';
import { NewCall } from '@/lib/calls/schema';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { ok } from '@/lib/result';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makeViewer } from '@/prisma/factories/people';
import { makeCohort } from '@/prisma/factories/programme';
import { testDatabase } from '@/prisma/test-db';

testDatabase();

const T = text('Titre', 'Title');
const now = clockAt('2022-02-01T10:00:00Z');
let coordinator: PersonViewer;
let stranger: PersonViewer;
let cohortId: string;
beforeAll(async () => {
  coordinator = await makeViewer(db, 'coordinator');
  stranger = await makeViewer(db);
  cohortId = (await makeCohort(db, { number: '7 bis' })).id;
});
const input = (given: object = {}) =>
  NewCall.parse({
    cohortId,
    title: 'Appel de la promotion 7 bis',
    opens: '2022-02-01T09:00',
    closes: '2022-03-18T23:59',
    contactEmail: 'a@b.fr',
    ...given,
  });

describe('preparing a call', () => {
  it('creates it with the form of cohort 6, unseen until it is published', async () => {
    const created = await createCall(coordinator, input());
    if (!created.ok) throw new Error(created.reason);
    const { slug, id } = created.value;
    expect(await callBySlug(visitor, slug)).toBeNull();
    expect((await managedCall(coordinator, slug))?.draftForm?.definition.sections).toHaveLength(11);
    expect(await managedCall(stranger, slug)).toBeNull();
    expect(await publishCall(stranger, { callId: id }, now)).toMatchObject({ reason: 'not_found' });
    expect(await publishCall(coordinator, { callId: id }, now)).toMatchObject({ ok: true });
    expect(await publishCall(coordinator, { callId: id }, now)).toMatchObject({ reason: 'already_published' });
    const seen = await callBySlug(visitor, slug);
    expect([seen?.form?.number, seen?.draftForm, seen?.closesAt.toISOString()]).toEqual([
      1,
      null,
      '2022-03-18T22:59:00.000Z',
    ]);
  });

  it('belongs to those who coordinate the cohort', async () => {
    expect(await createCall(stranger, input())).toMatchObject({ reason: 'not_allowed' });
    const other = await makeViewer(db, 'coordinator', { cohortId: (await makeCohort(db)).id });
    expect(await createCall(other, input())).toMatchObject({ reason: 'not_allowed' });
    expect(await cohortsForCalls(stranger)).toEqual([]);
    expect((await cohortsForCalls(other)).length).toBe(1);
  });

  it('copies the form of an earlier call, refuses dates the wrong way round and an empty form', async () => {
    const earlier = await makeCall(db, {
      form: formDefinition.parse({ sections: [inSection('only', T, [shortText('one', T)])] }),
    });
    const copied = await createCall(coordinator, input({ form: `call:${earlier.id}` }));
    if (!copied.ok) throw new Error(copied.reason);
    expect(
      (await managedCall(coordinator, copied.value.slug))?.draftForm?.definition.sections.map((one) => one.id),
    ).toEqual(['only']);
    expect(await createCall(coordinator, input({ closes: '2022-01-01T09:00' }))).toMatchObject({ reason: 'inverted' });
    const empty = await createCall(coordinator, input({ form: 'empty' }));
    if (empty.ok)
      expect(await publishCall(coordinator, { callId: empty.value.id }, now)).toMatchObject({
        reason: 'form_problems',
      });
  });

  it('is changed by one coordinator at a time', async () => {
    const call = await makeCall(db, { cohortId });
    const change = {
      callId: call.id,
      version: 1,
      title: 'Autre titre',
      summary: '',
      body: '',
      opens: '2022-01-24T09:00',
      closes: '2022-03-18T23:59',
      timeZone: 'Europe/Paris',
      graceSeconds: 60,
      contactEmail: 'a@b.fr',
    };
    expect(await updateCall(coordinator, change)).toMatchObject({ ok: true });
    expect(await updateCall(coordinator, change)).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await updateCall(coordinator, { ...change, version: 2, closes: '2022-03-20T23:59' })).toMatchObject({
      reason: 'published_dates',
    });
  });
});

describe('moving the deadline', () => {
  it('keeps who and why, and tells everyone with a file', async () => {
    const call = await makeCall(db, { cohortId });
    const file = await makeDraft(db, call, stranger.id);
    await db.applicationMember.create({ data: { applicationId: file.id, email: 'co@exemple.invalid', right: 'edit' } });
    const reason = 'Les vacances de printemps commencent ce jour-là.';
    const changed = await changeDeadline(coordinator, { callId: call.id, closes: '2022-04-01T23:59', reason }, now);
    expect(changed).toMatchObject({ ok: true, value: { told: 2 } });
    const seen = await callBySlug(visitor, call.slug);
    expect(seen?.closesAt.toISOString()).toBe('2022-04-01T21:59:00.000Z');
    expect(seen?.extensions).toMatchObject([{ reason, byId: coordinator.id, before: call.closesAt }]);
    const mails = await db.outboxMessage.findMany({
      where: { template: 'call-deadline', aboutId: file.id },
      select: { to: true, text: true },
    });
    expect(mails.map((one) => one.to).sort()).toEqual(['co@exemple.invalid', stranger.email].sort());
    expect(mails[0]?.text).toContain(reason);
  });

  it('tells three thousand people at once: one mail a draft, in one transaction', async () => {
    const call = await makeCall(db, { cohortId });
    const draft = { callId: call.id, formVersionId: call.formVersionId, ownerId: stranger.id };
    await db.application.createMany({ data: Array.from({ length: 3000 }, () => draft) });
    const input = { callId: call.id, closes: '2022-04-01T23:59', reason: 'Une bonne raison.' };
    expect(await changeDeadline(coordinator, input, now)).toMatchObject({ ok: true, value: { told: 3000 } });
    const { id } = await db.callExtension.findFirstOrThrow({ where: { callId: call.id } });
    expect(await db.outboxMessage.count({ where: { key: { startsWith: `call-deadline:${id}:` } } })).toBe(3000);
  });

  it('is refused to others, to the past and without a change', async () => {
    const call = await makeCall(db, { cohortId });
    const move = (viewer: PersonViewer, closes: string) =>
      changeDeadline(viewer, { callId: call.id, closes, reason: 'Une bonne raison.' }, now);
    expect(await move(stranger, '2022-04-01T23:59')).toMatchObject({ reason: 'not_found' });
    expect(await move(coordinator, '2022-01-31T23:59')).toMatchObject({ reason: 'in_the_past' });
    expect(await move(coordinator, '2022-03-18T23:59')).toMatchObject({ reason: 'same_date' });
    expect(await move(coordinator, '2022-01-01T23:59')).toMatchObject({ reason: 'before_opening' });
  });
});

describe('a new version of the form', () => {
  const first = formDefinition.parse({ sections: [inSection('s', T, [shortText('name', T), lines('gone', 3, T)])] });
  const next = formDefinition.parse({ sections: [inSection('s', T, [shortText('name', T), shortText('fresh', T)])] });

  it('moves drafts over with every answer, tells their authors, and leaves what was sent alone', async () => {
    const call = await makeCall(db, { cohortId, form: first });
    const file = await makeDraft(db, call, stranger.id, { name: 'n', gone: 'mots' });
    const token = (await managedCall(coordinator, call.slug))?.form?.updatedAt.toISOString() ?? '';
    expect(await editForm(coordinator, { callId: call.id, token }, () => ok(next))).toMatchObject({
      ok: true,
      value: { number: 2 },
    });
    const seen = await Promise.all([visitor, stranger, coordinator].map((viewer) => callBySlug(viewer, call.slug)));
    expect(seen.map((one) => [one?.form?.number, one?.draftForm?.number])).toEqual([
      [1, undefined],
      [1, undefined],
      [1, 2],
    ]);
    expect(await publishForm(coordinator, { callId: call.id }, now)).toMatchObject({ ok: true, value: { moved: 1 } });
    const moved = await db.application.findUniqueOrThrow({ where: { id: file.id } });
    expect(moved).toMatchObject({
      answers: { name: 'n' },
      movedFrom: 1,
      kept: [{ id: 'gone', answer: 'mots', formNumber: 1 }],
    });
    expect(await db.outboxMessage.count({ where: { template: 'call-form', aboutId: file.id } })).toBe(1);
    expect(await publishForm(coordinator, { callId: call.id }, now)).toMatchObject({ reason: 'nothing_new' });
  });

  it('moves a thousand drafts at once, and tells each', async () => {
    const call = await makeCall(db, { cohortId, form: first });
    const draft = { callId: call.id, formVersionId: call.formVersionId, ownerId: stranger.id };
    await db.application.createMany({
      data: Array.from({ length: 1000 }, (_, n) => ({ ...draft, answers: { name: `n${n}`, gone: 'mots' } })),
    });
    const token = (await managedCall(coordinator, call.slug))?.form?.updatedAt.toISOString() ?? '';
    await editForm(coordinator, { callId: call.id, token }, () => ok(next));
    expect(await publishForm(coordinator, { callId: call.id }, now)).toMatchObject({
      ok: true,
      value: { moved: 1000 },
    });
    const moved = await db.application.findMany({ where: { callId: call.id }, orderBy: { id: 'asc' } });
    expect(new Set(moved.map((one) => (one.answers as { name: string }).name)).size).toBe(1000);
    expect(
      moved.every((one) => one.version === 2 && one.movedFrom === 1 && one.formVersionId !== call.formVersionId),
    ).toBe(true);
    expect(await db.outboxMessage.count({ where: { key: { startsWith: `call-form:${call.id}:2:` } } })).toBe(1000);
  });

  it('is never edited by two at once, nor by a stranger', async () => {
    const call = await makeCall(db, { cohortId, form: first });
    const token = (await managedCall(coordinator, call.slug))?.form?.updatedAt.toISOString() ?? '';
    const edit = (viewer: PersonViewer) => editForm(viewer, { callId: call.id, token }, () => ok(next));
    const both = await Promise.all([edit(coordinator), edit(coordinator)]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(await edit(stranger)).toMatchObject({ reason: 'not_found' });
  });
});

describe('lists', () => {
  it('count the files of each call in two queries', async () => {
    const cohort = (await makeCohort(db)).id;
    const viewer = await makeViewer(db, 'coordinator', { cohortId: cohort });
    const call = await makeCall(db, { cohortId: cohort });
    await makeDraft(db, call, stranger.id);
    expect(await managedCalls(viewer)).toMatchObject([{ id: call.id, drafts: 1, sent: 0 }]);
    expect(await managedCalls(stranger)).toEqual([]);
  });
});

describe('undoing in the form builder', () => {
  const one = formDefinition.parse({ sections: [inSection('s', T, [shortText('name', T), lines('long', 3, T)])] });
  const two = formDefinition.parse({ sections: [] });
  const token = async (slug: string) => {
    const call = await managedCall(coordinator, slug);
    return (call?.draftForm ?? call?.form)?.updatedAt.toISOString() ?? '';
  };
  const draft = async (slug: string) => (await managedCall(coordinator, slug))?.draftForm;

  it('puts back what the last edit took away, then forward again, one step either way', async () => {
    const call = await makeCall(db, { cohortId, form: one });
    const place = async () => ({ callId: call.id, token: await token(call.slug) });
    expect(await undoFormEdit(coordinator, await place())).toMatchObject({ reason: 'nothing_to_undo' });
    expect(await editForm(coordinator, await place(), () => ok(two))).toMatchObject({ ok: true });
    const version = (await draft(call.slug))?.id ?? '';
    expect([await lastEdit(coordinator, version), await lastEdit(stranger, version)]).toEqual(['undo', null]);
    expect(await undoFormEdit(stranger, await place())).toMatchObject({ reason: 'not_found' });
    const before = await place();
    expect(await undoFormEdit(coordinator, before)).toMatchObject({ ok: true });
    expect(await undoFormEdit(coordinator, before)).toMatchObject({ reason: 'changed_meanwhile' });
    expect([(await draft(call.slug))?.definition, await lastEdit(coordinator, version)]).toEqual([one, 'redo']);
    expect(await undoFormEdit(coordinator, await place())).toMatchObject({ ok: true });
    expect((await draft(call.slug))?.definition).toEqual(two);
  });

  it('a version like the one in force is not published, and may be left; a first version may not', async () => {
    const call = await makeCall(db, { cohortId, form: one });
    const place = async () => ({ callId: call.id, token: await token(call.slug) });
    await editForm(coordinator, await place(), () => ok(one));
    expect((await draft(call.slug))?.number).toBe(2);
    expect(await publishForm(coordinator, { callId: call.id }, now)).toMatchObject({ reason: 'nothing_new' });
    expect(await abandonForm(stranger, await place())).toMatchObject({ reason: 'not_found' });
    expect(await abandonForm(coordinator, { callId: call.id, token: now().toISOString() })).toMatchObject({
      reason: 'changed_meanwhile',
    });
    expect(await abandonForm(coordinator, await place())).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await draft(call.slug)).toBe(null);
    expect(await abandonForm(coordinator, await place())).toMatchObject({ reason: 'nothing_new' });
    const created = await createCall(coordinator, input());
    if (!created.ok) throw new Error(created.reason);
    const first = { callId: created.value.id, token: await token(created.value.slug) };
    expect(await abandonForm(coordinator, first)).toMatchObject({ reason: 'nothing_new' });
  });
});

describe('two coordinators on one form', () => {
  it('on different things both are heard; on the same one the second is told; a published version asks for another look', async () => {
    const one = formDefinition.parse({ sections: [inSection('s', T, [shortText('a', T), shortText('b', T)])] });
    const call = await makeCall(db, { cohortId, form: one });
    const seen = (await managedCall(coordinator, call.slug))?.form?.updatedAt.toISOString() ?? '';
    const rename = (path: string, fr: string) => {
      const act = { act: 'edit_field' as const, path, field: { label: text(fr, fr) } };
      return editForm(
        coordinator,
        {
          callId: call.id,
          token: seen,
          untouched: (form) => stampOf(inputsOf(form, act)) === stampOf(inputsOf(one, act)),
        },
        (form) => applyEdit(form, act),
      );
    };
    expect([await rename('a', 'Un'), await rename('b', 'Deux'), await rename('a', 'Trois')]).toMatchObject([
      { ok: true, value: { number: 2 } },
      { ok: true, value: { number: 2 } },
      { reason: 'changed_meanwhile' },
    ]);
    const labels = async () => {
      const now = await managedCall(coordinator, call.slug);
      return (now?.draftForm ?? now?.form)?.definition.sections[0]?.fields.map((field) => field.label.fr);
    };
    expect(await labels()).toEqual(['Un', 'Deux']);
    expect(await publishForm(coordinator, { callId: call.id }, now)).toMatchObject({ ok: true });
    expect(await rename('b', 'Quatre')).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await labels()).toEqual(['Un', 'Deux']);
  });
});
