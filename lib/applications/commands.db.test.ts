import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideFiles } from '@/lib/applications/commands/decide';
import { entrustFiles, labelFiles } from '@/lib/applications/commands/examine';
import { inviteMember, removeMember } from '@/lib/applications/commands/members';
import { saveAnswers } from '@/lib/applications/commands/save';
import { startApplication } from '@/lib/applications/commands/start';
import { submitApplication } from '@/lib/applications/commands/submit';
import { discardDraft, restoreApplication, withdrawApplication } from '@/lib/applications/commands/withdraw';
import { myApplication, myApplications, mySubmission } from '@/lib/applications/queries';
import type { Answers } from '@/lib/calls/answers';
import { inSection, lines, shortText, text } from '@/lib/calls/building';
import { formDefinition } from '@/lib/calls/form';
import { fieldsOf } from '@/lib/calls/shape';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makeOrganisation, makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  titleField: 'name',
  sections: [
    inSection('s', T, [
      shortText('name', T),
      lines('problem', 3, T),
      { type: 'organisation', id: 'host', label: T },
      shortText('note', T, { required: false }),
    ]),
  ],
  ineligibility: [{ id: 'never', when: 'name = "interdit"', message: T }],
});
const good: Answers = { name: 'Marées vertes', problem: 'Un problème.', host: { name: 'Direction de la mer' } };
const OPEN = new Date('2022-02-01T10:00:00Z');
const CLOSES = new Date('2022-03-18T22:59:00Z');
const at = (seconds: number) => new Date(CLOSES.getTime() + seconds * 1000);

let call: Awaited<ReturnType<typeof makeCall>>;
let owner: PersonViewer;
beforeAll(async () => {
  call = await makeCall(db, { form });
  owner = await makeViewer(db);
});
const draft = (answers: Answers = good, who = owner) => makeDraft(db, call, who.id, answers);
const write = (viewer: PersonViewer, id: string, base: Answers, mine: Answers, when = OPEN) =>
  saveAnswers(
    viewer,
    id,
    () => ({ fields: fieldsOf(form).filter((one) => one.id in mine || one.id in base), base, mine }),
    when,
  );
const submit = (id: string, when = OPEN, key: string = randomUUID()) =>
  submitApplication(owner, { applicationId: id, key }, when);
const events = (id: string) =>
  db.event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' }, select: { name: true } });

describe('starting a draft', () => {
  it('needs a call that is open, and a person', async () => {
    const start = (when: string, viewer: Parameters<typeof startApplication>[0] = owner) =>
      startApplication(viewer, { callId: call.id }, clockAt(when));
    expect(await start('2022-01-24T07:59:59Z')).toMatchObject({ reason: 'not_open_yet' });
    expect(await start('2022-03-18T22:59:00Z')).toMatchObject({ reason: 'call_closed' });
    expect(await start('2022-02-01T10:00:00Z', visitor)).toMatchObject({ reason: 'not_found' });
    const started = await start('2022-02-01T10:00:00Z');
    expect(started).toMatchObject({ ok: true });
    if (started.ok) expect(await events(started.value.id)).toEqual([{ name: 'application.started' }]);
  });
});

