import { beforeAll, expect, test } from 'vitest';
import { answerQuestions, sendQuestions, withdrawQuestion } from '@/lib/applications/commands/questions';
import { myQuestions } from '@/lib/applications/queries/preselection';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { awaitingReviews } from '@/lib/jury/awaiting';
import { notePresence } from '@/lib/jury/commands/attendance';
import { standAside } from '@/lib/jury/commands/day';
import { decide } from '@/lib/jury/commands/decide';
import { answerInvitation, inviteJuror } from '@/lib/jury/commands/jurors';
import { makeLaureates, undoLaureates } from '@/lib/jury/commands/laureates';
import { askQuestion, wordQuestion } from '@/lib/jury/commands/questions';
import { sendReview } from '@/lib/jury/commands/review';
import { mapCriteria, openStage } from '@/lib/jury/commands/stage';
import { declareTie, finishTies } from '@/lib/jury/commands/ties';
import { gridsPdf } from '@/lib/jury/grid-pdf';
import { seats } from '@/lib/jury/queries/assignment';
import { hearingsHeardBy, roomsOf } from '@/lib/jury/queries/attendance';
import { board } from '@/lib/jury/queries/board';
import { comparison, otherRubrics } from '@/lib/jury/queries/crosswalk';
import { reviewHistory } from '@/lib/jury/queries/history';
import { myFiles } from '@/lib/jury/queries/juror';
import { laureates } from '@/lib/jury/queries/laureates';
import { resultLetters } from '@/lib/jury/queries/letters';
import { draftMinutes } from '@/lib/jury/queries/minutes';
import { paperSheets } from '@/lib/jury/queries/paper';
import { questionsForJuror, questionsOfStage } from '@/lib/jury/queries/questions';
import { stageDetail } from '@/lib/jury/queries/stages';
import { tiesToDeclare, titlesForTies } from '@/lib/jury/queries/ties';
import { rubricTemplate } from '@/lib/jury/templates';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { assignment, file, juror, person, stage, typedGrid } from '@/prisma/factories/jury';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const clock = clockAt('2022-03-30T08:00:00Z');
let coordinator: PersonViewer;
beforeAll(async () => {
  coordinator = await person(db, { name: 'Camille Coordonne', roles: ['coordinator'] });
});

/** A juror, another, a file with its owner and a colleague who may only read, and the first juror's reading of it. */
async function reading() {
  const on = await stage(db);
  const [one, other] = [await juror(db, on, { name: 'Zélie Marin' }), await juror(db, on, { name: 'Autre' })];
  const owner = await person(db, { name: 'Porteuse' });
  const id = await file(db, on, { title: 'Balise', ownerId: owner.id });
  const place = await assignment(db, on, one.id, id);
  const theirs = await assignment(db, on, other.id, id);
  return { on, one, other, owner, id, place, theirs };
}
const detailOf = async (on: { id: string }) => (await stageDetail(coordinator, on.id))!;

