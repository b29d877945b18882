import { beforeAll, expect, test } from 'vitest';
import { laureatesWaiting } from '@/lib/challenges/queries/managed';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { inviteJuror } from '@/lib/jury/commands/jurors';
import { applyPanels, solvePanels } from '@/lib/jury/commands/panels';
import { createRehearsal, deleteRehearsal } from '@/lib/jury/commands/rehearse';
import { markRehearsal } from '@/lib/jury/commands/rehearse-marks';
import { applyReadings, solveReadings } from '@/lib/jury/commands/solve';
import { calibrationOf } from '@/lib/jury/queries/calibration';
import { ranking } from '@/lib/jury/queries/marks';
import { stageDetail } from '@/lib/jury/queries/stages';
import { cohortOverviews } from '@/lib/publication/queries/overview';
import type { PersonViewer } from '@/lib/viewer';
import { person, stage } from '@/prisma/factories/jury';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const clock = clockAt('2026-03-20T10:00:00Z');
let coordinator: PersonViewer;
let cohortId: string;
beforeAll(async () => {
  coordinator = await person(db, { roles: ['coordinator'] });
  ({ cohortId } = await stage(db));
});

const form = {
  template: 'cohort6_hearing',
  files: 12,
  jurors: 8,
  readersPerFile: 3,
  panels: 2,
  severity: 'strong' as const,
  conflicts: 5,
  seed: 3,
};
const rowsNow = async () => [
  await db.person.count(),
  await db.call.count(),
  await db.application.count(),
  await db.review.count(),
  await db.hearing.count(),
  await db.conflict.count(),
];

test('a rehearsal runs through assignment, marks, ranking and calibration, and goes without a trace but its events', async () => {
  const figures = async () => [await cohortOverviews(coordinator), await laureatesWaiting(coordinator)];
  const [before, said] = [await rowsNow(), await figures()];
  const created = await createRehearsal(coordinator, { ...form, cohortId }, clock);
  if (!created.ok) throw new Error(created.reason);
  const { id } = created.value;
  expect(await markRehearsal(coordinator, id, clock)).toMatchObject({ ok: false, reason: 'nothing_given' });
  const { callId } = (await stageDetail(coordinator, id))!;
  const real = {
    callId,
    name: 'Vraie Personne',
    email: 'vraie@demo.invalid',
    background: '',
    formerFellow: false,
    themes: [],
  };
  expect(await inviteJuror(coordinator, real, { baseUrl: 'http://x', clock })).toMatchObject({
    reason: 'rehearsal_mails',
  });
  const solved = await solveReadings(coordinator, id);
  if (!solved.ok) throw new Error(solved.reason);
  await applyReadings(coordinator, { stageId: id, solutionId: solved.value.id }, clock());
  expect(await markRehearsal(coordinator, id, clock)).toMatchObject({ ok: true, value: { marked: 36 } });
  const detail = (await stageDetail(coordinator, id))!;
  expect(detail.settings.rehearsal).toBe(true);
  const placed = await ranking(coordinator, detail);
  expect(placed.filter(({ rank }) => rank !== null)).toHaveLength(12);
  const view = (await calibrationOf(coordinator, detail))!;
  expect(view.calibration.ok).toBe(true);
  const public_ = await db.call.count({ where: { id: detail.callId, publishedAt: { not: null } } });
  expect(public_).toBe(0);
  await db.application.updateMany({ where: { callId: detail.callId }, data: { state: 'selected' } });
  expect(await figures()).toEqual(said);
  const invented = await db.person.findMany({ where: { extra: { path: ['rehearsal'], equals: detail.callId } } });
  expect(invented).toHaveLength(9);
  expect(invented.every(({ email, visibility }) => email === null && visibility === 'private')).toBe(true);
  expect(await deleteRehearsal(coordinator, id)).toMatchObject({ ok: true });
  expect(await rowsNow()).toEqual(before);
  expect(await db.event.count({ where: { subjectId: id, name: { startsWith: 'rehearsal.' } } })).toBe(3);
});

test('panels of a rehearsal with collective grids are marked, and say that they cannot be compared', async () => {
  const created = await createRehearsal(coordinator, { ...form, template: 'cohort4_hearing', cohortId }, clock);
  if (!created.ok) throw new Error(created.reason);
  const { id } = created.value;
  const solved = await solvePanels(coordinator, id);
  if (!solved.ok) throw new Error(solved.reason);
  expect(await applyPanels(coordinator, { stageId: id, solutionId: solved.value.id }, clock())).toMatchObject({
    ok: true,
  });
  expect(await markRehearsal(coordinator, id, clock)).toMatchObject({ ok: true, value: { marked: 12 } });
  const view = (await calibrationOf(coordinator, (await stageDetail(coordinator, id))!))!;
  expect(view.calibration).toMatchObject({ ok: false, reason: 'disconnected' });
});

test('a real jury is never deleted as a rehearsal, nor marked by nobody, and jurors may not', async () => {
  const real = await stage(db);
  expect(await deleteRehearsal(coordinator, real.id)).toMatchObject({ ok: false, reason: 'not_a_rehearsal' });
  expect(await markRehearsal(coordinator, real.id, clock)).toMatchObject({ ok: false, reason: 'not_a_rehearsal' });
  const nobody = await person(db, { roles: ['juror'] });
  expect(await createRehearsal(nobody, { ...form, cohortId }, clock)).toMatchObject({
    ok: false,
    reason: 'not_allowed',
  });
  expect(await deleteRehearsal(nobody, real.id)).toMatchObject({ ok: false, reason: 'not_allowed' });
});