describe('saving a draft', () => {
  it('keeps the answers, names the file and says what is complete', async () => {
    const { id } = await draft({});
    expect(await write(owner, id, {}, good)).toMatchObject({
      ok: true,
      value: { version: 2, conflicts: [], answers: good },
    });
    expect(await myApplication(owner, id)).toMatchObject({
      title: 'Marées vertes',
      completeness: 100,
      answers: good,
      version: 2,
    });
  });

  it('writes one event for a burst of saves', async () => {
    const { id } = await draft({});
    for (const name of ['a', 'ab', 'abc']) await write(owner, id, { name: name.slice(0, -1) }, { name });
    await write(owner, id, { name: 'abc' }, { name: 'later' }, new Date(OPEN.getTime() + 11 * 60_000));
    expect(await events(id)).toHaveLength(2);
  });

  it('keeps both texts when two people changed one field', async () => {
    const { id } = await draft({ name: 'a' });
    await write(owner, id, { name: 'a' }, { name: 'mine' });
    const late = await write(owner, id, { name: 'a' }, { name: 'other', note: 'kept' });
    expect(late).toMatchObject({
      ok: true,
      value: { conflicts: [{ path: 'name', mine: 'other', theirs: 'mine' }], answers: { name: 'mine', note: 'kept' } },
    });
  });

  it('never undoes what a co-author added to an answer whose page stays open', async () => {
    const together = formDefinition.parse({
      sections: [
        inSection('s', T, [
          { type: 'contact', id: 'lead', label: T },
          { type: 'group', id: 'team', label: T, rowLabel: T, fields: [{ type: 'shortText', id: 'role', label: T }] },
        ]),
      ],
    });
    const shared = await makeCall(db, { form: together });
    const { id } = await makeDraft(db, shared, owner.id, { team: [{ _key: 'a', role: 'x' }] });
    const fields = fieldsOf(together);
    let base: Answers = { team: [{ _key: 'a', role: 'x' }] };
    const types = async (mine: Answers) => {
      const saved = await saveAnswers(owner, id, () => ({ fields, base, mine }), OPEN);
      if (!saved.ok) throw new Error(saved.reason);
      base = saved.value.answers;
    };
    await types({ team: [{ _key: 'a', role: 'xy' }], lead: { phone: '1' } });
    await saveAnswers(
      owner,
      id,
      (_, stored) => ({
        fields,
        base: stored,
        mine: {
          team: [
            { _key: 'a', role: 'xy' },
            { _key: 'b', role: 'Sa ligne' },
          ],
          lead: { phone: '1', email: 'b' },
        },
      }),
      OPEN,
    );
    // This page shows neither, and goes on twice.
    await types({ team: [{ _key: 'a', role: 'xyz' }], lead: { phone: '12' } });
    await types({ team: [{ _key: 'a', role: 'xyz!' }], lead: { phone: '123' } });
    expect((await myApplication(owner, id))?.answers).toEqual({
      team: [
        { _key: 'a', role: 'xyz!' },
        { _key: 'b', role: 'Sa ligne' },
      ],
      lead: { phone: '123', email: 'b' },
    });
  });

  it('lets 20 parallel writers each keep their own field’s words or a conflict', async () => {
    const { id } = await draft({ note: 'start' });
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => write(owner, id, { note: 'start' }, { note: `writer ${n}` })),
    );
    const winners = results.filter((one) => one.ok && one.value.conflicts.length === 0);
    const told = results.filter((one) => (one.ok ? one.value.conflicts.length > 0 : one.reason === 'busy'));
    expect([winners.length, told.length]).toEqual([1, 19]);
  });

  it('is refused after the deadline and its grace, to strangers and to readers', async () => {
    const { id } = await draft({ name: 'a' });
    const save = (when: Date) => write(owner, id, { name: 'a' }, { name: 'b' }, when);
    expect(await save(at(121))).toMatchObject({ reason: 'call_closed' });
    expect(await save(at(120))).toMatchObject({ ok: true });
    expect(await write(await makeViewer(db), id, {}, { name: 'x' })).toMatchObject({ reason: 'not_found' });
    const reader = await makeViewer(db);
    await inviteMember(owner, { applicationId: id, email: reader.email, right: 'view' });
    expect(await write(reader, id, {}, { name: 'x' })).toMatchObject({ reason: 'read_only' });
  });
});