test('a juror’s question waits for the coordination, leaves worded by it and without a name, and its answer is read by all', async () => {
  const { on, one, other, owner, id, place, theirs } = await reading();
  const asked = await askQuestion(one, { placeId: place, text: 'Et après ?' }, clock);
  const questionId = asked.ok ? asked.value.id : '';
  expect(await askQuestion(owner, { placeId: place, text: 'x' }, clock)).toMatchObject({ reason: 'not_found' });
  expect(await questionsForJuror(one, place)).toMatchObject([{ text: 'Et après ?', mine: true, state: 'proposed' }]);
  expect(await questionsForJuror(other, theirs)).toEqual([]);
  expect((await myQuestions(owner, id))?.questions).toEqual([]);

  const wording = { applicationId: id, questionId, wording: 'Qui reprend l’outil ?' };
  for (const viewer of [one, owner, visitor])
    expect(await wordQuestion(viewer, wording)).toMatchObject({ reason: 'not_found' });
  expect(await wordQuestion(coordinator, wording)).toMatchObject({ ok: true });
  expect((await questionsForJuror(one, place))[0]?.text).toBe('Et après ?');
  expect(
    await sendQuestions(coordinator, { applicationId: id, questions: [questionId], due: '2022-03-31' }, clock),
  ).toMatchObject({ ok: true });
  expect(await wordQuestion(coordinator, { ...wording, wording: 'Trop tard' })).toMatchObject({
    reason: 'nothing_to_send',
  });
  expect((await myQuestions(owner, id))?.questions).toMatchObject([{ body: 'Qui reprend l’outil ?' }]);
  const mail = await db.outboxMessage.findFirstOrThrow({ where: { to: owner.email } });
  expect(`${mail.subject} ${mail.text}`).not.toContain(one.name);
  expect(
    await answerQuestions(owner, { applicationId: id, answers: { [questionId]: 'Deux développeuses.' } }, clock),
  ).toMatchObject({ ok: true });
  expect(await questionsForJuror(other, theirs)).toMatchObject([
    { text: 'Qui reprend l’outil ?', answer: 'Deux développeuses.', mine: false, state: 'answered' },
  ]);
  expect(await questionsOfStage(coordinator, await detailOf(on))).toMatchObject([
    { by: one.name, asked: 'Et après ?', state: 'answered' },
  ]);
  expect(await questionsOfStage(one, await detailOf(on))).toEqual([]);
});

test('a question left out never leaves, and a juror with a tie asks and reads none', async () => {
  const { one, other, owner, id, place, theirs } = await reading();
  const asked = await askQuestion(one, { placeId: place, text: 'Hors sujet' }, clock);
  await withdrawQuestion(coordinator, { questionId: asked.ok ? asked.value.id : '' });
  expect((await questionsForJuror(one, place))[0]?.state).toBe('withdrawn');
  expect((await myQuestions(owner, id))?.questions).toEqual([]);
  await db.hearingQuestion.create({
    data: { applicationId: id, byId: one.id, body: 'Envoyée', state: 'sent', sentAt: clock() },
  });
  expect(await questionsForJuror(other, theirs)).toHaveLength(1);
  await db.conflict.create({ data: { applicationId: id, personId: other.id, kind: 'personal', state: 'declared' } });
  expect(await questionsForJuror(other, theirs)).toEqual([]);
  expect(await askQuestion(other, { placeId: theirs, text: 'x' }, clock)).toMatchObject({ reason: 'not_found' });
});

test('before any content, jurors go through titles as far as the policy allows, and a tie takes the file away', async () => {
  const on = await stage(db);
  const one = await juror(db, on);
  const invited = await juror(db, on, { invited: true });
  const [first, second] = [
    await file(db, on, { title: 'Balise d’Administration' }),
    await file(db, on, { title: 'Phare' }),
  ];
  expect(await titlesForTies(one, on.id)).toBeNull();
  const rubric = (await db.stage.findUniqueOrThrow({ where: { id: on.id } })).rubric as object;
  await db.stage.update({
    where: { id: on.id },
    data: {
      settings: { titlesOpen: true },
      rubric: { ...rubric, anonymity: { names: false, organisations: true, attachments: false } },
    },
  });
  for (const viewer of [invited, visitor, coordinator]) expect(await titlesForTies(viewer, on.id)).toBeNull();
  expect((await titlesForTies(one, on.id))?.files.map(({ title, organisation }) => [title, organisation])).toEqual([
    ['Balise d’[…]', ''],
    ['Phare', ''],
  ]);
  const tie = { stageId: on.id, applicationId: first, kind: 'family' as const, reason: 'Ma sœur' };
  expect(await declareTie(invited, tie)).toMatchObject({ reason: 'not_found' });
  expect(await declareTie(one, tie)).toMatchObject({ ok: true });
  expect((await titlesForTies(one, on.id))?.files.map(({ id }) => id)).toEqual([second]);
  expect(await declareTie(one, tie)).toMatchObject({ reason: 'not_found' });
  expect((await awaitingReviews(one, clock)).map(({ words }) => words)).toContain('declareTies');
  expect(await finishTies(one, { stageId: on.id }, clock)).toMatchObject({ ok: true });
  expect((await tiesToDeclare(one))[0]?.doneAt).toEqual(clock());
  expect((await awaitingReviews(one, clock)).map(({ words }) => words)).not.toContain('declareTies');
});

