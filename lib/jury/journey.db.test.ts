import { beforeAll, describe, expect, test } from 'vitest';
import { clockAt } from '@/lib/clock';
import { countingQueries, db, rows } from '@/lib/db';
import { giveFiles, takeFileBack } from '@/lib/jury/commands/assign';
import { declareConflict, judgeConflict } from '@/lib/jury/commands/conflict';
import { decide } from '@/lib/jury/commands/decide';
import { publishResults, scheduleResults, unscheduleResults } from '@/lib/jury/commands/publish';
import { saveDraft, sendReview } from '@/lib/jury/commands/review';
import { changeRubric } from '@/lib/jury/commands/stage';
import { publishDue } from '@/lib/jury/jobs';
import { myFiles } from '@/lib/jury/queries/juror';
import { resultLetters } from '@/lib/jury/queries/letters';
import { ranking } from '@/lib/jury/queries/marks';
import { fileToRead } from '@/lib/jury/queries/reading';
import { stageDetail, stages } from '@/lib/jury/queries/stages';
import { rubricTemplate } from '@/lib/jury/templates';
import { type PersonViewer, system, visitor } from '@/lib/viewer';
import {
  assignment,
  file,
  juror,
  type MadeStage,
  organisation,
  person,
  stage,
  typedGrid,
} from '@/prisma/factories/jury';
import { testDatabase } from '@/prisma/test-db';

testDatabase();

const clock = clockAt('2022-03-31T09:00:00Z');
let coordinator: PersonViewer;

beforeAll(async () => {
  coordinator = await person(db, { name: 'Camille Coordonne', roles: ['coordinator'] });
});

/** The id of what a juror was given. */
const given = async (viewer: PersonViewer, applicationId: string) =>
  (await db.reviewAssignment.findFirstOrThrow({ where: { jurorId: viewer.id, applicationId } })).id;

const send = (viewer: PersonViewer, assignmentId: string, marks: number | number[], said = {}) =>
  sendReview(viewer, { assignmentId, version: 0, grid: typedGrid(marks, said) }, clock);

describe('giving files to jurors', () => {
  test('a coordinator gives a file, and only its juror finds it among theirs', async () => {
    const on = await stage(db);
    const one = await juror(db, on);
    const other = await juror(db, on);
    const id = await file(db, on, { title: 'Prévenir les feux' });
    expect(await giveFiles(coordinator, { stageId: on.id, pairs: [{ jurorId: one.id, applicationId: id }] })).toEqual({
      ok: true,
      value: { given: 1 },
    });
    expect((await myFiles(one)).map(({ title, state }) => [title, state])).toEqual([['Prévenir les feux', 'to_read']]);
    expect(await myFiles(other)).toEqual([]);
    expect(await myFiles(visitor)).toEqual([]);
    expect(await fileToRead(other, await given(one, id))).toBeNull();
    expect((await fileToRead(one, await given(one, id)))?.title).toBe('Prévenir les feux');
  });

  test('only those who run juries may, and only to people seated on this jury', async () => {
    const on = await stage(db);
    const seated = await juror(db, on);
    const stranger = await person(db, { roles: ['juror'] });
    const id = await file(db, on);
    const pairs = [{ jurorId: seated.id, applicationId: id }];
    expect(await giveFiles(seated, { stageId: on.id, pairs })).toMatchObject({ reason: 'not_allowed' });
    expect(
      await giveFiles(coordinator, { stageId: on.id, pairs: [{ jurorId: stranger.id, applicationId: id }] }),
    ).toMatchObject({ reason: 'unknown_juror' });
    const draft = await file(db, on, { state: 'submitted' });
    expect(
      await giveFiles(coordinator, { stageId: on.id, pairs: [{ jurorId: seated.id, applicationId: draft }] }),
    ).toMatchObject({ reason: 'unknown_file' });
  });

  test('a file is taken back until something was sent on it', async () => {
    const on = await stage(db);
    const one = await juror(db, on);
    const id = await file(db, on);
    const back = { stageId: on.id, jurorId: one.id, applicationId: id };
    await assignment(db, on, one.id, id);
    expect(await takeFileBack(coordinator, back)).toMatchObject({ ok: true });
    const again = await assignment(db, on, one.id, id);
    expect(await send(one, again, 3)).toMatchObject({ ok: true });
    expect(await takeFileBack(coordinator, back)).toMatchObject({ reason: 'already_sent' });
  });

  test('nobody who has not accepted the charter opens a file', async () => {
    const on = await stage(db);
    const invited = await juror(db, on, { invited: true });
    const id = await file(db, on);
    const assigned = await assignment(db, on, invited.id, id);
    expect(await myFiles(invited)).toEqual([]);
    expect(await fileToRead(invited, assigned)).toBeNull();
    expect(await send(invited, assigned, 3)).toMatchObject({ reason: 'not_found' });
  });
});

