import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { awaitingApplications } from '@/lib/applications/awaiting';
import { decideFiles, undoDecision } from '@/lib/applications/commands/decide';
import { setExamination } from '@/lib/applications/commands/examination';
import {
  answerQuestions,
  proposeQuestion,
  sendQuestions,
  withdrawQuestion,
} from '@/lib/applications/commands/questions';
import { giveReaders, removeReader, reopenReading, saveReading } from '@/lib/applications/commands/readings';
import { undoAct } from '@/lib/applications/commands/undo';
import { attachedFile, myApplication } from '@/lib/applications/queries';
import { examinedFile } from '@/lib/applications/queries/examined';
import {
  examinationOf,
  fileDecisions,
  fileQuestions,
  fileReadings,
  myQuestions,
  myReading,
  myReadings,
} from '@/lib/applications/queries/preselection';
import { systemClock } from '@/lib/clock';
import { db, disconnect } from '@/lib/db';
import type { PersonViewer } from '@/lib/viewer';
import { makeCall } from '@/prisma/factories/calls';
import { makeSentFile } from '@/prisma/factories/files';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const now = systemClock;
const due = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
let call: Awaited<ReturnType<typeof makeCall>>;
let file: Awaited<ReturnType<typeof makeSentFile>>;
let [coordinator, coach, owner, stranger]: PersonViewer[] = [];
const team = () => coordinator as PersonViewer;
const read = () => coach as PersonViewer;
const mine = () => owner as PersonViewer;
const todayOf = async (viewer: PersonViewer) => (await awaitingApplications(viewer, now)).map(({ words }) => words);

beforeAll(async () => {
  call = await makeCall(db);
  [coordinator, coach] = [await makeViewer(db, 'coordinator'), await makeViewer(db, 'coach')];
  [owner, stranger] = [await makeViewer(db, 'applicant'), await makeViewer(db, 'coach')];
});
beforeEach(async () => {
  file = await makeSentFile(db, call, mine().id, { state: 'eligible' });
});

describe('eligibility', () => {
  it('is decided against the call’s own rules: what is found of each stays with the decision', async () => {
    await setExamination(team(), {
      callId: call.id,
      version: 0,
      points: 'Deux mentors sont nommés | Two mentors are named',
      criteria: 'Besoin\nEngagement',
      scale: 4,
    });
    const { points } = await examinationOf(team(), call.id);
    const point = `team-${points[0]?.id}`;
    const sent = await makeSentFile(db, call, mine().id);
    const decide = (after: 'eligible' | 'ineligible', said: Record<string, string>) =>
      decideFiles(team(), { ids: [sent.id], after, reason: 'Les mentors manquent', said });
    expect(await decide('eligible', { [point]: 'unmet' })).toMatchObject({ reason: 'rule_broken' });
    expect(await decide('ineligible', { [point]: 'met' })).toMatchObject({ reason: 'no_rule_broken' });
    expect(await decide('ineligible', { [point]: 'unmet' })).toMatchObject({ ok: true });
    const [decision] = await fileDecisions(team(), sent.id);
    expect(decision?.findings).toEqual(
      expect.arrayContaining([
        { id: 'deadline', verdict: 'met' },
        { id: point, verdict: 'unmet' },
      ]),
    );
    // The applicant sees nothing of it before results are published.
    expect((await myApplication(mine(), sent.id))?.state).toBe('submitted');
    expect(await undoDecision(team(), { decisionId: decision?.id ?? '' }, now)).toMatchObject({ ok: true });
    expect((await examinedFile(team(), sent.id))?.state).toBe('submitted');
    expect(await fileDecisions(team(), sent.id)).toMatchObject([{ undoneAt: expect.any(Date) }]);
  });

  it('never finds eligible in bulk what its answers exclude, nor what came late', async () => {
    const late = await makeSentFile(db, call, mine().id);
    await db.application.update({
      where: { id: late.id },
      data: { submittedAt: new Date(call.closesAt.getTime() + 121_000) },
    });
    const incomplete = await makeSentFile(db, call, mine().id, { answers: { problem: '' } });
    const fine = await makeSentFile(db, call, mine().id);
    const ids = [late.id, incomplete.id, fine.id];
    expect(await decideFiles(team(), { ids, after: 'eligible', reason: 'Complets' })).toMatchObject({
      value: { changed: 1, left: 2 },
    });
    expect(await decideFiles(team(), { ids, after: 'eligible', reason: 'Complets' })).toMatchObject({
      reason: 'rule_broken',
    });
  });

  it('keeps its grid once a reading is sent, and is set by the coordination alone', async () => {
    const input = { callId: call.id, version: 1, points: '', criteria: 'Autre', scale: 5 };
    expect(await setExamination(read(), input)).toMatchObject({ reason: 'not_allowed' });
    expect(await setExamination(team(), { ...input, version: 9 })).toMatchObject({ reason: 'changed' });
    await db.reading.create({
      data: { applicationId: file.id, readerId: read().id, givenById: team().id, sentAt: new Date() },
    });
    expect(await setExamination(team(), input)).toMatchObject({ reason: 'already_read' });
  });
});

