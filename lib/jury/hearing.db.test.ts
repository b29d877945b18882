import { beforeAll, expect, test } from 'vitest';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { sendGeneralGrid, writeGrid } from '@/lib/jury/commands/collective';
import { standAside } from '@/lib/jury/commands/day';
import { redactField } from '@/lib/jury/commands/redact';
import { calibrationOf } from '@/lib/jury/queries/calibration';
import { generalGrid, hearing, myHearings, panelDigest } from '@/lib/jury/queries/hearing';
import { ranking } from '@/lib/jury/queries/marks';
import { stageDetail } from '@/lib/jury/queries/stages';
import { rubricTemplate } from '@/lib/jury/templates';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { file, juror, person, stage } from '@/prisma/factories/jury';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const clock = clockAt('2020-03-24T10:00:00Z');
let coordinator: PersonViewer;
beforeAll(async () => {
  coordinator = await person(db, { roles: ['coordinator'] });
});

const keys = rubricTemplate('cohort4_hearing')!.criteria.map(({ key }) => key);
const typed = (mark: number, comment = '') => ({
  marks: Object.fromEntries(keys.map((key) => [key, String(mark)])),
  comments: {},
  comment,
  privateNote: '',
  verdict: '',
  rank: '',
  favourite: '',
  abstained: '',
});

/** One panel of three with the pen held by Ana, two files. */
async function scene() {
  const on = await stage(db, { template: 'cohort4_hearing' });
  const jurors = [await juror(db, on, { name: 'Ana' }), await juror(db, on, { name: 'Basile' }), await juror(db, on)];
  const files = [await file(db, on, { title: 'Balise' }), await file(db, on, { title: 'Phare' })];
  const panel = await db.panel.create({
    data: {
      stageId: on.id,
      name: '1',
      rapporteurId: jurors[0]!.id,
      members: { create: jurors.map(({ id }) => ({ personId: id })) },
      hearings: { create: files.map((applicationId, position) => ({ stageId: on.id, applicationId, position })) },
    },
    include: { hearings: { orderBy: { position: 'asc' } } },
  });
  return { on, jurors, files, panelId: panel.id, hearings: panel.hearings.map(({ id }) => id) };
}

test('the panel follows its hearings; nobody else does, nor a member who stood aside', async () => {
  const { on, jurors, files, panelId, hearings } = await scene();
  const [, basile] = jurors as [PersonViewer, PersonViewer];
  const outsider = await juror(db, on);
  expect((await myHearings(basile)).map(({ title }) => title)).toEqual(['Balise', 'Phare']);
  for (const viewer of [outsider, visitor]) {
    expect(await myHearings(viewer)).toEqual([]);
    expect(await hearing(viewer, hearings[0]!)).toBeNull();
    expect(await generalGrid(viewer, panelId)).toBeNull();
    expect(await panelDigest(viewer, panelId)).toBeNull();
  }
  await standAside(basile, {
    stageId: on.id,
    panelId,
    personId: basile.id,
    applicationId: files[0]!,
    reason: 'Voisine',
  });
  expect((await myHearings(basile)).map(({ title }) => title)).toEqual(['Phare']);
  expect(await hearing(basile, hearings[0]!)).toBeNull();
  expect((await generalGrid(basile, panelId))?.lines.map(({ title }) => title)).toEqual(['Phare']);
});

test('only the rapporteur writes; the others see it, and a member aside sees no tick', async () => {
  const { on, jurors, files, panelId, hearings } = await scene();
  const [ana, basile, third] = jurors as [PersonViewer, PersonViewer, PersonViewer];
  await standAside(coordinator, { stageId: on.id, panelId, personId: third.id, applicationId: files[0]!, reason: '' });
  const [seen, aside] = [await panelDigest(basile, panelId), await panelDigest(third, panelId)];
  const input = { hearingId: hearings[0]!, version: 1, grid: typed(3) };
  expect(await writeGrid(basile, input, clock)).toMatchObject({ reason: 'not_found' });
  expect(await writeGrid(ana, input, clock)).toMatchObject({ value: { version: 2 } });
  expect((await hearing(basile, hearings[0]!))?.grid.marks.potential).toBe(3);
  expect(await panelDigest(basile, panelId)).not.toBe(seen);
  expect(await panelDigest(third, panelId)).toBe(aside);
});