describe('conflicts of interest', () => {
  const kinds = async (on: MadeStage, viewer: PersonViewer, applicationId: string) =>
    giveFiles(coordinator, { stageId: on.id, pairs: [{ jurorId: viewer.id, applicationId }] });

  test('the same organisation, one above it or one below it refuses the file, with the reason; a sister does not', async () => {
    const on = await stage(db);
    const ministry = await organisation(db, 'Ministère');
    const direction = await organisation(db, 'Direction', { parentId: ministry });
    const sister = await organisation(db, 'Direction sœur', { parentId: ministry });
    const id = await file(db, on, { organisationId: direction });
    const below = await file(db, on, { organisationId: ministry });
    const colleague = await juror(db, on, { name: 'Inès Collègue', organisationId: direction });
    const minister = await juror(db, on, { organisationId: ministry });
    const neighbour = await juror(db, on, { organisationId: sister });
    expect(await kinds(on, colleague, id)).toMatchObject({
      reason: 'conflict',
      detail: { kind: 'organisation', juror: 'Inès Collègue' },
    });
    expect(await kinds(on, minister, id)).toMatchObject({ reason: 'conflict' });
    expect(await kinds(on, colleague, below)).toMatchObject({ reason: 'conflict' });
    expect(await kinds(on, neighbour, id)).toMatchObject({ ok: true });
  });

  test('a mail domain of the organisation or of the applicant refuses it too; shared providers do not', async () => {
    const on = await stage(db);
    const office = await organisation(db, 'Office', { mailDomains: ['office.gouv.fr'] });
    const owner = await person(db, { email: 'porteuse@ville-de-lorient.fr' });
    const free = await person(db, { email: 'porteur@gmail.com' });
    const [one, two, three] = [
      await file(db, on, { organisationId: office }),
      await file(db, on, { ownerId: owner.id }),
      await file(db, on, { ownerId: free.id }),
    ];
    const agent = await juror(db, on, { email: 'agent@antenne.office.gouv.fr' });
    const townsman = await juror(db, on, { email: 'elue@ville-de-lorient.fr' });
    const neighbour = await juror(db, on, { email: 'juree@gmail.com' });
    expect(await kinds(on, agent, one)).toMatchObject({ reason: 'conflict', detail: { kind: 'mail_domain' } });
    expect(await kinds(on, townsman, two)).toMatchObject({ reason: 'conflict', detail: { kind: 'mail_domain' } });
    expect(await kinds(on, neighbour, three)).toMatchObject({ ok: true });
  });

  test('a file given before a conflict is known disappears when it is: list, page, writing', async () => {
    const on = await stage(db);
    const one = await juror(db, on);
    const id = await file(db, on);
    const assigned = await assignment(db, on, one.id, id);
    expect(await myFiles(one)).toHaveLength(1);
    expect(
      await declareConflict(one, { assignmentId: assigned, kind: 'family', reason: 'Ma sœur y travaille' }),
    ).toMatchObject({ ok: true });
    expect(await myFiles(one)).toEqual([]);
    expect(await fileToRead(one, assigned)).toBeNull();
    expect(await saveDraft(one, { assignmentId: assigned, version: 0, grid: typedGrid(4) }, clock)).toMatchObject({
      reason: 'not_found',
    });
    expect(await kinds(on, one, id)).toMatchObject({ reason: 'conflict', detail: { kind: 'family' } });
  });

  test('a coordinator dismisses a found conflict with a reason, never that of the applicant', async () => {
    const on = await stage(db);
    const body = await organisation(db, 'Agence');
    const id = await file(db, on, { organisationId: body });
    const one = await juror(db, on, { organisationId: body });
    const verdict = { applicationId: id, personId: one.id, kind: 'organisation', state: 'dismissed' as const };
    expect(await judgeConflict(coordinator, { ...verdict, reason: '' })).toMatchObject({ reason: 'reason_required' });
    expect(await judgeConflict(one, { ...verdict, reason: 'Moi-même' })).toMatchObject({ reason: 'not_allowed' });
    expect(
      await judgeConflict(coordinator, { ...verdict, reason: 'Autre site, autre chaîne hiérarchique' }),
    ).toMatchObject({ ok: true });
    expect(await kinds(on, one, id)).toMatchObject({ ok: true });
    const own = await file(db, on, { ownerId: one.id });
    expect(await kinds(on, one, own)).toMatchObject({ reason: 'conflict', detail: { kind: 'owner' } });
    expect(
      await judgeConflict(coordinator, { ...verdict, applicationId: own, kind: 'owner', reason: 'Non' }),
    ).toMatchObject({ reason: 'own_file' });
  });
});