test('arrivals and departures say who heard what, recusals apart, and nobody is in two rooms', async () => {
  const on = await stage(db, { template: 'cohort4_hearing' });
  const jurors = [
    await juror(db, on, { name: 'Ana' }),
    await juror(db, on, { name: 'Basile' }),
    await juror(db, on, { name: 'Chloé' }),
  ];
  const [ana, basile, chloe] = jurors as [PersonViewer, PersonViewer, PersonViewer];
  const files = [await file(db, on, { title: 'Balise' }), await file(db, on, { title: 'Phare' })];
  const hours = ['09:00', '10:00', '11:00'].map((hour) => new Date(`2022-03-30T${hour}:00Z`)) as [Date, Date, Date];
  const panel = await db.panel.create({
    data: {
      stageId: on.id,
      name: '1',
      rapporteurId: ana.id,
      members: { create: jurors.map(({ id }) => ({ personId: id })) },
      hearings: {
        create: files.map((applicationId, at) => ({
          stageId: on.id,
          applicationId,
          position: at,
          startsAt: hours[at],
          endsAt: hours[at + 1],
        })),
      },
    },
  });
  const at = (hour: string) => clockAt(`2022-03-30T${hour}:00Z`);
  const note = (
    viewer: PersonViewer,
    act: 'arrived' | 'left',
    hour: string,
    who?: PersonViewer,
    room: string | undefined = panel.id,
  ) => notePresence(viewer, { stageId: on.id, panelId: room, personId: who?.id, act }, at(hour));
  expect(await note(basile, 'arrived', '08:50')).toMatchObject({ reason: 'not_allowed' });
  expect(await note(ana, 'arrived', '08:50')).toMatchObject({ value: { count: 3 } });
  expect(await note(ana, 'arrived', '08:51', basile)).toMatchObject({ reason: 'already_noted' });
  expect(await note(ana, 'left', '09:50', basile)).toMatchObject({ ok: true });
  await standAside(coordinator, {
    stageId: on.id,
    panelId: panel.id,
    personId: chloe.id,
    applicationId: files[1]!,
    reason: '',
  });
  expect(
    (await hearingsHeardBy(coordinator, await detailOf(on))).map(({ present, aside }) => [present, aside]),
  ).toEqual([
    [['Ana', 'Basile', 'Chloé'], []],
    [['Ana'], ['Chloé']],
  ]);
  expect(await note(coordinator, 'arrived', '11:30', await juror(db, on, { name: 'Zoé' }))).toMatchObject({
    reason: 'unknown_juror',
  });
  const deliberation = await notePresence(
    coordinator,
    { stageId: on.id, personId: ana.id, act: 'arrived' },
    at('11:30'),
  );
  expect(deliberation).toMatchObject({ ok: true });
  const rooms = await roomsOf(coordinator, await detailOf(on));
  expect(rooms.map(({ name, people }) => [name, people.filter(({ here }) => here).map((one) => one.name)])).toEqual([
    ['1', ['Chloé']],
    ['', ['Ana']],
  ]);
  expect((await db.panelMember.findMany({ where: { panelId: panel.id } })).every(({ present }) => present)).toBe(true);
  const minutes = await draftMinutes(coordinator, await detailOf(on));
  expect(minutes?.attendance.filter(({ panel: of }) => of === '1').map(({ name, present }) => [name, present])).toEqual(
    [
      ['Ana', true],
      ['Basile', true],
      ['Chloé', true],
    ],
  );
  expect(await roomsOf(ana, await detailOf(on))).toEqual([]);
});

