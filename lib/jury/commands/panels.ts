import { type Tx, transaction } from '@/lib/db';
import { conflictsBetween } from '@/lib/jury/commands/assign';
import { composePanels, type PanelsAnswer, recomposePanels } from '@/lib/jury/panels';
import { runsJury } from '@/lib/jury/policy';
import { standingPanels } from '@/lib/jury/queries/panels';
import { panelsProblem } from '@/lib/jury/queries/problem';
import { type StageDetail, stageDetail } from '@/lib/jury/queries/stages';
import { hearingTimes } from '@/lib/jury/rhythm';
import { readSettings } from '@/lib/jury/stage-input';
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
    await tx.panel.deleteMany({ where: { stageId: input.stageId } });
    for (const [position, panel] of panels.entries()) await seat(tx, stage, panel, position);
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

async function seat(
  tx: Tx,
  stage: StageDetail,
  panel: PanelsAnswer['panels'][number],
  position: number,
): Promise<void> {
  const dated = /^\d{4}/.test(panel.halfDay);
  const { id } = await tx.panel.create({
    data: {
      stageId: stage.id,
      position,
      name: String(position + 1),
      slots: dated ? [panel.halfDay] : [],
      rapporteurId: panel.jurors[0] ?? null,
      members: { create: panel.jurors.map((personId) => ({ personId })) },
    },
    select: { id: true },
  });
  const times = dated
    ? hearingTimes(panel.halfDay, panel.proposals.length, readSettings(stage.settings), stage.timeZone)
    : [];
  await tx.hearing.createMany({
    data: panel.proposals.map((applicationId, at) => ({
      stageId: stage.id,
      panelId: id,
      applicationId,
      position: at,
      startsAt: times[at]?.from ?? null,
      endsAt: times[at]?.to ?? null,
    })),
  });
}
