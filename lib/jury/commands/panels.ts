import { type Tx, transaction } from '@/lib/db';
import { conflictsBetween } from '@/lib/jury/commands/assign';
import { orderHearings } from '@/lib/jury/hearing-order';
import { composePanels, type PanelsAnswer, recomposePanels } from '@/lib/jury/panels';
import { runsJury } from '@/lib/jury/policy';
import { standingPanels } from '@/lib/jury/queries/panels';
import { panelsProblem } from '@/lib/jury/queries/problem';
import { type StageDetail, stageDetail } from '@/lib/jury/queries/stages';
import { teamsOf } from '@/lib/jury/queries/timetable';
import { hearingTimes } from '@/lib/jury/rhythm';
import type { Session } from '@/lib/jury/timetable';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

type SolveRefusal = 'not_allowed' | 'unknown_stage' | 'no_juror' | 'no_file';

/** Composes panels exactly and keeps the answer; when panels stand already, it changes as little as it can. */
export async function solvePanels(viewer: Viewer, stageId: string): Promise<Result<{ id: string }, SolveRefusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const stage = await stageDetail(viewer, stageId);
  const problem = stage && (await panelsProblem(viewer, stage));
  if (!stage || !problem) return refuse('unknown_stage');
  if (problem.jurors.length === 0) return refuse('no_juror');
  if (problem.proposals.length === 0) return refuse('no_file');
  const standing = await standingPanels(viewer, stage);
  const answer = standing.length ? await recomposePanels(problem, standing) : await composePanels(problem);
  return transaction(async (tx) => {
    const solution = await tx.solution.create({
      data: {
        stageId,
        kind: 'panels',
        problem: problem as object,
        answer: answer as object,
        status: answer.status,
        byId: personId(viewer),
      },
      select: { id: true },
    });
    const { status, objective, bound } = answer;
    await record(
      tx,
      viewer,
      'panels.solved',
      { kind: 'stage', id: stageId },
      { solution: solution.id, status, objective, bound },
    );
    return ok(solution);
  });
}

/** Seats the panels of a solution and sets the hour of every hearing. Grids already filled are never thrown away. */
export async function applyPanels(
  viewer: Viewer,
  input: { stageId: string; solutionId: string },
  now: Date,
): Promise<Result<{ panels: number }, 'not_allowed' | 'unknown_solution' | 'conflict' | 'grids_filled'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const stage = await stageDetail(viewer, input.stageId);
  if (!stage) return refuse('unknown_solution');
  const teams = await teamsOf(viewer, stage.callId);
  return transaction(async (tx) => {
    const solution = await tx.solution.findFirst({
      where: { id: input.solutionId, stageId: input.stageId, kind: 'panels' },
      select: { answer: true },
    });
    if (!solution) return refuse('unknown_solution');
    const { panels } = solution.answer as unknown as PanelsAnswer;
    const wrong = await conflictInside(viewer, tx, panels);
    if (wrong) return wrong;
    const filled = await tx.hearing.count({ where: { stageId: input.stageId, version: { gt: 1 } } });
    if (filled > 0) return refuse('grids_filled', { count: filled });
    const before = await standingSeats(tx, input.stageId);
    await tx.panel.deleteMany({ where: { stageId: input.stageId } });
    for (const [position, panel] of inOrder(stage, panels, teams).entries()) {
      const at = before.findIndex(({ slots }) => (slots[0] ?? '') === (dated(panel.halfDay) ? panel.halfDay : ''));
      await seat(tx, stage, { ...panel, position }, at < 0 ? undefined : before.splice(at, 1)[0]);
    }
    await tx.solution.update({ where: { id: input.solutionId }, data: { appliedAt: now } });
    await record(
      tx,
      viewer,
      'panels.seated',
      { kind: 'stage', id: input.stageId },
      { solution: input.solutionId, panels: panels.length },
    );
    return ok({ panels: panels.length });
  });
}

/** The hearings of each half-day in an order where nobody who follows two files is in two rooms; as given when there is none. */
function inOrder(stage: StageDetail, panels: PanelsAnswer['panels'], teams: Map<string, string[]>) {
  const { rhythm, morning, afternoon } = stage.settings;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const sessions = panels.map(
    ({ halfDay, jurors, proposals }, at): Session => ({
      panel: String(at),
      date: halfDay.slice(0, 10),
      start: minutes(halfDay.endsWith('pm') ? afternoon : morning),
      end: 24 * 60,
      place: '',
      jurors,
      hearings: proposals.map((proposal) => ({ proposal, team: teams.get(proposal) ?? [] })),
    }),
  );
  const ordered = orderHearings(sessions, rhythm).sessions;
  return panels.map((panel, at) => ({ ...panel, proposals: ordered[at]!.hearings.map(({ proposal }) => proposal) }));
}

async function conflictInside(viewer: Viewer, tx: Tx, panels: PanelsAnswer['panels']) {
  for (const panel of panels) {
    const [first] = await conflictsBetween(viewer, tx, panel.jurors, panel.proposals);
    if (!first) continue;
    const [juror, file] = await Promise.all([
      tx.person.findUnique({ where: { id: first.person_id }, select: { name: true } }),
      tx.application.findUnique({ where: { id: first.application_id }, select: { title: true } }),
    ]);
    return refuse('conflict', { kind: first.kind, juror: juror?.name ?? '', file: file?.title ?? '' });
  }
  return null;
}

const dated = (halfDay: string) => /^\d{4}/.test(halfDay);

/** What was chosen for the panels that sat before: rooms, links, pens and who was called stay when panels are solved again. */
const standingSeats = (tx: Tx, stageId: string) =>
  tx.panel.findMany({
    where: { stageId },
    orderBy: { position: 'asc' },
    select: {
      room: true,
      link: true,
      slots: true,
      rapporteurId: true,
      members: { select: { personId: true, present: true, calledAt: true } },
    },
  });
type Before = Awaited<ReturnType<typeof standingSeats>>[number];

async function seat(
  tx: Tx,
  stage: StageDetail,
  panel: PanelsAnswer['panels'][number] & { position: number },
  before: Before | undefined,
): Promise<void> {
  const { position, halfDay, jurors, proposals } = panel;
  const called = new Map(before?.members.map((member) => [member.personId, member]));
  const pen = before?.rapporteurId && jurors.includes(before.rapporteurId) ? before.rapporteurId : jurors[0];
  const { id } = await tx.panel.create({
    data: {
      stageId: stage.id,
      position,
      name: String(position + 1),
      room: before?.room ?? '',
      link: before?.link ?? '',
      slots: dated(halfDay) ? [halfDay] : [],
      rapporteurId: pen ?? null,
      members: { create: jurors.map((personId) => called.get(personId) ?? { personId }) },
    },
    select: { id: true },
  });
  const times = dated(halfDay) ? hearingTimes(halfDay, proposals.length, stage.settings, stage.timeZone) : [];
  await tx.hearing.createMany({
    data: proposals.map((applicationId, at) => ({
      stageId: stage.id,
      panelId: id,
      applicationId,
      position: at,
      startsAt: times[at]?.from ?? null,
      endsAt: times[at]?.to ?? null,
    })),
  });
}