test('a rubric is copied across cohorts with what each criterion became, and means stand side by side', async () => {
  const before = await stage(db);
  const one = await juror(db, before);
  const id = await file(db, before);
  await sendReview(
    one,
    { assignmentId: await assignment(db, before, one.id, id), version: 0, grid: typedGrid(4) },
    clock,
  );
  const next = await stage(db);
  expect((await otherRubrics(coordinator, next.id)).some((other) => other.id === before.id)).toBe(true);
  expect(await otherRubrics(one)).toEqual([]);
  const opened = await openStage(coordinator, { callId: next.callId, name: 'Jury', template: `stage:${before.id}` });
  const stageId = opened.ok ? opened.value.id : '';
  expect(
    await openStage(coordinator, { callId: next.callId, name: 'Jury', template: `stage:${next.callId}` }),
  ).toMatchObject({ reason: 'unknown_template' });
  const detail = (await stageDetail(coordinator, stageId))!;
  const [first, second] = [detail.rubric.criteria[0]!, detail.rubric.criteria[1]!];
  const seen = (await comparison(coordinator, detail))!;
  expect(seen.with?.id).toBe(before.id);
  expect(seen.rows[0]).toMatchObject({ shareNow: null, countBefore: 1 });
  expect(seen.rows[0]?.shareBefore).toBeCloseTo(0.8);
  const map = { [first.key]: second.key, [second.key]: null, unknown: 'nothing' };
  expect(await mapCriteria(one, { stageId, from: before.id, map })).toMatchObject({ reason: 'not_allowed' });
  expect(await mapCriteria(coordinator, { stageId, from: before.id, map })).toMatchObject({ ok: true });
  const said = (await comparison(coordinator, detail))!;
  expect(said.rows.find(({ now }) => now?.key === second.key)?.before.map(({ key }) => key)).toEqual([first.key]);
  expect(said.rows.at(-1)).toMatchObject({ now: null, before: [{ key: second.key }] });
});

test('laureates become challenges in one act, undone in one act until someone works on them or results are out', async () => {
  const on = await stage(db);
  const answers = (name: string) => ({
    projectName: name,
    profiles: [{ profile: 'developer' }, { profile: 'designer' }],
  });
  const files = [
    await file(db, on, { title: 'Balise', state: 'selected', answers: answers('Balise') }),
    await file(db, on, { title: 'Phare', state: 'selected', answers: answers('Phare') }),
    await file(db, on, { title: 'Écluse', state: 'not_selected' }),
  ];
  const one = await juror(db, on);
  expect(await makeLaureates(one, on.callId, clock)).toMatchObject({ reason: 'not_allowed' });
  expect(await makeLaureates(coordinator, on.callId, clock)).toMatchObject({ value: { made: 2 } });
  expect(await makeLaureates(coordinator, on.callId, clock)).toMatchObject({ reason: 'no_laureate' });
  expect((await laureates(coordinator, on.callId)).map(({ title, positions }) => [title, positions])).toEqual([
    ['Balise', 2],
    ['Phare', 2],
  ]);
  const change = {
    stageId: on.id,
    applicationId: files[0]!,
    before: 'selected',
    after: 'reserve' as const,
    reason: 'Finalement',
  };
  expect(await decide(coordinator, change)).toMatchObject({ reason: 'has_challenge' });
  expect(await undoLaureates(coordinator, on.callId)).toMatchObject({ value: { undone: 2 } });
  expect(await db.challenge.count({ where: { application: { callId: on.callId } } })).toBe(0);
  expect(await decide(coordinator, change)).toMatchObject({ ok: true });
  expect(await makeLaureates(coordinator, on.callId, clock)).toMatchObject({ value: { made: 1 } });
  await db.challenge.updateMany({ where: { applicationId: files[1]! }, data: { version: 2 } });
  expect(await undoLaureates(coordinator, on.callId)).toMatchObject({
    reason: 'challenge_in_use',
    detail: { count: 1 },
  });
  await db.challenge.updateMany({ where: { applicationId: files[1]! }, data: { version: 1 } });
  await db.call.update({ where: { id: on.callId }, data: { resultsPublishedAt: clock() } });
  expect(await undoLaureates(coordinator, on.callId)).toMatchObject({ reason: 'already_published' });
});

