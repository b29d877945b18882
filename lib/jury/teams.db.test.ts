import { beforeAll, expect, test } from 'vitest';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { awaitingReviews } from '@/lib/jury/awaiting';
import { noteAbsence, sayJurorHalfDays } from '@/lib/jury/commands/absence';
import { applyPanels, solvePanels } from '@/lib/jury/commands/panels';
import { changeSettings } from '@/lib/jury/commands/stage';
import { askTeams, sayTeamHalfDays } from '@/lib/jury/commands/teams';
import { panelBreaches } from '@/lib/jury/queries/breaches';
import { panels } from '@/lib/jury/queries/panels';
import { anchorCandidates, panelsProblem } from '@/lib/jury/queries/problem';
import { stageDetail } from '@/lib/jury/queries/stages';
import { askedHalfDays, teamRows } from '@/lib/jury/queries/teams';
import type { PersonViewer } from '@/lib/viewer';
import { file, juror, person, stage } from '@/prisma/factories/jury';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const clock = clockAt('2026-03-01T10:00:00Z');
const [AM, PM] = ['2026-03-24-am', '2026-03-24-pm'] as const;
let coordinator: PersonViewer;
beforeAll(async () => {
  coordinator = await person(db, { roles: ['coordinator'] });
});

async function scene(settings: object = {}) {
  const on = await stage(db, { settings: { halfDays: [AM, PM], panels: 2, panelMin: 2, panelMax: 2, ...settings } });
  for (let at = 0; at < 4; at++) await juror(db, on);
  const owner = await person(db);
  const files: string[] = [];
  for (const title of ['Ancre', 'Balise', 'Cap', 'Digue'])
    files.push(await file(db, on, { title, ...(title === 'Ancre' ? { ownerId: owner.id } : {}) }));
  return { on, files, owner };
}
const detail = async (id: string) => (await stageDetail(coordinator, id))!;

test('a team is asked, answers for its own file only, and the panels keep to it', async () => {
  const { on, files, owner } = await scene();
  const [mine, other] = files as [string, string];
  const said = { stageId: on.id, applicationId: mine, available: [PM] };
  expect(await askedHalfDays(owner, mine)).toBeNull();
  expect(await sayTeamHalfDays(owner, said, clock)).toMatchObject({ ok: false, reason: 'not_found' });

  const reader = await person(db);
  await db.applicationMember.create({ data: { applicationId: mine, email: reader.email!, right: 'view' } });
  expect(await askTeams(coordinator, on.id, clock)).toMatchObject({ ok: true });
  // Whoever was invited to read the file is not asked, and does not answer for its authors.
  expect(await db.outboxMessage.count({ where: { to: reader.email! } })).toBe(0);
  expect(await askedHalfDays(reader, mine)).toBeNull();
  expect(await sayTeamHalfDays(reader, said, clock)).toMatchObject({ reason: 'not_found' });
  const mail = await db.outboxMessage.findFirst({ where: { template: 'hearing-half-days', to: owner.email! } });
  expect(mail!.text).toContain('mar. 24 mars, après-midi');
  expect(mail!.text).toContain(`/my-applications/${mine}/hearing`);
  expect((await awaitingReviews(owner, clock)).map(({ words }) => words)).toEqual(['sayHalfDays']);
  expect(await askedHalfDays(owner, mine)).toMatchObject({ halfDays: [AM, PM], available: null });
  expect(await askedHalfDays(owner, other)).toBeNull();
  expect(await sayTeamHalfDays(owner, { ...said, applicationId: other }, clock)).toMatchObject({ reason: 'not_found' });
  expect(await sayTeamHalfDays(owner, { ...said, available: ['2026-04-01-am'] }, clock)).toMatchObject({
    reason: 'half_day_unknown',
  });
  expect(await sayTeamHalfDays(owner, said, clock)).toMatchObject({ ok: true });
  expect(await awaitingReviews(owner, clock)).toEqual([]);
  // The coordination says it for another team; the last word stands, and who said it shows.
  await sayTeamHalfDays(coordinator, { ...said, applicationId: other, available: [AM] }, clock);
  expect(
    (await teamRows(coordinator, await detail(on.id))).slice(0, 2).map((row) => [row.available, row.byTeam]),
  ).toEqual([
    [[PM], true],
    [[AM], false],
  ]);
  expect(await teamRows(owner, await detail(on.id))).toEqual([]);

  const solved = await solvePanels(coordinator, on.id);
  if (!solved.ok) throw new Error(solved.reason);
  await applyPanels(coordinator, { stageId: on.id, solutionId: solved.value.id }, clock());
  const slotOf = async (id: string) =>
    (await panels(coordinator, await detail(on.id))).find(({ hearings }) =>
      hearings.some(({ applicationId }) => applicationId === id),
    )!.slots[0];
  expect(await slotOf(mine)).toBe(PM);
  expect(await slotOf(other)).toBe(AM);
  // A change of mind is said where the panels stand, before anything is solved again.
  await sayTeamHalfDays(owner, { ...said, available: [AM] }, clock);
  const { breaches } = await panelBreaches(coordinator, await detail(on.id));
  expect(breaches).toEqual([{ kind: 'team_away', proposal: mine, panel: expect.any(Number) }]);
});

