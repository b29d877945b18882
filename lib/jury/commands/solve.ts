import { transaction } from '@/lib/db';
import { assign, reassign } from '@/lib/jury/assignment';
import type { Answer } from '@/lib/jury/assignment-answer';
import { type Pair, wrongPair } from '@/lib/jury/commands/assign';
import { jurorIdOf, runsJury } from '@/lib/jury/policy';
import { readingsProblem } from '@/lib/jury/queries/problem';
import { stageDetail } from '@/lib/jury/queries/stages';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

/**
 * Solves the readings of a stage exactly and keeps the answer with its certificate; nothing is given out yet. When pairs
 * stand already, as many of them as possible stay (a juror missing at nine o'clock changes as little as it can).
 */
export async function solveReadings(
  viewer: Viewer,
  stageId: string,
): Promise<Result<{ id: string }, 'not_allowed' | 'unknown_stage' | 'no_juror' | 'no_file'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const stage = await stageDetail(viewer, stageId);
  const asked = stage && (await readingsProblem(viewer, stage));
  if (!stage || !asked) return refuse('unknown_stage');
  if (asked.problem.jurors.length === 0) return refuse('no_juror');
  if (asked.problem.proposals.length === 0) return refuse('no_file');
  const answer = asked.standing.length ? await reassign(asked.problem, asked.standing) : await assign(asked.problem);
  return transaction(async (tx) => {
    const solution = await tx.solution.create({
      data: {
        stageId,
        kind: 'readings',
        problem: asked.problem as object,
        answer: answer as object,
        status: answer.status,
        byId: personId(viewer),
      },
      select: { id: true },
    });
    const { status, objective, bound, pairs } = answer;
    await record(
      tx,
      viewer,
      'assignment.solved',
      { kind: 'stage', id: stageId },
      {
        solution: solution.id,
        status,
        objective,
        bound,
        pairs: pairs.length,
      },
    );
    return ok(solution);
  });
}

/** Gives the files as a solution says. What was begun, and what a coordinator chose by hand, stays. */
export async function applyReadings(
  viewer: Viewer,
  input: { stageId: string; solutionId: string },
  now: Date,
): Promise<
  Result<
    { given: number; takenBack: number },
    'not_allowed' | 'unknown_solution' | 'unknown_stage' | 'unknown_juror' | 'unknown_file' | 'conflict'
  >
> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const solution = await tx.solution.findFirst({
      where: { id: input.solutionId, stageId: input.stageId, kind: 'readings' },
      select: { answer: true, stage: { select: { callId: true } } },
    });
    if (!solution) return refuse('unknown_solution');
    const answer = solution.answer as unknown as Answer;
    const pairs = answer.pairs.map(([jurorId, applicationId]): Pair => ({ jurorId, applicationId }));
    // Solved an hour ago, a conflict declared since: asked again before anything is given.
    const wrong = await wrongPair(viewer, tx, solution.stage.callId, pairs);
    if (wrong) return wrong;
    const wanted = new Set(answer.pairs.map(([juror, file]) => `${juror} ${file}`));
    const standing = await tx.reviewAssignment.findMany({
      where: { stageId: input.stageId, pinned: false, review: null },
      select: { id: true, jurorId: true, applicationId: true },
    });
    const gone = standing.filter((one) => !wanted.has(`${one.jurorId} ${one.applicationId}`)).map(({ id }) => id);
    await tx.reviewAssignment.deleteMany({ where: { id: { in: gone } } });
    const { count } = await tx.reviewAssignment.createMany({
      data: pairs.map((pair) => ({ ...pair, stageId: input.stageId })),
      skipDuplicates: true,
    });
    await tx.solution.update({ where: { id: input.solutionId }, data: { appliedAt: now } });
    await record(
      tx,
      viewer,
      'assignment.applied',
      { kind: 'stage', id: input.stageId },
      {
        solution: input.solutionId,
        given: count,
        takenBack: gone.length,
        by: jurorIdOf(viewer),
      },
    );
    return ok({ given: count, takenBack: gone.length });
  });
}

/** "Never this file to this juror", "never these two together": asked of every later solution. */
export async function addRule(
  viewer: Viewer,
  input: {
    stageId: string;
    kind: 'forbidden' | 'apart';
    jurorId: string;
    applicationId?: string;
    otherId?: string;
    reason: string;
  },
): Promise<Result<null, 'not_allowed' | 'rule_incomplete'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const target = input.kind === 'forbidden' ? input.applicationId : input.otherId;
  if (!target || target === input.jurorId) return refuse('rule_incomplete');
  return transaction(async (tx) => {
    const rule = await tx.pairRule.create({
      data: {
        stageId: input.stageId,
        kind: input.kind,
        jurorId: input.jurorId,
        reason: input.reason,
        applicationId: input.kind === 'forbidden' ? target : null,
        otherId: input.kind === 'apart' ? target : null,
      },
      select: { id: true },
    });
    await record(
      tx,
      viewer,
      'pair_rule.added',
      { kind: 'stage', id: input.stageId },
      { rule: rule.id, kind: input.kind },
    );
    return ok(null);
  });
}

export async function removeRule(
  viewer: Viewer,
  input: { stageId: string; ruleId: string },
): Promise<Result<null, 'not_allowed' | 'rule_incomplete'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const { count } = await tx.pairRule.deleteMany({ where: { id: input.ruleId, stageId: input.stageId } });
    if (count === 0) return refuse('rule_incomplete');
    await record(tx, viewer, 'pair_rule.removed', { kind: 'stage', id: input.stageId }, { rule: input.ruleId });
    return ok(null);
  });
}