test('grids are printed for those still to fill, and a juror reads again what they had sent before amending', async () => {
  const { on, one, place, theirs, other } = await reading();
  expect((await paperSheets(coordinator, await detailOf(on))).map(({ who }) => who)).toEqual(['Autre', 'Zélie Marin']);
  await sendReview(one, { assignmentId: place, version: 0, grid: typedGrid(4) }, clock);
  await sendReview(one, { assignmentId: place, version: 1, grid: typedGrid(2, { comment: 'Relu.' }) }, clock);
  expect(await reviewHistory(one, place)).toMatchObject([{ version: 1, comment: 'Un besoin clair.' }]);
  expect(await reviewHistory(other, place)).toEqual([]);
  expect(await reviewHistory(coordinator, place)).toEqual([]);
  const sheets = await paperSheets(coordinator, await detailOf(on));
  expect(sheets.map(({ who, title }) => [who, title])).toEqual([['Autre', 'Balise']]);
  expect(await paperSheets(one, await detailOf(on))).toEqual([]);
  for (const lang of ['fr', 'en'] as const) {
    const pdf = (await gridsPdf(await detailOf(on), sheets, lang)).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toContain('pdfuaid');
  }
  expect((await gridsPdf(await detailOf(on), [], 'fr')).subarray(0, 5).toString()).toBe('%PDF-');
  const paper = {
    assignmentId: theirs,
    version: 0,
    grid: typedGrid(
      ['', '', '', '', ''].map(() => 0),
      { abstained: 'yes', comment: 'Trop proche' },
    ),
  };
  expect(await sendReview(coordinator, paper, clock, true)).toMatchObject({ ok: true });
  expect((await myFiles(other))[0]?.state).toBe('abstained');
});

test('the board follows corrected means where jurors share files, and says so and keeps the next rule where they do not', async () => {
  const on = await stage(db, { settings: { ranking: ['corrected', 'favourites'], places: 2 } });
  const jurors = [await juror(db, on), await juror(db, on), await juror(db, on)];
  const files = [];
  for (let at = 0; at < 6; at++) files.push(await file(db, on, { title: `Projet ${at}` }));
  // The third juror is two points severer, and reads what the others find good.
  const marks = (who: number, at: number) => Math.max(0, Math.min(5, Math.round(at / 2 + 2) - (who === 2 ? 2 : 0)));
  for (const [who, one] of jurors.entries())
    for (let at = 0; at < 6; at++)
      if ((at + who) % 3 !== 0)
        await sendReview(
          one,
          { assignmentId: await assignment(db, on, one.id, files[at]!), version: 0, grid: typedGrid(marks(who, at)) },
          clock,
        );
  const linked = (await board(coordinator, on.id))!;
  expect(linked.correction).toEqual({ asked: true, why: null, parts: 1 });
  const corrected = linked.items.map((item) => Math.round(item.corrected! * 1000));
  expect(corrected).toEqual(corrected.toSorted((a, b) => b - a));
  expect(linked.items.every(({ mean }) => mean !== null)).toBe(true);
  const said = (await draftMinutes(coordinator, await detailOf(on)))!;
  expect(said.method).toMatchObject({
    ranking: ['corrected', 'favourites'],
    correction: { asked: true, method: 'additive-reml-1', why: null, parts: 1 },
  });
  expect(said.files.map((one) => Math.round(one.corrected! * 1000))).toEqual(corrected);
  await db.review.deleteMany({
    where: { assignment: { stageId: on.id, jurorId: { in: [jurors[1]!.id, jurors[2]!.id] } } },
  });
  const alone = (await board(coordinator, on.id))!;
  expect(alone.correction).toMatchObject({ asked: true, why: 'too_few_marks' });
  expect(alone.rules).not.toContain('corrected');
  expect(alone.items.every(({ corrected: none }) => none === null)).toBe(true);
  expect(alone.items[0]?.place).toBe(1);
  // The minutes name the rule that truly ordered the files, never the one that could not.
  expect((await draftMinutes(coordinator, await detailOf(on)))?.method).toMatchObject({
    ranking: ['favourites'],
    correction: { asked: true, method: null, why: 'too_few_marks' },
  });
});

