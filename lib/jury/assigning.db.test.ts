import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db';
import type { Answer } from '@/lib/jury/assignment-answer';
import { declareConflict } from '@/lib/jury/commands/conflict';
import { applyPanels, solvePanels } from '@/lib/jury/commands/panels';
import { addRule, applyReadings, solveReadings } from '@/lib/jury/commands/solve';
import { panels } from '@/lib/jury/queries/panels';
import { solution } from '@/lib/jury/queries/solution';
import { stageDetail } from '@/lib/jury/queries/stages';
import type { PersonViewer } from '@/lib/viewer';
import { assignment, file, juror, organisation, person, stage } from '@/prisma/factories/jury';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const now = new Date('2022-03-25T09:00:00Z');
let coordinator: PersonViewer;
beforeAll(async () => {
  coordinator = await person(db, { roles: ['coordinator'] });
});

async function scene(settings = {}) {
  const on = await stage(db, { settings: { readersPerFile: 2, ...settings } });
  const home = await organisation(db, 'Maison');
  const jurors = [
    await juror(db, on, { organisationId: home }),
    await juror(db, on),
    await juror(db, on),
    await juror(db, on),
  ];
  const files = [
    await file(db, on, { organisationId: home }),
    await file(db, on),
    await file(db, on),
    await file(db, on),
  ];
  return { on, jurors, files };
}

test('the solver gives every file its readers, never across a conflict, and the proof is kept', async () => {
  const { on, jurors, files } = await scene();
  const solved = await solveReadings(coordinator, on.id);
  if (!solved.ok) throw new Error(solved.reason);
  const detail = (await stageDetail(coordinator, on.id))!;
  const kept = (await solution(coordinator, detail, solved.value.id))!;
  expect(kept).toMatchObject({ status: 'optimal', appliedAt: null });
  expect(kept.answer.gap).toBe(0);
  expect(await applyReadings(coordinator, { stageId: on.id, solutionId: solved.value.id }, now)).toMatchObject({
    value: { given: 8 },
  });
  const given = await db.reviewAssignment.findMany({ where: { stageId: on.id } });
  for (const id of files) expect(given.filter(({ applicationId }) => applicationId === id)).toHaveLength(2);
  expect(given.some(({ jurorId, applicationId }) => jurorId === jurors[0]!.id && applicationId === files[0])).toBe(
    false,
  );
  expect(await solveReadings(jurors[1]!, on.id)).toMatchObject({ reason: 'not_allowed' });
  expect(await solution(jurors[1]!, detail, solved.value.id)).toBeNull();
});

test('a juror missing at nine changes as few readings as it can; what was given by hand stays', async () => {
  const { on, jurors } = await scene();
  const first = await solveReadings(coordinator, on.id);
  if (!first.ok) throw new Error(first.reason);
  await applyReadings(coordinator, { stageId: on.id, solutionId: first.value.id }, now);
  const before = await db.reviewAssignment.findMany({ where: { stageId: on.id } });
  await db.juror.updateMany({ where: { callId: on.callId, personId: jurors[3]!.id }, data: { state: 'declined' } });
  const again = await solveReadings(coordinator, on.id);
  if (!again.ok) throw new Error(again.reason);
  await applyReadings(coordinator, { stageId: on.id, solutionId: again.value.id }, now);
  const after = await db.reviewAssignment.findMany({ where: { stageId: on.id } });
  const left = before.filter(({ jurorId }) => jurorId !== jurors[3]!.id);
  const kept = left.filter((one) =>
    after.some((other) => other.jurorId === one.jurorId && other.applicationId === one.applicationId),
  );
  expect(after).toHaveLength(8);
  expect(after.some(({ jurorId }) => jurorId === jurors[3]!.id)).toBe(false);
  expect(kept).toHaveLength(left.length);
});

test('what cannot be met says which rules contradict each other', async () => {
  const { on, jurors, files } = await scene({ readersPerFile: 4 });
  const solved = await solveReadings(coordinator, on.id);
  if (!solved.ok) throw new Error(solved.reason);
  const { answer } = (await solution(coordinator, (await stageDetail(coordinator, on.id))!, solved.value.id))!;
  expect(answer.status).toBe('infeasible');
  expect(answer.explanation.contradiction!.rules).toContainEqual({
    kind: 'blocked',
    juror: jurors[0]!.id,
    proposal: files[0],
    reason: 'conflict',
  });
  expect(answer.explanation.relaxation!.concessions.length).toBeGreaterThan(0);
});

test('a conflict declared after the calculation stops its application', async () => {
  const { on } = await scene();
  const solved = await solveReadings(coordinator, on.id);
  if (!solved.ok) throw new Error(solved.reason);
  const { answer } = await db.solution.findUniqueOrThrow({ where: { id: solved.value.id } });
  const [who, what] = (answer as unknown as Answer).pairs[0]!;
  const viewer = { ...coordinator, id: who };
  const given = await assignment(db, on, who, what);
  expect(await declareConflict(viewer, { assignmentId: given, kind: 'family', reason: '' })).toMatchObject({
    ok: true,
  });
  expect(await applyReadings(coordinator, { stageId: on.id, solutionId: solved.value.id }, now)).toMatchObject({
    reason: 'conflict',
  });
});

test('forbidden pairs and jurors kept apart are asked of the solver', async () => {
  const { on, jurors, files } = await scene();
  const [, a, b, c] = jurors;
  await addRule(coordinator, {
    stageId: on.id,
    kind: 'forbidden',
    jurorId: a!.id,
    applicationId: files[1],
    reason: 'Ancien avis',
  });
  await addRule(coordinator, { stageId: on.id, kind: 'apart', jurorId: b!.id, otherId: c!.id, reason: '' });
  const solved = await solveReadings(coordinator, on.id);
  if (!solved.ok) throw new Error(solved.reason);
  const { answer } = (await solution(coordinator, (await stageDetail(coordinator, on.id))!, solved.value.id))!;
  const readers = (id: string) => answer.pairs.filter(([, one]) => one === id).map(([one]) => one);
  expect(readers(files[1]!)).not.toContain(a!.id);
  for (const id of files) expect(readers(id).filter((one) => one === b!.id || one === c!.id).length).toBeLessThan(2);
});

test('panels are seated with their hours, and nobody sits where they have a tie', async () => {
  const { on, jurors, files } = await scene({
    panels: 2,
    panelMin: 2,
    panelMax: 2,
    halfDays: ['2022-03-31-am', '2022-03-31-pm'],
  });
  const solved = await solvePanels(coordinator, on.id);
  if (!solved.ok) throw new Error(solved.reason);
  expect(await applyPanels(coordinator, { stageId: on.id, solutionId: solved.value.id }, now)).toMatchObject({
    value: { panels: 2 },
  });
  const seated = await panels(coordinator, (await stageDetail(coordinator, on.id))!);
  expect(seated.map(({ members }) => members.length)).toEqual([2, 2]);
  expect(seated.flatMap(({ hearings }) => hearings.map(({ applicationId }) => applicationId)).sort()).toEqual(
    [...files].sort(),
  );
  for (const panel of seated) {
    const hears = panel.hearings.some(({ applicationId }) => applicationId === files[0]);
    expect(hears && panel.members.some(({ id }) => id === jurors[0]!.id)).toBe(false);
    expect(panel.hearings.every(({ absent }) => absent.length === 0)).toBe(true);
    expect(new Date(panel.hearings[0]!.startsAt!).toISOString()).toMatch(/2022-03-31T(07|12):00/);
  }
  expect(await panels(jurors[0]!, (await stageDetail(coordinator, on.id))!)).toEqual([]);
});
