import { READABLE_BY_JURY } from '@/lib/applications/states';
import { type Tx, transaction } from '@/lib/db';
import { runsJury } from '@/lib/jury/policy';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

export type Pair = { jurorId: string; applicationId: string };
export type AssignRefusal = 'not_allowed' | 'unknown_stage' | 'unknown_juror' | 'unknown_file' | 'conflict';

/** Every conflict between these people and these files, as jury_conflicts() finds them. */
export async function conflictsBetween(_viewer: Viewer, tx: Tx, jurors: string[], files: string[]) {
  return tx.$queryRaw<{ person_id: string; application_id: string; kind: string }[]>`
    SELECT person_id, application_id, kind FROM jury_conflicts(${jurors}::uuid[], ${files}::uuid[])`;
}

/**
 * Gives files to jurors. One pair in conflict refuses the whole, with who, which file and why: an assignment that looks
 * done and is not would be worse. Pairs already given stay as they are.
 */
export async function giveFiles(
  viewer: Viewer,
  input: { stageId: string; pairs: Pair[]; pinned?: boolean },
): Promise<Result<{ given: number }, AssignRefusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const stage = await tx.stage.findUnique({ where: { id: input.stageId }, select: { callId: true } });
    if (!stage) return refuse('unknown_stage');
    const wrong = await wrongPair(viewer, tx, stage.callId, input.pairs);
    if (wrong) return wrong;
    const { count } = await tx.reviewAssignment.createMany({
      data: input.pairs.map((pair) => ({ ...pair, stageId: input.stageId, pinned: input.pinned ?? true })),
      skipDuplicates: true,
    });
    await record(
      tx,
      viewer,
      'files.given',
      { kind: 'stage', id: input.stageId },
      {
        pairs: input.pairs.slice(0, 1000).map(({ jurorId, applicationId }) => [jurorId, applicationId]),
      },
    );
    return ok({ given: count });
  });
}

/** The first reason why these pairs cannot be made, or null. */
export async function wrongPair(viewer: Viewer, tx: Tx, callId: string, pairs: readonly Pair[]) {
  const jurors = [...new Set(pairs.map((pair) => pair.jurorId))];
  const files = [...new Set(pairs.map((pair) => pair.applicationId))];
  const seats = await tx.juror.findMany({
    where: { callId, personId: { in: jurors }, state: { in: ['invited', 'accepted'] } },
    select: { personId: true, person: { select: { name: true } } },
  });
  if (seats.length < jurors.length) return refuse('unknown_juror');
  const found = await tx.application.findMany({
    where: { id: { in: files }, callId, state: { in: [...READABLE_BY_JURY] } },
    select: { id: true, title: true },
  });
  if (found.length < files.length) return refuse('unknown_file');
  const wanted = new Set(pairs.map(({ jurorId, applicationId }) => `${jurorId} ${applicationId}`));
  const conflicts = await conflictsBetween(viewer, tx, jurors, files);
  const first = conflicts.find((one) => wanted.has(`${one.person_id} ${one.application_id}`));
  if (!first) return null;
  return refuse('conflict', {
    kind: first.kind,
    juror: seats.find(({ personId }) => personId === first.person_id)?.person.name ?? '',
    file: found.find(({ id }) => id === first.application_id)?.title ?? '',
  });
}

/** Takes a file back from a juror who has not sent anything on it; a draft goes with it. */
export async function takeFileBack(
  viewer: Viewer,
  input: { stageId: string } & Pair,
): Promise<Result<null, 'not_allowed' | 'unknown_pair' | 'already_sent'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const where = { stageId: input.stageId, jurorId: input.jurorId, applicationId: input.applicationId };
    const { count } = await tx.reviewAssignment.deleteMany({
      where: { ...where, NOT: { review: { sentAt: { not: null } } } },
    });
    if (count === 0) {
      const there = await tx.reviewAssignment.count({ where });
      return refuse(there ? 'already_sent' : 'unknown_pair');
    }
    await record(
      tx,
      viewer,
      'file.taken_back',
      { kind: 'stage', id: input.stageId },
      { juror: input.jurorId, application: input.applicationId },
    );
    return ok(null);
  });
}