test('letters give the words of the panel’s grid where marks are collective, and those of the readings to files not heard', async () => {
  const read = await stage(db);
  const reader = await juror(db, read);
  const rubric = rubricTemplate('cohort4_hearing')!;
  const heard = await db.stage.create({
    data: { callId: read.callId, position: 1, name: 'Auditions', rubric: rubric as object },
  });
  const panel = await db.panel.create({
    data: { stageId: heard.id, name: '1', members: { create: [{ personId: reader.id }] } },
  });
  const owner = async (name: string) => (await person(db, { name, email: `${name}@demo.invalid` })).id;
  const [on, off] = [
    await file(db, read, { title: 'Entendu', state: 'not_selected', ownerId: await owner('entendue') }),
    await file(db, read, { title: 'Lu', state: 'not_preselected', ownerId: await owner('lue') }),
  ];
  for (const id of [on, off])
    await sendReview(
      reader,
      { assignmentId: await assignment(db, read, reader.id, id), version: 0, grid: typedGrid(5) },
      clock,
    );
  const marks = Object.fromEntries(rubric.criteria.map(({ key }) => [key, 2]));
  await db.hearing.create({
    data: { stageId: heard.id, panelId: panel.id, applicationId: on, marks, sentAt: clock() },
  });
  const letters = await resultLetters(coordinator, read.callId, 'https://cohorte.test');
  const words = (title: string) => letters.find((one) => one.title === title)?.criteria.map((one) => one.label);
  expect(words('Entendu')).toEqual(rubric.criteria.map(({ label }) => label.fr));
  expect(letters.find((one) => one.title === 'Entendu')?.criteria[0]?.words).toContain('2\u00a0sur\u00a04');
  expect(words('Lu')).toEqual(rubricTemplate('cohort6_hearing')!.criteria.map(({ label }) => label.fr));
});

test('an invited juror declines with a word the coordination reads, and another takes the seat; both are told by mail', async () => {
  const on = await stage(db);
  const invite = (email: string, replaces?: string) =>
    inviteJuror(
      coordinator,
      { callId: on.callId, email, name: 'Quelqu’un', background: '', formerFellow: false, themes: [], replaces },
      { clock, baseUrl: 'https://cohorte.test' },
    );
  const first = await invite('premiere@demo.invalid');
  if (!first.ok) throw new Error(first.reason);
  const asViewer = (id: string): PersonViewer => ({ ...coordinator, id, roles: [] });
  const answer = (id: string, personId: string, said: 'accepted' | 'declined') =>
    answerInvitation(
      asViewer(personId),
      { seatId: id, answer: said, charter: said === 'accepted' ? 'yes' : undefined, note: 'En congé' },
      clock,
    );
  expect(await answer(first.value.id, first.value.personId, 'declined')).toMatchObject({ ok: true });
  const second = await invite('seconde@demo.invalid', first.value.id);
  if (!second.ok) throw new Error(second.reason);
  expect(await answer(second.value.id, second.value.personId, 'accepted')).toMatchObject({ ok: true });
  const table = await seats(coordinator, (await stageDetail(coordinator, on.id))!);
  expect(table.map(({ email, state, declineNote, replaces }) => [email, state, declineNote, replaces])).toEqual([
    ['seconde@demo.invalid', 'accepted', '', 'Quelqu’un'],
    ['premiere@demo.invalid', 'replaced', 'En congé', ''],
  ]);
  expect(
    await db.outboxMessage.count({
      where: { template: 'jury-invitation', to: { in: ['premiere@demo.invalid', 'seconde@demo.invalid'] } },
    }),
  ).toBe(2);
});