describe('sending a file', () => {
  it.each([
    [-1, true],
    [0, true],
    [120, true],
    [121, false],
  ])('received %d s from the deadline: accepted %s', async (seconds, accepted) => {
    const { id } = await draft();
    const sent = await submit(id, at(seconds));
    expect(sent.ok ? true : sent.reason).toBe(accepted ? true : 'call_closed');
    // Late: nothing is lost.
    expect((await myApplication(owner, id))?.answers).toEqual(good);
  });

  it('gives a reference, an event and receipts, all or nothing', async () => {
    const author = await makeViewer(db);
    const { id } = await draft();
    await inviteMember(owner, { applicationId: id, email: author.email, right: 'edit' });
    const sent = await submit(id);
    expect(sent).toMatchObject({ ok: true, value: { number: 1, reference: expect.stringMatching(/^C\w*-\d{4}$/) } });
    expect((await events(id)).map((one) => one.name)).toContain('application.submitted');
    const mails = await db.outboxMessage.findMany({
      where: { aboutId: id, template: 'application-receipt' },
      select: { to: true },
    });
    expect(mails.map((one) => one.to).sort()).toEqual([author.email, owner.email].sort());
  });

  it('is one sending for a double click, a resend and a race', async () => {
    const { id } = await draft();
    const key = randomUUID();
    const all = await Promise.all([submit(id, OPEN, key), submit(id, OPEN, key), submit(id, OPEN, key)]);
    expect(all.map((one) => one.ok && one.value.number)).toEqual([1, 1, 1]);
    expect(await db.submission.count({ where: { applicationId: id } })).toBe(1);
    expect(await submit(id)).toMatchObject({ reason: 'nothing_new' });
  });

  it('keeps each version sent, exactly one in force', async () => {
    const { id } = await draft();
    await submit(id);
    await write(owner, id, { name: good.name as string }, { name: 'Nouveau nom' });
    expect((await submit(id)).ok).toBe(true);
    const file = await myApplication(owner, id);
    expect(file?.submissions.map((one) => [one.number, one.inForce])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect((await mySubmission(owner, id, 1))?.answers.name).toBe('Marées vertes');
    expect(file?.title).toBe('Nouveau nom');
    // The database itself knows no file with two.
    await expect(
      db.submission.updateMany({ where: { applicationId: id }, data: { inForce: true } }),
    ).rejects.toMatchObject({ code: 'P2002' });
  });

  it('gives two files two references, even at once', async () => {
    const files = await Promise.all([draft(), draft(), draft(), draft()]);
    const sent = await Promise.all(files.map((one) => submit(one.id)));
    expect(new Set(sent.map((one) => one.ok && one.value.reference)).size).toBe(4);
  });

  it('refuses what is incomplete, ineligible, or someone else’s', async () => {
    expect(await submit((await draft({ name: 'x' })).id)).toMatchObject({ reason: 'incomplete', detail: { count: 1 } });
    expect(await submit((await draft({ ...good, name: 'interdit' })).id)).toMatchObject({ reason: 'ineligible' });
    expect(await submit((await draft(good, await makeViewer(db))).id)).toMatchObject({ reason: 'not_found' });
  });

  it('recognises the organisation of our records by name', async () => {
    const organisation = await makeOrganisation(db, { name: 'Direction de la Mer' });
    const { id } = await draft();
    await submit(id);
    expect((await db.application.findUniqueOrThrow({ where: { id } })).organisationId).toBe(organisation.id);
  });
});

describe('sharing and leaving', () => {
  it('shows a file to its co-authors until they are removed', async () => {
    const author = await makeViewer(db);
    const { id } = await draft();
    expect(await myApplication(author, id)).toBeNull();
    await inviteMember(owner, { applicationId: id, email: author.email, right: 'edit' });
    expect((await myApplications(author)).map((one) => [one.id, one.right])).toEqual([[id, 'edit']]);
    expect(await inviteMember(author, { applicationId: id, email: 'x@exemple.invalid', right: 'edit' })).toMatchObject({
      reason: 'not_owner',
    });
    const member = (await myApplication(owner, id))?.members[0];
    await removeMember(owner, { applicationId: id, memberId: member?.id ?? '' });
    expect(await myApplication(author, id)).toBeNull();
  });

  it('withdraws what was sent, erases what was not', async () => {
    const sent = await draft();
    await submit(sent.id);
    expect(await discardDraft(owner, { applicationId: sent.id })).toMatchObject({ reason: 'already_sent' });
    expect(await withdrawApplication(owner, { applicationId: sent.id }, clockAt('2022-02-02T10:00:00Z'))).toMatchObject(
      { ok: true },
    );
    expect(await submit(sent.id)).toMatchObject({ reason: 'not_writable' });
    const other = await draft();
    expect(
      await withdrawApplication(owner, { applicationId: other.id }, clockAt('2022-02-02T10:00:00Z')),
    ).toMatchObject({ reason: 'not_withdrawable' });
    expect(await discardDraft(owner, { applicationId: other.id })).toMatchObject({ ok: true });
    expect(await myApplication(owner, other.id)).toBeNull();
  });

  it('takes a withdrawal back until the deadline, and tells everyone in their own language', async () => {
    const [author, english] = [await makeViewer(db), await makeViewer(db)];
    await db.person.update({ where: { id: english.id }, data: { locale: 'en' } });
    const { id } = await draft();
    for (const { email } of [author, english]) await inviteMember(owner, { applicationId: id, email, right: 'edit' });
    await submit(id);
    const restore = (seconds: number, viewer = owner) =>
      restoreApplication(viewer, { applicationId: id }, () => at(seconds));
    expect(await restore(-10)).toMatchObject({ reason: 'not_withdrawn' });
    await withdrawApplication(owner, { applicationId: id }, () => at(-60));
    expect(await restore(-30, author)).toMatchObject({ reason: 'not_owner' });
    expect(await restore(-30, await makeViewer(db))).toMatchObject({ reason: 'not_found' });
    expect(await restore(121)).toMatchObject({ reason: 'call_closed' });
    expect(await restore(120)).toMatchObject({ ok: true });
    expect(await myApplication(owner, id)).toMatchObject({
      state: 'submitted',
      submissions: [{ number: 1, inForce: true }],
    });
    await withdrawApplication(owner, { applicationId: id }, () => at(60));
    const mails = await db.outboxMessage.findMany({
      where: { aboutId: id, template: { in: ['application-withdrawal', 'application-restored'] } },
      select: { to: true, subject: true },
    });
    const subjects = (email: string) => mails.filter((one) => one.to === email).map((one) => one.subject);
    expect(subjects(english.email).filter((one) => /back in the call|withdrawn/.test(one))).toHaveLength(3);
    for (const { email } of [owner, author])
      expect(subjects(email).filter((one) => /remis dans l’appel|retiré/.test(one))).toHaveLength(3);
    expect((await events(id)).map((one) => one.name).slice(-3)).toEqual([
      'application.withdrawn',
      'application.restored',
      'application.withdrawn',
    ]);
  });

  it('shows no decision before the results are published', async () => {
    const { id } = await draft();
    await submit(id);
    await db.application.update({ where: { id }, data: { state: 'selected' } });
    expect((await myApplication(owner, id))?.state).toBe('submitted');
  });

  it('answers every act of the applicant as if nothing were decided, whatever was and by whom', async () => {
    const coordinator = await makeViewer(db, 'coordinator');
    const sent = async () => {
      const { id } = await draft();
      await submit(id);
      return id;
    };
    const undecided = await sent();
    for (const state of ['eligible', 'ineligible', 'preselected', 'not_preselected', 'selected', 'reserve'] as const) {
      const id = await sent();
      await db.application.update({ where: { id }, data: { state, instructorId: coordinator.id } });
      const late = await write(owner, id, {}, { note: 'tard' }, at(600));
      expect(late).toEqual(await write(owner, undecided, {}, { note: 'tard' }, at(600)));
      expect(late).toMatchObject({ reason: 'call_closed' });
      expect(await submit(id, at(600))).toEqual(await submit(undecided, at(600)));
      // Called again for a last correction of the call's date: written and sent as ever.
      expect(await write(owner, id, {}, { note: state })).toMatchObject({ ok: true });
      expect(await submit(id)).toMatchObject({ ok: true, value: { number: 2 } });
    }
  });

  it('leaves the date of a file as its authors left it, and drops a decision on a version that another replaces', async () => {
    const coordinator = await makeViewer(db, 'coordinator');
    const { id } = await draft();
    await submit(id);
    const seen = async () => JSON.stringify([await myApplication(owner, id), await myApplications(owner)]);
    const before = await seen();
    const decided = await decideFiles(coordinator, { ids: [id], after: 'ineligible', reason: 'Hors champ.', said: {} });
    expect(decided).toMatchObject({ reason: 'no_rule_broken' });
    expect(await decideFiles(coordinator, { ids: [id], after: 'eligible', reason: 'Complet.' })).toMatchObject({
      ok: true,
    });
    await entrustFiles(coordinator, { ids: [id], instructorId: coordinator.id });
    await labelFiles(coordinator, { ids: [id], label: 'mer', remove: false });
    expect(await seen()).toBe(before);
    await write(owner, id, {}, { note: 'mieux' });
    await submit(id);
    const file = await db.application.findUniqueOrThrow({ where: { id }, include: { decisions: true } });
    expect([file.state, file.decisions.map((one) => one.undoneAt)]).toEqual(['submitted', [OPEN]]);
  });
});