describe('marking', () => {
  test('a draft is kept as typed and seen by nobody; sending needs every mark', async () => {
    const on = await stage(db);
    const [one, other] = [await juror(db, on), await juror(db, on)];
    const id = await file(db, on);
    const [mine, theirs] = [await assignment(db, on, one.id, id), await assignment(db, on, other.id, id)];
    const half = { ...typedGrid([4, 3]), verdict: '' };
    expect(await saveDraft(one, { assignmentId: mine, version: 0, grid: half }, clock)).toMatchObject({
      value: { version: 1 },
    });
    expect((await fileToRead(one, mine))?.review).toMatchObject({
      marks: { need: 4, entrepreneurial: 3, openness: null },
      sentAt: null,
    });
    const refused = await sendReview(one, { assignmentId: mine, version: 1, grid: half }, clock);
    expect(refused).toMatchObject({
      reason: 'incomplete',
      detail: { fields: 'marks.commitment marks.transformation marks.openness verdict' },
    });
    expect(await send(other, theirs, 2)).toMatchObject({ ok: true });
    expect((await fileToRead(other, theirs))?.others).toEqual([]);
    const detail = (await stageDetail(coordinator, on.id))!;
    expect((await ranking(coordinator, detail))[0]!.reviews).toHaveLength(1);
  });

  test('nobody sees another’s marks before sending their own', async () => {
    const on = await stage(db);
    const [one, other] = [await juror(db, on), await juror(db, on, { name: 'Basile Juré' })];
    const id = await file(db, on);
    const [mine, theirs] = [await assignment(db, on, one.id, id), await assignment(db, on, other.id, id)];
    await send(other, theirs, 5, { comment: 'Mon secret', privateNote: 'Pour moi seul' });
    const before = await fileToRead(one, mine);
    expect(before?.others).toBeNull();
    expect(JSON.stringify(before)).not.toContain('Mon secret');
    await saveDraft(one, { assignmentId: mine, version: 0, grid: typedGrid(1) }, clock);
    expect((await fileToRead(one, mine))?.others).toBeNull();
    await sendReview(one, { assignmentId: mine, version: 1, grid: typedGrid(1) }, clock);
    const after = await fileToRead(one, mine);
    expect(after?.others).toMatchObject([{ juror: 'Basile Juré', comment: 'Mon secret' }]);
    expect(JSON.stringify(after)).not.toContain('Pour moi seul');
  });

  test('a stage may hide others for ever, or show them at once', async () => {
    for (const [othersVisible, before, after] of [
      ['never', null, null],
      ['always', 1, 1],
    ] as const) {
      const on = await stage(db);
      await db.stage.update({
        where: { id: on.id },
        data: { rubric: { ...rubricTemplate('cohort6_hearing')!, othersVisible } },
      });
      const [one, other] = [await juror(db, on), await juror(db, on)];
      const id = await file(db, on);
      const mine = await assignment(db, on, one.id, id);
      await send(other, await assignment(db, on, other.id, id), 5);
      expect((await fileToRead(one, mine))?.others?.length ?? null).toBe(before);
      await send(one, mine, 2);
      expect((await fileToRead(one, mine))?.others?.length ?? null).toBe(after);
    }
  });

  test('two windows on one grid: the later is refused and nothing is overwritten', async () => {
    const on = await stage(db);
    const one = await juror(db, on);
    const id = await assignment(db, on, one.id, await file(db, on));
    const first = await Promise.all(
      [1, 2, 3, 4].map((mark) => saveDraft(one, { assignmentId: id, version: 0, grid: typedGrid(mark) }, clock)),
    );
    expect(first.filter((result) => result.ok)).toHaveLength(1);
    expect(first.filter((result) => !result.ok && result.reason === 'changed_meanwhile')).toHaveLength(3);
  });

  test('an amended review keeps what it said before, until the stage closes', async () => {
    const on = await stage(db, { closesAt: new Date('2022-04-01T10:00:00Z') });
    const one = await juror(db, on);
    const id = await assignment(db, on, one.id, await file(db, on));
    await send(one, id, 2);
    expect(await sendReview(one, { assignmentId: id, version: 1, grid: typedGrid(4) }, clock)).toMatchObject({
      value: { version: 2 },
    });
    const [kept] = await db.reviewRevision.findMany();
    expect(kept?.content).toMatchObject({ marks: { need: 2 } });
    const late = clockAt('2022-04-01T10:00:01Z');
    expect(await sendReview(one, { assignmentId: id, version: 2, grid: typedGrid(5) }, late)).toMatchObject({
      reason: 'closed',
    });
  });

  test('an abstention needs its reason and counts for nothing', async () => {
    const on = await stage(db);
    const one = await juror(db, on);
    const id = await assignment(db, on, one.id, await file(db, on));
    expect(await send(one, id, [], { abstained: 'yes', comment: '' })).toMatchObject({
      reason: 'incomplete',
      detail: { fields: 'comment' },
    });
    expect(await send(one, id, [], { abstained: 'yes', comment: 'Je connais mal ce sujet.' })).toMatchObject({
      ok: true,
    });
    const [row] = await ranking(coordinator, (await stageDetail(coordinator, on.id))!);
    expect([row!.mean, row!.rank, row!.reviews.length]).toEqual([null, null, 1]);
  });

  test('a paper grid is typed by the coordination, who is named; the juror’s private note stays theirs', async () => {
    const on = await stage(db);
    const one = await juror(db, on);
    const id = await assignment(db, on, one.id, await file(db, on));
    await saveDraft(one, { assignmentId: id, version: 0, grid: typedGrid(1, { privateNote: 'À moi' }) }, clock);
    const paper = { assignmentId: id, version: 1, grid: typedGrid(4) };
    expect(await sendReview(one, paper, clock, true)).toMatchObject({ reason: 'not_found' });
    expect(await sendReview(coordinator, paper, clock)).toMatchObject({ reason: 'not_found' });
    expect(await sendReview(coordinator, paper, clock, true)).toMatchObject({ value: { version: 2 } });
    const kept = await db.review.findUniqueOrThrow({ where: { assignmentId: id } });
    expect([kept.privateNote, kept.enteredById, kept.sentAt]).toEqual(['À moi', coordinator.id, clock()]);
    const tied = await assignment(db, on, one.id, await file(db, on, { ownerId: one.id }));
    expect(await sendReview(coordinator, { ...paper, assignmentId: tied, version: 0 }, clock, true)).toMatchObject({
      reason: 'not_found',
    });
  });

  test('the first mark freezes the rubric', async () => {
    const on = await stage(db);
    const one = await juror(db, on);
    const change = { stageId: on.id, version: 1, rubric: rubricTemplate('cohort4_hearing')! };
    expect(await changeRubric(one, change)).toMatchObject({ reason: 'not_allowed' });
    await send(one, await assignment(db, on, one.id, await file(db, on)), 3);
    expect(await changeRubric(coordinator, change)).toMatchObject({ reason: 'frozen' });
  });
});

