import { transaction } from '@/lib/db';
import type { Declaration } from '@/lib/jury/conflict-input';
import { jurorIdOf, openTo, runsJury } from '@/lib/jury/policy';
import { likelyConflictsOf } from '@/lib/jury/queries/likely';
import { stageDetail } from '@/lib/jury/queries/stages';
import { FOUND } from '@/lib/jury/states';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** A juror says they have something to do with a file given to them: from then on it is closed to them. */
export async function declareConflict(viewer: Viewer, input: Declaration): Promise<Result<null, 'not_found'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const [open] = await tx.$queryRawUnsafe<{ application_id: string }[]>(
      `SELECT ra.application_id FROM review_assignment ra JOIN stage s ON s.id = ra.stage_id
       JOIN application a ON a.id = ra.application_id WHERE ra.id = $1::uuid AND ${openTo('$2')}`,
      input.assignmentId,
      jurorIdOf(viewer),
    );
    if (!open) return refuse('not_found');
    const key = { applicationId: open.application_id, personId: viewer.id, kind: input.kind };
    await tx.conflict.upsert({
      where: { applicationId_personId_kind: key },
      create: { ...key, reason: input.reason, state: 'declared' },
      update: { reason: input.reason, state: 'declared' },
    });
    await record(tx, viewer, 'conflict.declared', { kind: 'application', id: key.applicationId }, { kind: input.kind });
    return ok(null);
  });
}

/**
 * A coordinator confirms a conflict, or dismisses it with a reason: only then does the file open to that person.
 * Being the applicant is never dismissed.
 */
export async function judgeConflict(
  viewer: Viewer,
  input: { applicationId: string; personId: string; kind: string; state: 'confirmed' | 'dismissed'; reason: string },
): Promise<Result<null, 'not_allowed' | 'own_file' | 'reason_required' | 'unknown_conflict'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  if (input.kind === 'owner') return refuse('own_file');
  if (input.state === 'dismissed' && !input.reason) return refuse('reason_required');
  return transaction(async (tx) => {
    const key = { applicationId: input.applicationId, personId: input.personId, kind: input.kind };
    const known = await tx.conflict.findUnique({
      where: { applicationId_personId_kind: key },
      select: { reason: true },
    });
    if (!known && !(FOUND as readonly string[]).includes(input.kind)) return refuse('unknown_conflict');
    const data = { state: input.state, reason: input.reason || known?.reason || '', decidedById: jurorIdOf(viewer) };
    await tx.conflict.upsert({
      where: { applicationId_personId_kind: key },
      create: { ...key, ...data },
      update: data,
    });
    await record(
      tx,
      viewer,
      `conflict.${input.state}`,
      { kind: 'application', id: input.applicationId },
      { person: input.personId, kind: input.kind },
    );
    return ok(null);
  });
}

/** Proposes likely conflicts found in the files' own words and in earlier cohorts; known ones stay as they were judged. */
export async function proposeConflicts(
  viewer: Viewer,
  stageId: string,
): Promise<Result<{ proposed: number }, 'not_allowed' | 'unknown_stage'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const stage = await stageDetail(viewer, stageId);
  if (!stage) return refuse('unknown_stage');
  const likely = await likelyConflictsOf(viewer, stage.callId);
  return transaction(async (tx) => {
    const { count } = await tx.conflict.createMany({ data: likely, skipDuplicates: true });
    await record(tx, viewer, 'conflicts.proposed', { kind: 'call', id: stage.callId }, { proposed: count });
    return ok({ proposed: count });
  });
}