test('two pens on one grid: the second is refused, and what each version said is kept', async () => {
  const { jurors, hearings } = await scene();
  const [ana] = jurors as [PersonViewer];
  const both = await Promise.all(
    [ana, coordinator].map((viewer, at) =>
      writeGrid(viewer, { hearingId: hearings[0]!, version: 1, grid: typed(at + 1) }, clock),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed_meanwhile' });
  await writeGrid(ana, { hearingId: hearings[0]!, version: 2, grid: typed(4) }, clock, true);
  expect(await db.hearingRevision.count({ where: { hearingId: hearings[0]! } })).toBe(2);
});

test('a grid is sent whole, and the general grid ranks each file once with a verdict and a reason', async () => {
  const { on, jurors, panelId, hearings } = await scene();
  const [ana, basile] = jurors as [PersonViewer, PersonViewer];
  expect(
    await writeGrid(
      ana,
      { hearingId: hearings[0]!, version: 1, grid: { ...typed(3), marks: { potential: '3' } } },
      clock,
      true,
    ),
  ).toMatchObject({ reason: 'incomplete' });
  for (const [at, id] of hearings.entries())
    expect(await writeGrid(ana, { hearingId: id, version: 1, grid: typed(4 - at) }, clock, true)).toMatchObject({
      ok: true,
    });
  const lines = hearings.map((hearingId, at) => ({
    hearingId,
    rank: at + 1,
    verdict: 'favourable',
    reason: 'Clair',
    favourite: at === 0,
  }));
  const wrong = (change: object) =>
    sendGeneralGrid(ana, { panelId, version: 1, lines: lines.map((line) => ({ ...line, ...change })) }, clock);
  expect(await wrong({ rank: 1 })).toMatchObject({ reason: 'rank_twice' });
  expect(await wrong({ verdict: '' })).toMatchObject({ reason: 'verdict_missing' });
  expect(await wrong({ reason: '' })).toMatchObject({ reason: 'reason_missing' });
  expect(await sendGeneralGrid(ana, { panelId, version: 1, lines: lines.slice(1) }, clock)).toMatchObject({
    reason: 'lines_missing',
  });
  expect(await sendGeneralGrid(basile, { panelId, version: 1, lines }, clock)).toMatchObject({ reason: 'not_found' });
  const both = await Promise.all(
    [ana, coordinator].map((pen) => sendGeneralGrid(pen, { panelId, version: 1, lines }, clock)),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed_meanwhile' });
  const detail = (await stageDetail(coordinator, on.id))!;
  const table = await ranking(coordinator, detail);
  expect(table.map((one) => [one.file.title, one.mean, one.reviews[0]?.rank, one.favourites])).toEqual([
    ['Balise', 4, 1, 1],
    ['Phare', 3, 2, 0],
  ]);
  expect((await calibrationOf(coordinator, detail))?.calibration).toMatchObject({ ok: false });
});

test('a rapporteur who stood aside ranks the other files, and the coordination writes the line that is left', async () => {
  const { on, jurors, files, panelId, hearings } = await scene();
  const [ana] = jurors as [PersonViewer];
  await standAside(ana, { stageId: on.id, panelId, personId: ana.id, applicationId: files[0]!, reason: '' });
  const line = (hearingId: string, rank: number) => ({
    hearingId,
    rank,
    verdict: 'favourable',
    reason: 'Clair',
    favourite: false,
  });
  const [first, second] = hearings as [string, string];
  expect(await sendGeneralGrid(ana, { panelId, version: 1, lines: [line(second, 2)] }, clock)).toMatchObject({
    ok: true,
  });
  expect((await generalGrid(ana, panelId))?.lines.map(({ rank }) => rank)).toEqual([2]);
  const lines = [line(first, 2), line(second, 2)];
  expect(await sendGeneralGrid(coordinator, { panelId, version: 2, lines }, clock)).toMatchObject({
    reason: 'rank_twice',
  });
  lines[0] = line(first, 1);
  expect(await sendGeneralGrid(coordinator, { panelId, version: 2, lines }, clock)).toMatchObject({ ok: true });
});

test('where the stage is anonymous, no list names what the page hides, and a redaction never falls back', async () => {
  const { on, jurors, files, panelId, hearings } = await scene();
  const [, basile] = jurors as [PersonViewer, PersonViewer];
  const stageRow = await db.stage.findUniqueOrThrow({ where: { id: on.id } });
  const rubric = { ...(stageRow.rubric as object), anonymity: { names: true, organisations: true, attachments: true } };
  await db.stage.update({ where: { id: on.id }, data: { rubric } });
  await db.application.update({ where: { id: files[0]! }, data: { title: 'Un phare pour Administration' } });
  expect((await myHearings(basile)).map(({ title }) => title)).toEqual(['Un phare pour […]', 'Phare']);
  expect((await generalGrid(basile, panelId))?.lines[0]?.title).toBe('Un phare pour […]');
  const redact = (text: string) =>
    redactField(coordinator, { stageId: on.id, applicationId: files[1]!, fieldId: 'title', text });
  expect(await redact('Un nom sans lieu')).toMatchObject({ ok: true });
  expect((await myHearings(basile))[1]?.title).toBe('Un nom sans lieu');
  expect(await redact('')).toMatchObject({ ok: true });
  expect((await hearing(basile, hearings[1]!))?.file.title).toBe('[…]');
  expect(
    await redactField(basile, { stageId: on.id, applicationId: files[1]!, fieldId: 'title', text: 'x' }),
  ).toMatchObject({
    reason: 'not_allowed',
  });
  expect(
    await redactField(coordinator, { stageId: on.id, applicationId: files[1]!, fieldId: 'title', text: null }),
  ).toMatchObject({ ok: true });
  expect((await hearing(basile, hearings[1]!))?.file.title).toBe('Phare');
});