const give = (readers = [read().id, team().id]) => giveReaders(team(), { ids: [file.id], readers, due }, now);
const readingOf = async (viewer: PersonViewer) =>
  await db.reading.findFirstOrThrow({ where: { applicationId: file.id, readerId: viewer.id } });
async function mark(
  viewer: PersonViewer,
  value: string,
  intent: 'save' | 'send' = 'send',
  question = '',
  seen?: { id: string; version: number },
) {
  const { id, version } = seen ?? (await readingOf(viewer));
  const { criteria } = await examinationOf(team(), call.id);
  const marks = Object.fromEntries(criteria.map((one) => [one.id, value]));
  return saveReading(
    viewer,
    { readingId: id, version, intent, marks, opinion: 'favourable', comment: 'Solide', question },
    now,
  );
}

describe('pre-selection readings', () => {
  it('are given, told by mail and in Today, marked apart, and open once one’s own is sent', async () => {
    expect(await give()).toMatchObject({ value: { changed: 1 } });
    expect(await give()).toMatchObject({ reason: 'nothing_to_change' });
    expect(
      await db.outboxMessage.count({
        where: { template: 'application-reading_given', to: read().email, aboutId: file.id },
      }),
    ).toBe(1);
    expect(await todayOf(read())).toContain('readFiles');
    expect((await examinedFile(team(), file.id))?.next).toBe('await_readings');
    await mark(read(), '4');
    // The coordinator reads too: before theirs is sent, the other's marks are hidden from them as well.
    const before = await fileReadings(team(), file.id);
    expect(before).toMatchObject({ hidden: true });
    expect(before.lines.find(({ mine: own }) => !own)).toMatchObject({ marks: {}, opinion: null, comment: '' });
    await mark(team(), '1');
    const after = await fileReadings(team(), file.id);
    expect(after.hidden).toBe(false);
    expect(after.lines.every(({ marks }) => Object.keys(marks).length > 0)).toBe(true);
    expect((await examinedFile(team(), file.id))?.next).toBe('decide_preselection');
    expect(await todayOf(read())).not.toContain('readFiles');
  });

  it('are one’s own: a stranger reads nothing, a reader reads the file and cannot decide', async () => {
    const data = {
      storageKey: file.id,
      name: 'budget.pdf',
      contentType: 'application/pdf',
      size: 1,
      sha256: 'x',
      scan: 'safe' as const,
    };
    const attached = await db.storedFile.create({ data: { ...data, ownerKind: 'application', ownerId: file.id } });
    expect(await attachedFile(read(), attached.id)).toBeNull();
    await give([read().id]);
    const { id } = await readingOf(read());
    expect(await attachedFile(read(), attached.id)).toMatchObject({ name: 'budget.pdf' });
    expect(await attachedFile(stranger as PersonViewer, attached.id)).toBeNull();
    expect(await myReading(stranger as PersonViewer, id)).toBeNull();
    expect((await myReading(read(), id))?.answers).toMatchObject({ projectName: file.title });
    expect(await myReadings(stranger as PersonViewer)).toEqual([]);
    expect((await fileReadings(stranger as PersonViewer, file.id)).lines).toEqual([]);
    expect(await fileQuestions(read(), file.id)).toEqual([]);
    expect(await decideFiles(read(), { ids: [file.id], after: 'preselected', reason: 'Oui' })).toMatchObject({
      ok: false,
    });
    expect(
      await saveReading(
        stranger as PersonViewer,
        { readingId: id, version: 1, intent: 'send', marks: {}, opinion: '', comment: '', question: '' },
        now,
      ),
    ).toMatchObject({ reason: 'not_found' });
    expect(await giveReaders(read(), { ids: [file.id], readers: [read().id], due }, now)).toMatchObject({ ok: false });
    expect(await giveReaders(team(), { ids: [file.id], readers: [mine().id], due }, now)).toMatchObject({
      reason: 'unknown_person',
    });
  });

  it('are kept incomplete and refused until complete; a lost race loses nothing; taken back until decided', async () => {
    await give([read().id]);
    const { id } = await readingOf(read());
    const input = {
      readingId: id,
      version: 1,
      intent: 'send' as const,
      marks: {},
      opinion: '' as const,
      comment: '',
      question: '',
    };
    expect(await saveReading(read(), input, now)).toMatchObject({ reason: 'incomplete' });
    // The three saw the same grid.
    const seen = await readingOf(read());
    const races = await Promise.all(['2', '3', '4'].map((value) => mark(read(), value, 'save', '', seen)));
    expect(races.filter(({ ok }) => ok)).toHaveLength(1);
    expect(races.filter((one) => !one.ok && one.reason === 'changed')).toHaveLength(2);
    await mark(read(), '3');
    expect(await removeReader(team(), { readingId: id })).toMatchObject({ reason: 'already_sent' });
    expect(await reopenReading(read(), { readingId: id })).toMatchObject({ ok: true });
    await mark(read(), '2');
    await decideFiles(team(), { ids: [file.id], after: 'preselected', reason: 'Retenu pour l’audition' });
    expect(await reopenReading(read(), { readingId: id })).toMatchObject({ reason: 'decided' });
    expect((await myApplication(mine(), file.id))?.state).toBe('submitted');
  });

  it('given to many at once are undone as one, but for those already begun', async () => {
    const done = await give();
    await mark(read(), '3', 'save');
    await undoAct(team(), { actId: done.ok ? done.value.act : '' }, now);
    expect((await db.reading.findMany({ where: { applicationId: file.id } })).map(({ readerId }) => readerId)).toEqual([
      read().id,
    ]);
  });
});

