import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { awaitingReviews } from '@/lib/jury/awaiting';
import { hearingCalendar } from '@/lib/jury/calendar';
import { attachment } from '@/lib/jury/queries/attachment';
import { board } from '@/lib/jury/queries/board';
import { generalGrid, hearing, myHearings, panelDigest } from '@/lib/jury/queries/hearing';
import { hearingHistory, reviewHistory } from '@/lib/jury/queries/history';
import { myFiles, mySeats } from '@/lib/jury/queries/juror';
import { boardDigest } from '@/lib/jury/queries/live';
import { questionsForJuror } from '@/lib/jury/queries/questions';
import { fileToRead } from '@/lib/jury/queries/reading';
import { tiesToDeclare, titlesForTies } from '@/lib/jury/queries/ties';
import { rubricTemplate } from '@/lib/jury/templates';
import { searchAll } from '@/lib/publication/queries/search';
import type { PersonViewer } from '@/lib/viewer';
import { assignment, file, juror, type MadeStage, organisation, stage, typedGrid } from '@/prisma/factories/jury';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const now = new Date('2022-03-31T09:00:00Z');
const TIES = ['none', 'none', 'declared', 'proposed', 'recusal', 'dismissed', 'organisation', 'former'] as const;
const BLOCKING = new Set(['declared', 'proposed', 'recusal', 'organisation', 'former']);

const fileShape = fc.record({
  tie: fc.constantFrom(...TIES),
  others: fc.integer({ min: 0, max: 2 }),
  own: fc.constantFrom('none', 'draft', 'sent'),
  heard: fc.boolean(),
  asked: fc.boolean(),
  noted: fc.boolean(),
  state: fc.constantFrom('eligible', 'selected', 'not_selected'),
});
const worldShape = fc.record({
  files: fc.array(fileShape, { minLength: 2, maxLength: 5 }),
  hides: fc.boolean(),
  visible: fc.constantFrom('never', 'after_own', 'always'),
  closed: fc.boolean(),
});
type World = (typeof worldShape extends fc.Arbitrary<infer T> ? T : never) & object;

const marks = (mark: number) => Object.fromEntries(Object.keys(typedGrid(mark).marks).map((key) => [key, mark]));

/** A whole stage with everything a jury writes: readings, hearings, questions, notes, decisions, presence. */
async function build(world: World) {
  const rubric = {
    ...rubricTemplate('cohort6_hearing')!,
    othersVisible: world.visible,
    anonymity: { names: world.hides, organisations: world.hides, attachments: world.hides },
  };
  const on = await stage(db, {
    settings: { titlesOpen: true, deliberationOpen: true, places: 2, ranking: ['mean', 'favourites'] },
  });
  await db.stage.update({ where: { id: on.id }, data: { rubric } });
  const [own, former, free] = [
    await organisation(db, 'Phares'),
    await organisation(db, 'Balises'),
    await organisation(db, 'Ports'),
  ];
  const viewer = await juror(db, on, { organisationId: own });
  await db.affiliation.create({ data: { personId: viewer.id, organisationId: former, to: new Date('2020-01-01') } });
  const others = [await juror(db, on), await juror(db, on)];
  const panel = await db.panel.create({
    data: { stageId: on.id, name: '1', members: { create: [viewer, ...others].map(({ id }) => ({ personId: id })) } },
  });
  const places: { files: string[]; hearings: string[] } = { files: [], hearings: [] };
  const hidden: string[] = [];
  for (const [at, shape] of world.files.entries()) {
    const host = shape.tie === 'organisation' ? own : shape.tie === 'former' ? former : free;
    const id = await file(db, on, {
      title: `Projet ${at} des Ports`,
      organisationId: host,
      state: shape.state as 'eligible',
    });
    if (BLOCKING.has(shape.tie)) hidden.push(id);
    places.files.push(await assignment(db, on, viewer.id, id));
    if (shape.own !== 'none')
      await db.review.create({
        data: {
          assignmentId: places.files.at(-1)!,
          marks: marks(3),
          comment: 'À moi',
          sentAt: shape.own === 'sent' ? now : null,
        },
      });
    for (const other of others.slice(0, shape.others))
      await db.review.create({
        data: {
          assignmentId: await assignment(db, on, other.id, id),
          marks: marks(at % 5),
          comment: `Autre ${at}`,
          favourite: at % 2 === 0,
          sentAt: now,
        },
      });
    if (shape.heard)
      places.hearings.push(
        (
          await db.hearing.create({
            data: {
              stageId: on.id,
              panelId: panel.id,
              applicationId: id,
              position: at,
              marks: marks(2),
              rank: at + 1,
              startsAt: now,
              endsAt: now,
              sentAt: now,
            },
          })
        ).id,
      );
    if (shape.asked)
      await db.hearingQuestion.create({
        data: {
          applicationId: id,
          byId: others[0]!.id,
          body: 'Q',
          state: 'answered',
          sentAt: now,
          answer: 'R',
          answeredAt: now,
        },
      });
    if (shape.noted)
      await db.deliberationNote.create({
        data: { stageId: on.id, applicationId: id, byId: others[0]!.id, text: 'Note' },
      });
    if (shape.state !== 'eligible')
      await db.decision.create({
        data: {
          applicationId: id,
          before: 'eligible',
          after: shape.state as 'selected',
          reason: 'Parce que',
          byId: others[0]!.id,
        },
      });
    if (['declared', 'proposed', 'dismissed', 'recusal'].includes(shape.tie))
      await db.conflict.create({
        data: {
          applicationId: id,
          personId: viewer.id,
          kind: shape.tie === 'recusal' ? 'recusal' : 'personal',
          state: shape.tie === 'recusal' ? 'confirmed' : (shape.tie as 'declared'),
        },
      });
  }
  await db.stay.create({ data: { stageId: on.id, personId: viewer.id, arrivedAt: now } });
  if (world.closed) await db.stage.update({ where: { id: on.id }, data: { closedAt: now } });
  return { on, viewer, panelId: panel.id, places, hidden };
}

