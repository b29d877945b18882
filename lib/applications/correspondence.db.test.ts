import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { awaitingApplications } from '@/lib/applications/awaiting';
import { answerCorrection } from '@/lib/applications/commands/answer-correction';
import { attachToCorrection } from '@/lib/applications/commands/attach-correction';
import { askCorrection, cancelCorrection, reviewCorrection } from '@/lib/applications/commands/corrections';
import { entrustFiles } from '@/lib/applications/commands/examine';
import { expireCorrections, remindCorrections } from '@/lib/applications/commands/expire-corrections';
import { sendMessageFile } from '@/lib/applications/commands/message-file';
import { seeMessages, settleMessages, writeToApplicant, writeToTeam } from '@/lib/applications/commands/messages';
import { removeNote, seeMentions, writeNote } from '@/lib/applications/commands/notes';
import { remindFiles } from '@/lib/applications/commands/remind';
import { undoAct } from '@/lib/applications/commands/undo';
import { attachedFile } from '@/lib/applications/queries';
import { fileCorrections, myCorrection } from '@/lib/applications/queries/corrections';
import { examinedFile, sentVersions, twoVersions } from '@/lib/applications/queries/examined';
import { fileHistory } from '@/lib/applications/queries/history';
import { fileMargin } from '@/lib/applications/queries/margin';
import { askedOfMe, fileMessages, myMessages } from '@/lib/applications/queries/talk';
import { clockAt, systemClock } from '@/lib/clock';
import { db, disconnect } from '@/lib/db';
import { verifyLedger } from '@/lib/ledger';
import { type PersonViewer, system } from '@/lib/viewer';
import { makeCall } from '@/prisma/factories/calls';
import { makeSentFile } from '@/prisma/factories/files';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000);
const now = systemClock;
const key = () => 'abcdef';
let call: Awaited<ReturnType<typeof makeCall>>;
let file: Awaited<ReturnType<typeof makeSentFile>>;
let [coordinator, colleague, owner, reader, stranger]: PersonViewer[] = [];
const team = () => coordinator as PersonViewer;
const mine = () => owner as PersonViewer;

const mailed = (template: string) =>
  db.outboxMessage.findMany({
    where: { template: `application-${template}`, aboutId: file.id },
    select: { to: true, subject: true, text: true },
  });
const todayOf = async (viewer: PersonViewer) =>
  (await awaitingApplications(viewer, now)).map(({ words, href }) => [words, href]);

beforeAll(async () => {
  call = await makeCall(db);
  [coordinator, colleague] = [await makeViewer(db, 'coordinator'), await makeViewer(db, 'director')];
  [owner, reader, stranger] = [
    await makeViewer(db, 'applicant'),
    await makeViewer(db),
    await makeViewer(db, 'applicant'),
  ];
});
beforeEach(async () => {
  file = await makeSentFile(db, call, mine().id);
  await db.applicationMember.create({
    data: { applicationId: file.id, personId: reader?.id, email: reader?.email ?? '', right: 'view' },
  });
});