describe('ranking, decisions and results', () => {
  async function scene() {
    const on = await stage(db);
    const jurors = [await juror(db, on), await juror(db, on), await juror(db, on)];
    const owner = await person(db, { email: `porteuse-${on.callId}@lot.example`, name: 'Ana Porteuse' });
    const files = [
      await file(db, on, { title: 'A', ownerId: owner.id }),
      await file(db, on, { title: 'B' }),
      await file(db, on, { title: 'C' }),
    ];
    const marks = [
      [5, 4, 3],
      [4, 4, 4],
      [1, 5, 0],
    ];
    for (const [at, id] of files.entries())
      for (const [who, viewer] of jurors.entries())
        await send(viewer, await assignment(db, on, viewer.id, id), marks[at]![who]!);
    return { on, jurors, files, owner, detail: (await stageDetail(coordinator, on.id))! };
  }

  test('shows means, spread, every mark, ties as ties and disagreement', async () => {
    const { detail } = await scene();
    const table = await ranking(coordinator, detail);
    expect(table.map((one) => [one.file.title, one.rank, one.mean, one.tiedWith])).toEqual([
      ['A', 1, 4, 1],
      ['B', 1, 4, 1],
      ['C', 3, 2, 0],
    ]);
    expect(table.map((one) => Number(one.spread?.toFixed(3)))).toEqual([1, 0, 2.646]);
    expect(table.map((one) => one.disputed)).toEqual([true, false, true]);
    expect(table[0]!.reviews.map((one) => one.total).sort()).toEqual([3, 4, 5]);
  });

  test('is for the coordination only', async () => {
    const { detail, jurors, on, owner } = await scene();
    for (const viewer of [jurors[0]!, owner, visitor]) {
      expect(await ranking(viewer, detail)).toEqual([]);
      expect(await stageDetail(viewer, on.id)).toBeNull();
      expect(await stages(viewer)).toEqual([]);
      expect(await resultLetters(viewer, on.callId, '')).toEqual([]);
    }
    expect(await stageDetail(coordinator, 'not-an-id')).toBeNull();
  });

  test('costs as many queries for three files as for one', async () => {
    const { detail } = await scene();
    const { queries } = await countingQueries(() => ranking(coordinator, detail));
    expect(queries).toBe(2);
  });

  test('a decision needs a reason, cannot overwrite another, and tells nobody before publication', async () => {
    const { on, files, jurors } = await scene();
    const input = {
      stageId: on.id,
      applicationId: files[0]!,
      before: 'eligible',
      after: 'selected' as const,
      reason: 'Premier rang.',
    };
    expect(await decide(jurors[0]!, input)).toMatchObject({ reason: 'not_allowed' });
    expect(await decide(coordinator, input)).toMatchObject({ ok: true });
    expect(await decide(coordinator, { ...input, after: 'reserve' })).toMatchObject({ reason: 'decided_meanwhile' });
    expect(
      await decide(coordinator, { ...input, before: 'selected', after: 'reserve', reason: 'Égalité départagée.' }),
    ).toMatchObject({ ok: true });
    const [mails] = await rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM outbox_message WHERE template = 'result'`,
    );
    expect(mails!.count).toBe(0);
  });

  test('publication tells every applicant once, with the reason and the words of each criterion', async () => {
    const { on, files } = await scene();
    const context = { clock, baseUrl: 'https://cohorte.test' };
    expect(await publishResults(coordinator, on.callId, context)).toMatchObject({
      reason: 'undecided',
      detail: { count: 3 },
    });
    const outcomes = ['not_selected', 'selected', 'reserve'] as const;
    for (const [at, id] of files.entries())
      await decide(coordinator, {
        stageId: on.id,
        applicationId: id,
        before: 'eligible',
        after: outcomes[at]!,
        reason: `Motif ${at}`,
      });
    expect(await publishResults(coordinator, on.callId, context)).toMatchObject({ ok: true, value: { letters: 3 } });
    expect(await publishResults(coordinator, on.callId, context)).toMatchObject({ reason: 'already_published' });
    const mails = await db.outboxMessage.findMany({ where: { template: 'result', aboutId: { in: files } } });
    expect(mails).toHaveLength(3);
    const letter = mails.find(({ to }) => to.startsWith('porteuse-'))!;
    expect(letter.text).toContain('Motif 0');
    expect(letter.text).toContain('Pertinence du besoin');
    expect(letter.text).toContain('bon (4\u00a0sur\u00a05)');
    expect((await db.call.findUniqueOrThrow({ where: { id: on.callId } })).resultsPublishedAt).toEqual(clock());
    const events = await db.event.findMany({ where: { subjectId: on.callId, name: 'results.published' } });
    expect(events.map(({ payload }) => JSON.parse(payload))).toEqual([
      { letters: 3, not_selected: 1, selected: 1, reserve: 1 },
    ]);
    expect(
      await decide(coordinator, {
        stageId: on.id,
        applicationId: files[0]!,
        before: 'not_selected',
        after: 'selected',
        reason: 'Trop tard',
      }),
    ).toMatchObject({ reason: 'already_published' });
  });

  test('under embargo, everyone is told at the hour and nobody before; a file left undecided holds everything back', async () => {
    const { on, files } = await scene();
    const at = new Date('2022-04-05T08:00:00Z');
    expect(
      await scheduleResults(coordinator, { callId: on.callId, at: new Date('2022-03-01T08:00:00Z') }, { clock }),
    ).toMatchObject({ reason: 'in_the_past' });
    expect(await scheduleResults(coordinator, { callId: on.callId, at }, { clock })).toMatchObject({ ok: true });
    expect(await unscheduleResults(coordinator, on.callId, { clock })).toMatchObject({ ok: true });
    await scheduleResults(coordinator, { callId: on.callId, at }, { clock });
    for (const id of files.slice(1))
      await decide(coordinator, {
        stageId: on.id,
        applicationId: id,
        before: 'eligible',
        after: 'selected',
        reason: 'Oui',
      });
    const seen = async () => (await db.call.findUniqueOrThrow({ where: { id: on.callId } })).resultsPublishedAt;
    expect(await publishDue(system('results'), clockAt('2022-04-05T08:00:00Z'))).toBe(0);
    await decide(coordinator, {
      stageId: on.id,
      applicationId: files[0]!,
      before: 'eligible',
      after: 'reserve',
      reason: 'Suite',
    });
    expect(await publishDue(system('results'), clockAt('2022-04-05T07:59:59Z'))).toBe(0);
    expect(await seen()).toBeNull();
    expect(await publishDue(visitor, clockAt('2022-04-05T08:00:00Z'))).toBe(0);
    expect(await publishDue(system('results'), clockAt('2022-04-05T08:00:00Z'))).toBe(1);
    expect(await seen()).toEqual(at);
    expect(await db.outboxMessage.count({ where: { template: 'result', aboutId: { in: files } } })).toBe(3);
    expect(await publishDue(system('results'), clockAt('2022-04-05T08:00:01Z'))).toBe(0);
  });
});