/** Every answer the juror can get, as bytes: lists, pages, counts, what awaits, the calendar, the room and its live stream. */
async function everything(
  viewer: PersonViewer,
  on: MadeStage,
  panelId: string,
  places: { files: string[]; hearings: string[] },
) {
  const each = <T>(ids: string[], read: (id: string) => Promise<T>) => Promise.all(ids.map(read));
  const hearings = await myHearings(viewer);
  return JSON.stringify([
    await myFiles(viewer),
    await mySeats(viewer),
    hearings,
    hearingCalendar(
      'Jury',
      'cohorte.test',
      hearings.map((one) => ({ ...one, where: one.room })),
      now,
    ),
    await awaitingReviews(viewer, clockAt(now.toISOString())),
    await Promise.all(['projet', 'ports', 'J-'].map((words) => searchAll(viewer, words))),
    await tiesToDeclare(viewer),
    await titlesForTies(viewer, on.id),
    await each(places.files, (id) => fileToRead(viewer, id)),
    await each(places.files, (id) => reviewHistory(viewer, id)),
    await each([...places.files, ...places.hearings], (id) => questionsForJuror(viewer, id)),
    await each([...places.files, ...places.hearings], (id) => attachment(viewer, id, 'f1')),
    await each(places.hearings, (id) => hearing(viewer, id)),
    await each(places.hearings, (id) => hearingHistory(viewer, id)),
    await generalGrid(viewer, panelId),
    await panelDigest(viewer, panelId),
    await board(viewer, on.id),
    await boardDigest(viewer, on.id),
  ]);
}

test('removing every file a juror may not see changes no byte of any answer', async () => {
  await fc.assert(
    fc.asyncProperty(worldShape, async (world) => {
      const { on, viewer, panelId, places, hidden } = await build(world);
      const before = await everything(viewer, on, panelId, places);
      if (world.hides) expect(before.replaceAll(/"organisation","title":"Ports"[^}]*/g, '')).not.toContain('Ports');
      await db.application.deleteMany({ where: { id: { in: hidden } } });
      expect(await everything(viewer, on, panelId, places)).toBe(before);
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('before one’s own is sent, removing what others sent changes no byte; drafts of others never do', async () => {
  await fc.assert(
    fc.asyncProperty(worldShape, async (drawn) => {
      const world = {
        ...drawn,
        closed: false,
        visible: 'after_own' as const,
        files: drawn.files.map((one) => ({ ...one, own: 'draft' as const })),
      };
      const { on, viewer, panelId, places } = await build(world);
      const before = await everything(viewer, on, panelId, places);
      await db.review.deleteMany({ where: { assignment: { stageId: on.id, jurorId: { not: viewer.id } } } });
      expect(await everything(viewer, on, panelId, places)).toBe(before);
      expect(before).not.toContain('Autre ');
    }),
    { numRuns: 8 },
  );
}, 120_000);