describe('questions for the hearing', () => {
  it('come from readers, leave when the coordination sends them, and are answered before their date', async () => {
    await give([read().id]);
    await mark(read(), '3', 'send', 'Qui porte le projet après dix mois ?');
    await proposeQuestion(team(), { applicationId: file.id, body: 'Quelles données ?' });
    await decideFiles(team(), { ids: [file.id], after: 'preselected', reason: 'Retenu' });
    expect((await examinedFile(team(), file.id))?.next).toBe('send_questions');
    expect((await myQuestions(mine(), file.id))?.questions).toEqual([]);
    const proposed = await fileQuestions(team(), file.id);
    const send = () =>
      sendQuestions(team(), { applicationId: file.id, questions: proposed.map(({ id }) => id), due }, now);
    const sent = await Promise.all([send(), send()]);
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.outboxMessage.count({ where: { template: 'application-questions_sent', aboutId: file.id } })).toBe(
      1,
    );
    expect(await todayOf(mine())).toContain('answerQuestions');
    expect((await examinedFile(team(), file.id))?.next).toBe('await_answers');
    const answers = Object.fromEntries(proposed.map(({ id }) => [id, 'La direction.']));
    const at = (ms: number) => () => new Date(new Date(`${due}T22:59:00Z`).getTime() + 86_400_000 + ms);
    expect(await answerQuestions(mine(), { applicationId: file.id, answers }, at(0))).toMatchObject({
      reason: 'due_past',
    });
    expect(await answerQuestions(mine(), { applicationId: file.id, answers }, now)).toEqual({
      ok: true,
      value: { answered: 2 },
    });
    expect(await answerQuestions(mine(), { applicationId: file.id, answers }, now)).toMatchObject({
      reason: 'no_answer',
    });
    expect(await fileQuestions(team(), file.id)).toMatchObject([
      { state: 'answered', answer: 'La direction.' },
      { state: 'answered' },
    ]);
    expect(await withdrawQuestion(team(), { questionId: proposed[0]?.id ?? '' })).toMatchObject({
      reason: 'not_withdrawable',
    });
  });

  it('are nobody else’s to send, answer or withdraw', async () => {
    const kept = await proposeQuestion(team(), { applicationId: file.id, body: 'Pourquoi ?' });
    const questionId = kept.ok ? kept.value.id : '';
    expect(await proposeQuestion(mine(), { applicationId: file.id, body: 'x' })).toMatchObject({ reason: 'not_found' });
    expect(await sendQuestions(mine(), { applicationId: file.id, questions: [questionId], due }, now)).toMatchObject({
      reason: 'not_found',
    });
    expect(await withdrawQuestion(mine(), { questionId })).toMatchObject({ reason: 'not_found' });
    expect(await myQuestions(stranger as PersonViewer, file.id)).toBeNull();
    expect(
      await answerQuestions(stranger as PersonViewer, { applicationId: file.id, answers: { [questionId]: 'x' } }, now),
    ).toMatchObject({ reason: 'not_found' });
    // Not sent yet: an answer to it is an answer to nothing.
    expect(
      await answerQuestions(mine(), { applicationId: file.id, answers: { [questionId]: 'x' } }, now),
    ).toMatchObject({ reason: 'no_answer' });
    expect(await withdrawQuestion(team(), { questionId })).toMatchObject({ ok: true });
  });
});