describe('private notes', () => {
  it('call a colleague by name: a mail and a line in Today, until they have read it', async () => {
    const body = `Pouvez-vous relire, @${(colleague as PersonViewer).name} ? Écrire à a@${(colleague as PersonViewer).name} n’appelle personne.`;
    const written = await writeNote(team(), { applicationId: file.id, body });
    expect(written).toMatchObject({ ok: true, value: { told: [colleague?.name] } });
    expect(await mailed('mention')).toMatchObject([{ to: colleague?.email, text: expect.stringContaining('relire') }]);
    const line = ['readMention', `/admin/applications/${file.id}#notes`];
    expect(await todayOf(colleague as PersonViewer)).toContainEqual(line);
    expect((await fileMargin(colleague as PersonViewer, file.id)).notes[0]).toMatchObject({
      callsMe: true,
      mine: false,
    });
    await seeMentions(colleague as PersonViewer, { applicationId: file.id }, now);
    expect(await todayOf(colleague as PersonViewer)).not.toContainEqual(line);
  });

  it('are the coordination’s own, and are taken away by who wrote them', async () => {
    for (const viewer of [mine(), stranger as PersonViewer, { kind: 'visitor' } as const]) {
      expect(await writeNote(viewer, { applicationId: file.id, body: 'x' })).toMatchObject({ reason: 'not_found' });
      expect((await fileMargin(viewer, file.id)).notes).toEqual([]);
    }
    const written = await writeNote(team(), { applicationId: file.id, body: 'Secret' });
    const noteId = written.ok ? written.value.id : '';
    expect(await removeNote(colleague as PersonViewer, { noteId }, now)).toMatchObject({ reason: 'not_yours' });
    expect(await removeNote(team(), { noteId }, now)).toMatchObject({ ok: true });
    expect((await fileMargin(team(), file.id)).notes).toMatchObject([{ removed: true, body: '' }]);
    expect(await removeNote(team(), { noteId }, now)).toMatchObject({ reason: 'not_found' });
  });
});

describe('messages', () => {
  it('go by mail to who writes the file, are read once, and come back to who has it in charge', async () => {
    await entrustFiles(team(), { ids: [file.id], instructorId: colleague?.id ?? null });
    await writeToApplicant(team(), { applicationId: file.id, body: 'Quel est votre calendrier ?' }, now);
    expect(await mailed('message_to_applicant')).toMatchObject([
      { to: mine().email, text: expect.stringContaining('calendrier') },
    ]);
    expect(await todayOf(mine())).toContainEqual(['readMessage', `/my-applications/${file.id}/messages`]);
    expect((await askedOfMe(mine(), file.id))?.unread).toBe(1);
    // The team speaks as one: no name of a person reaches the applicant.
    expect(JSON.stringify(await myMessages(mine(), file.id))).not.toContain(team().name);
    await seeMessages(mine(), { applicationId: file.id }, now);
    expect((await fileMessages(team(), file.id))[0]?.seenAt).toBeInstanceOf(Date);

    await writeToTeam(mine(), { applicationId: file.id, body: 'Dix mois.' }, now);
    expect(await mailed('message_to_team')).toMatchObject([{ to: colleague?.email }]);
    expect(await examinedFile(team(), file.id)).toMatchObject({ next: 'answer_message', unread: 1 });
    expect(await todayOf(colleague as PersonViewer)).toContainEqual([
      'answerMessage',
      `/admin/applications/${file.id}/messages`,
    ]);
    expect(await todayOf(team())).not.toContainEqual(['answerMessage', `/admin/applications/${file.id}/messages`]);
    await settleMessages(team(), { applicationId: file.id }, now);
    expect(await examinedFile(team(), file.id)).toMatchObject({ next: 'decide_eligibility', unread: 0 });
  });

  it('carry a file, checked by its bytes and read by both sides', async () => {
    const send = (viewer: PersonViewer, name: string, text: string) =>
      sendMessageFile(
        viewer,
        { applicationId: file.id, body: 'Voici.', name, bytes: Readable.from([Buffer.from(text)]) },
        now,
      );
    expect(await send(stranger as PersonViewer, 'a.pdf', '%PDF-1.7')).toMatchObject({ reason: 'not_found' });
    expect(await send(reader as PersonViewer, 'a.pdf', '%PDF-1.7')).toMatchObject({ reason: 'read_only' });
    expect(await send(mine(), 'a.pdf', 'MZ')).toMatchObject({ reason: 'file_type' });
    expect(await send(mine(), 'a.pdf', '')).toMatchObject({ reason: 'empty_file' });
    expect(await db.storedFile.count({ where: { ownerId: file.id } })).toBe(0);
    expect(await send(mine(), 'comité.pdf', '%PDF-1.7')).toMatchObject({ ok: true });
    const [message] = await fileMessages(team(), file.id);
    expect(message).toMatchObject({ side: 'applicant', body: 'Voici.', file: { name: 'comité.pdf', scan: 'pending' } });
    const id = message?.file?.id ?? '';
    expect(await attachedFile(mine(), id)).not.toBeNull();
    // Not read by the team before it was scanned, or said to be unscanned.
    expect(await attachedFile(team(), id)).toBeNull();
    await db.storedFile.update({ where: { id }, data: { scan: 'safe' } });
    expect(await attachedFile(team(), id)).not.toBeNull();
    expect(await attachedFile(stranger as PersonViewer, id)).toBeNull();
    expect(await send(team(), 'modele.csv', 'a;b')).toMatchObject({ ok: true });
    expect((await myMessages(mine(), file.id))?.[1]).toMatchObject({
      side: 'team',
      by: '',
      file: { name: 'modele.csv' },
    });
  });

  it('are refused to whoever has no right on the file', async () => {
    const words = { applicationId: file.id, body: 'Bonjour' };
    expect(await writeToTeam(reader as PersonViewer, words, now)).toMatchObject({ reason: 'read_only' });
    for (const viewer of [stranger as PersonViewer, { kind: 'visitor' } as const]) {
      expect(await writeToTeam(viewer, words, now)).toMatchObject({ reason: 'not_found' });
      expect(await writeToApplicant(viewer, words, now)).toMatchObject({ reason: 'not_found' });
      expect(await seeMessages(viewer, words, now)).toMatchObject({ reason: 'not_found' });
      expect(await settleMessages(viewer, words, now)).toMatchObject({ reason: 'not_found' });
      expect(await myMessages(viewer, file.id)).toBeNull();
      expect(await fileMessages(viewer, file.id)).toEqual([]);
    }
    expect(await writeToApplicant(mine(), words, now)).toMatchObject({ reason: 'not_found' });
  });
});