test('asking twice writes only to the silent, and one half-day at least must be offered', async () => {
  const { on, files, owner } = await scene();
  const [mine] = files as [string];
  const first = await askTeams(coordinator, on.id, clock);
  await sayTeamHalfDays(owner, { stageId: on.id, applicationId: mine, available: [] }, clock);
  const again = await askTeams(coordinator, on.id, clockAt('2026-03-02T10:00:00Z'));
  if (!first.ok || !again.ok) throw new Error('refused');
  expect(first.value.mails - again.value.mails).toBe(1);
  await changeSettings(coordinator, { stageId: on.id, settings: { halfDays: [] } });
  expect(await askTeams(coordinator, on.id, clock)).toMatchObject({ reason: 'no_half_day' });
});

test('anchor files are those named, then the best placed; a conflict and an absent team put a file last', async () => {
  const { on, files } = await scene({ anchors: 1 });
  const [first, second, third, fourth] = files as [string, string, string, string];
  await sayTeamHalfDays(coordinator, { stageId: on.id, applicationId: first, available: [AM] }, clock);
  const seat = await db.juror.findFirstOrThrow({ where: { callId: on.callId } });
  await db.conflict.create({
    data: { applicationId: second, personId: seat.personId, kind: 'personal', state: 'confirmed' },
  });
  const order = (await anchorCandidates(coordinator, await detail(on.id))).map(({ id }) => id);
  expect(order.slice(2)).toEqual([second, first]);
  const anchorsAsked = async () => (await panelsProblem(coordinator, await detail(on.id)))!.anchors;
  expect(await anchorsAsked()).toEqual([[order[0], 2]]);
  await changeSettings(coordinator, { stageId: on.id, settings: { anchorFiles: [fourth] } });
  expect(await anchorsAsked()).toEqual([[fourth, 2]]);
  const solved = await solvePanels(coordinator, on.id);
  if (!solved.ok) throw new Error(solved.reason);
  const { answer } = await db.solution.findUniqueOrThrow({ where: { id: solved.value.id } });
  expect(answer).toMatchObject({ status: 'optimal', explanation: { comparableParts: 1 } });
  expect([third, fourth]).toContain(order[0]);
});

test('a later stage asks only for the files the pre-selection kept, and keeps those it already has in hand', async () => {
  const { on, files } = await scene();
  const [kept, out, open, heard] = files as [string, string, string, string];
  const asked = async () =>
    (await panelsProblem(coordinator, await detail(on.id)))!.proposals.map(({ id }) => id).sort();
  const seat = await db.juror.findFirstOrThrow({ where: { callId: on.callId } });
  await db.conflict.create({
    data: { applicationId: out, personId: seat.personId, kind: 'personal', state: 'confirmed' },
  });
  await db.application.update({ where: { id: out }, data: { state: 'not_preselected' } });
  expect(await asked()).toEqual([kept, open, heard].sort());
  await db.application.update({ where: { id: kept }, data: { state: 'preselected' } });
  expect(await asked()).toEqual([kept, open, heard].sort());
  await db.stage.update({ where: { id: on.id }, data: { position: 1 } });
  const panel = await db.panel.create({ data: { stageId: on.id, name: '1' } });
  await db.hearing.create({ data: { stageId: on.id, panelId: panel.id, applicationId: heard } });
  expect(await asked()).toEqual([kept, heard].sort());
  expect((await teamRows(coordinator, await detail(on.id))).map(({ applicationId }) => applicationId).sort()).toEqual(
    [kept, heard].sort(),
  );
  expect(await solvePanels(coordinator, on.id)).toMatchObject({ ok: true });
});

test('a juror who will not come loses their files at once and leaves the problem; back, the charter they accepted stands', async () => {
  const { on } = await scene();
  const seats = await db.juror.findMany({ where: { callId: on.callId } });
  const [gone] = seats as [(typeof seats)[number]];
  const among = async () => (await panelsProblem(coordinator, await detail(on.id)))!.jurors.map(({ id }) => id);
  const say = (act: 'absent' | 'back', by = coordinator) =>
    noteAbsence(by, { stageId: on.id, seatId: gone.id, act, note: 'souffrante' }, clock);
  expect(await say('absent', await person(db))).toMatchObject({ reason: 'not_allowed' });
  expect(await say('back')).toMatchObject({ reason: 'seat_unchanged' });
  expect(await say('absent')).toMatchObject({ ok: true });
  expect(await among()).not.toContain(gone.personId);
  expect(await say('absent')).toMatchObject({ reason: 'seat_unchanged' });
  expect(await say('back')).toMatchObject({ ok: true });
  expect(await among()).toContain(gone.personId);
  await sayJurorHalfDays(coordinator, { stageId: on.id, seatId: gone.id, available: [PM] });
  const problem = await panelsProblem(coordinator, await detail(on.id));
  expect(problem!.jurors.find(({ id }) => id === gone.personId)!.available).toEqual([PM]);
  await db.juror.update({ where: { id: gone.id }, data: { state: 'declined', charterAt: null } });
  expect(await say('back')).toMatchObject({ reason: 'charter_required' });
});