const ask = (viewer = team(), fields = ['problem'], dueAt = day(5), at = now) =>
  askCorrection(viewer, { applicationId: file.id, fields, reason: 'Précisez le problème.', dueAt }, at);
const idOf = (done: Awaited<ReturnType<typeof ask>>) => (done.ok ? done.value.id : '');
const answer = (correctionId: string, entries: [string, string][], intent = 'send', at = new Date(), base = {}) =>
  answerCorrection(
    mine(),
    { correctionId, base: JSON.stringify({ problem: file.answers.problem, ...base }), intent, entries },
    at,
    key,
  );

describe('correction requests', () => {
  it('open a window on the fields chosen alone, long after the call has closed, and keep every version', async () => {
    const id = idOf(await ask());
    expect(await mailed('correction_asked')).toMatchObject([
      { to: mine().email, text: expect.stringContaining('Précisez') },
    ]);
    expect(await todayOf(mine())).toContainEqual(['answerCorrection', `/my-applications/${file.id}/corrections/${id}`]);
    expect(await myCorrection(mine(), file.id, id)).toMatchObject({ fieldIds: ['problem'] });
    // The title is posted too: it was not asked for and does not move.
    const sent = await answer(id, [
      ['problem', 'Le vrai problème'],
      ['projectName', 'Autre nom'],
    ]);
    expect(sent).toMatchObject({ ok: true, value: { sent: 2, errors: [] } });
    const after = await db.application.findUniqueOrThrow({ where: { id: file.id }, include: { submissions: true } });
    expect(after).toMatchObject({ state: 'submitted', title: file.title, submittedAt: file.submittedAt });
    expect(after.submissions.map(({ number, inForce }) => [number, inForce]).sort()).toEqual([
      [1, false],
      [2, true],
    ]);
    expect((after.answers as Record<string, unknown>).problem).toBe('Le vrai problème');
    const compared = await twoVersions(team(), file.id, 1, 2);
    expect([compared?.before.answers.problem, compared?.after.answers.problem]).toEqual([
      file.answers.problem,
      'Le vrai problème',
    ]);
    expect(compared?.after.answers.projectName).toBe(file.answers.projectName);
    expect((await sentVersions(team(), file.id))[0]).toMatchObject({ number: 2, correction: true, by: mine().name });
    expect(await mailed('correction_answered')).not.toEqual([]);
    await entrustFiles(team(), { ids: [file.id], instructorId: team().id });
    expect((await examinedFile(team(), file.id))?.next).toBe('review_correction');
    expect(await reviewCorrection(team(), { correctionId: id }, now)).toMatchObject({ ok: true });
    expect((await examinedFile(team(), file.id))?.next).toBe('decide_eligibility');
    expect(await answer(id, [['problem', 'Encore']])).toMatchObject({ reason: 'correction_closed' });
  });

  it('are kept without being sent, refused while incomplete, and merge what two people write', async () => {
    const id = idOf(await ask(team(), ['problem', 'pitch']));
    const base = { pitch: file.answers.pitch };
    expect(
      await answer(
        id,
        [
          ['problem', ''],
          ['pitch', String(file.answers.pitch)],
        ],
        'send',
        new Date(),
        base,
      ),
    ).toMatchObject({
      ok: true,
      value: { sent: null, errors: [{ field: 'problem', reason: 'required' }] },
    });
    // Someone else wrote the pitch meanwhile, this page still shows the old one: both stay.
    await answer(
      id,
      [
        ['problem', ''],
        ['pitch', 'Nouveau pitch'],
      ],
      'save',
      new Date(),
      { ...base, problem: '' },
    );
    await answer(
      id,
      [
        ['problem', 'Clair'],
        ['pitch', String(file.answers.pitch)],
      ],
      'save',
      new Date(),
      { ...base, problem: '' },
    );
    expect((await myCorrection(mine(), file.id, id))?.start).toEqual({ problem: 'Clair', pitch: 'Nouveau pitch' });
    expect(
      await answer(
        id,
        [
          ['problem', 'Trop tard'],
          ['pitch', 'x'],
        ],
        'send',
        new Date(),
        { problem: 'vieux', pitch: 'vieux' },
      ),
    ).toMatchObject({
      value: {
        sent: null,
        conflicts: [
          { field: 'problem', mine: 'Trop tard', theirs: 'Clair' },
          { field: 'pitch', mine: 'x', theirs: 'Nouveau pitch' },
        ],
        base: { problem: 'Clair', pitch: 'Nouveau pitch' },
      },
    });
    const typed: [string, string][] = [
      ['problem', 'Trop tard'],
      ['pitch', 'x'],
    ];
    const shown = { problem: 'Clair', pitch: 'Nouveau pitch' };
    expect((await myCorrection(mine(), file.id, id))?.start).toEqual(shown);
    // Having seen both, one keeps theirs for one question and one's own for the other.
    await answer(id, typed, 'theirs:problem', new Date(), shown);
    expect((await myCorrection(mine(), file.id, id))?.start).toEqual({ problem: 'Clair', pitch: 'x' });
    expect((await sentVersions(team(), file.id)).length).toBe(1);
  });

  it('are accepted to the second of the date and the call’s grace, and expire after', async () => {
    const dueAt = day(1);
    const id = idOf(await ask(team(), ['problem'], dueAt));
    const at = (ms: number) => new Date(dueAt.getTime() + call.graceSeconds * 1000 + ms);
    expect(await answer(id, [['problem', 'Trop tard']], 'send', at(1))).toMatchObject({ reason: 'correction_late' });
    expect(await expireCorrections(system('corrections'), () => at(0))).toBe(0);
    expect(await answer(id, [['problem', 'Juste à temps']], 'send', at(0))).toMatchObject({ ok: true });
    const second = idOf(await ask(team(), ['problem'], dueAt));
    expect(await expireCorrections(system('corrections'), () => at(1))).toBe(1);
    expect(await expireCorrections(system('corrections'), () => at(1))).toBe(0);
    expect((await fileCorrections(team(), file.id))[0]).toMatchObject({ id: second, state: 'expired' });
    expect(await mailed('correction_expired')).not.toEqual([]);
    expect(await expireCorrections(team(), () => at(1))).toBe(0);
    await entrustFiles(team(), { ids: [file.id], instructorId: team().id });
    expect((await examinedFile(team(), file.id))?.next).toBe('correction_missed');
  });

  it('are one at a time, whoever asks; cancelled, the applicant is told and another may be asked', async () => {
    const asked = await Promise.all([ask(), ask(colleague as PersonViewer), ask(), ask()]);
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    const id = idOf(asked.find(({ ok }) => ok) as Awaited<ReturnType<typeof ask>>);
    const ended = await Promise.all([
      cancelCorrection(team(), { correctionId: id }, now),
      answer(id, [['problem', 'En même temps']]),
      cancelCorrection(team(), { correctionId: id }, now),
    ]);
    expect(ended.filter(({ ok }) => ok)).toHaveLength(1);
    const [line] = await fileCorrections(team(), file.id);
    expect(['cancelled', 'answered']).toContain(line?.state);
    expect((await mailed('correction_cancelled')).length).toBe(line?.state === 'cancelled' ? 1 : 0);
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('bring the questions that depend on the answers, and refuse what makes no sense', async () => {
    const id = idOf(await ask(team(), ['coFunding']));
    expect((await myCorrection(mine(), file.id, id))?.fieldIds).toEqual(
      expect.arrayContaining(['coFunding', 'budgetProgramme']),
    );
    await cancelCorrection(team(), { correctionId: id }, now);
    expect(await ask(team(), ['nothing'])).toMatchObject({ reason: 'no_field' });
    expect(await ask(team(), ['problem'], day(-1))).toMatchObject({ reason: 'due_past' });
    await db.application.update({ where: { id: file.id }, data: { state: 'withdrawn' } });
    expect(await ask()).toMatchObject({ reason: 'not_correctable' });
  });

  it('take a file for a question that asks for one, checked by its bytes, and send it with the rest', async () => {
    const definition = JSON.parse(JSON.stringify(call.form));
    definition.sections.push({
      id: 'documents',
      title: { fr: 'Documents', en: 'Documents' },
      fields: [
        { type: 'file', id: 'budget', label: { fr: 'Budget', en: 'Budget' }, types: ['pdf'], maxBytes: 1000, max: 1 },
      ],
    });
    await db.formVersion.update({ where: { id: call.formVersionId }, data: { definition } });
    const id = idOf(await ask(team(), ['budget']));
    const put = (viewer: PersonViewer, name: string, text: string, field = 'budget') =>
      attachToCorrection(
        viewer,
        { correctionId: id, field, name, bytes: Readable.from([Buffer.from(text)]) },
        new Date(),
      );
    expect(await put(stranger as PersonViewer, 'a.pdf', '%PDF-1.7')).toMatchObject({ reason: 'not_found' });
    expect(await put(reader as PersonViewer, 'a.pdf', '%PDF-1.7')).toMatchObject({ reason: 'read_only' });
    expect(await put(mine(), 'a.pdf', '%PDF-1.7', 'problem')).toMatchObject({ reason: 'not_found' });
    expect(await put(mine(), 'a.pdf', 'not a pdf')).toMatchObject({ reason: 'file_type' });
    expect(await put(mine(), 'a.pdf', `%PDF-1.7${' '.repeat(1000)}`)).toMatchObject({ reason: 'file_too_big' });
    expect(await put(mine(), 'a.pdf', '')).toMatchObject({ reason: 'empty_file' });
    expect(await put(mine(), 'a.pdf', '%PDF-1.7')).toMatchObject({ ok: true });
    expect(await put(mine(), 'b.pdf', '%PDF-1.7')).toMatchObject({ reason: 'too_many_files' });
    expect(await answer(id, [])).toMatchObject({ ok: true, value: { sent: 2 } });
    const sent = await db.submission.findFirstOrThrow({ where: { applicationId: file.id, inForce: true } });
    expect((sent.answers as Record<string, unknown>).budget).toMatchObject([{ name: 'a.pdf', type: 'pdf' }]);
  });

  it('are asked by the coordination, and answered by who writes the file', async () => {
    expect(await ask(mine())).toMatchObject({ reason: 'not_found' });
    expect(await ask(stranger as PersonViewer)).toMatchObject({ reason: 'not_found' });
    const id = idOf(await ask());
    const posted = { correctionId: id, base: '{}', intent: 'send', entries: [['problem', 'x']] as [string, string][] };
    expect(await answerCorrection(stranger as PersonViewer, posted, new Date(), key)).toMatchObject({
      reason: 'not_found',
    });
    expect(await answerCorrection(reader as PersonViewer, posted, new Date(), key)).toMatchObject({
      reason: 'read_only',
    });
    expect(await myCorrection(stranger as PersonViewer, file.id, id)).toBeNull();
    expect(await cancelCorrection(mine(), { correctionId: id }, now)).toMatchObject({ reason: 'not_found' });
    expect(await reviewCorrection(mine(), { correctionId: id }, now)).toMatchObject({ reason: 'not_found' });
  });
});

describe('reminders', () => {
  it('leave once a day for files of which something is asked, wait two minutes and can be stopped', async () => {
    expect(await remindFiles(team(), { ids: [file.id] }, now)).toMatchObject({ reason: 'nothing_to_remind' });
    await ask();
    const done = await remindFiles(team(), { ids: [file.id] }, now);
    expect(done).toMatchObject({ ok: true, value: { changed: 1 } });
    expect(await remindFiles(team(), { ids: [file.id] }, now)).toMatchObject({ reason: 'nothing_to_remind' });
    const waiting = await db.outboxMessage.findFirst({
      where: { template: 'application-correction_reminder', aboutId: file.id },
    });
    expect(waiting?.notBefore.getTime()).toBeGreaterThan(Date.now() + 60_000);
    expect(await undoAct(team(), { actId: done.ok ? done.value.act : '' }, now)).toMatchObject({
      value: { changed: 1 },
    });
    expect(await mailed('correction_reminder')).toEqual([]);
    expect(await remindFiles(mine(), { ids: [file.id] }, now)).toMatchObject({ ok: false });
  });

  it('leave by themselves, once, two days before the date', async () => {
    const at = (offset: number) => clockAt(day(offset).toISOString());
    await db.correction.updateMany({ where: { state: 'open' }, data: { state: 'cancelled' } });
    await ask(team(), ['problem'], day(6), at(0));
    expect(await remindCorrections(system('corrections'), at(3))).toBe(0);
    await remindCorrections(system('corrections'), at(5));
    await remindCorrections(system('corrections'), at(5.1));
    expect(await mailed('correction_reminder')).toHaveLength(1);
  });
});

it('tells who did what to a file, newest first, in a chain that holds', async () => {
  await entrustFiles(team(), { ids: [file.id], instructorId: colleague?.id ?? null });
  await writeNote(team(), { applicationId: file.id, body: 'Vu.' });
  const lines = await fileHistory(team(), file.id);
  expect(lines.map(({ name, by, to }) => [name, by, to])).toEqual([
    ['application.noted', team().name, null],
    ['application.entrusted', team().name, colleague?.name],
  ]);
  expect(await fileHistory(mine(), file.id)).toEqual([]);
  expect(await verifyLedger()).not.toHaveProperty('broken');
});
