import type { Eligibility, Entrusting, Examination, Labelling } from '@/lib/applications/examination';
import { APPLICATION_STATES, mayMove } from '@/lib/applications/states';
import { transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { isCoordinator, type Viewer } from '@/lib/viewer';

type Done = { changed: number; left: number };

/**
 * Finds files eligible or not, one or many at once, with one reason. Files whose state no longer allows it are left as
 * they are and counted; unseen by applicants until results are published. Refused once they are.
 */
export async function decideEligibility(
  viewer: Viewer,
  input: Eligibility,
): Promise<Result<Done, 'not_allowed' | 'nothing_to_change'>> {
  if (!isCoordinator(viewer) || viewer.kind !== 'person') return refuse('not_allowed');
  const from = APPLICATION_STATES.filter(
    (state) => state !== input.after && mayMove(state, input.after) && state !== 'draft',
  );
  return transaction(async (tx) => {
    const files = await tx.application.findMany({
      where: { id: { in: input.ids }, state: { in: [...from] }, call: { resultsPublishedAt: null } },
      select: { id: true, state: true },
    });
    let changed = 0;
    for (const file of files) {
      const { count } = await tx.application.updateMany({
        where: { id: file.id, state: file.state },
        data: { state: input.after },
      });
      if (count === 0) continue;
      changed += 1;
      const decision = await tx.decision.create({
        data: { applicationId: file.id, before: file.state, after: input.after, reason: input.reason, byId: viewer.id },
        select: { id: true },
      });
      await record(
        tx,
        viewer,
        `application.found_${input.after}`,
        { kind: 'application', id: file.id },
        { before: file.state, decision: decision.id },
      );
    }
    if (changed === 0) return refuse('nothing_to_change');
    return ok({ changed, left: input.ids.length - changed });
  });
}

/** Gives files to one person of the team to examine, or to nobody. */
export async function entrustFiles(
  viewer: Viewer,
  input: Entrusting,
): Promise<Result<Done, 'not_allowed' | 'unknown_person'>> {
  if (!isCoordinator(viewer)) return refuse('not_allowed');
  const { instructorId } = input;
  return transaction(async (tx) => {
    if (instructorId) {
      const able = await tx.roleAssignment.count({
        where: { personId: instructorId, kind: { in: ['coordinator', 'director', 'coach'] } },
      });
      if (able === 0) return refuse('unknown_person');
    }
    const { count } = await tx.application.updateMany({
      where: { id: { in: input.ids }, state: { not: 'draft' } },
      data: { instructorId },
    });
    for (const id of input.ids)
      await record(tx, viewer, 'application.entrusted', { kind: 'application', id }, { to: instructorId });
    return ok({ changed: count, left: input.ids.length - count });
  });
}

/** Puts a label on files, or takes it off. */
export async function labelFiles(viewer: Viewer, input: Labelling): Promise<Result<Done, 'not_allowed'>> {
  if (!isCoordinator(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const changed = input.remove
      ? await tx.$executeRaw`UPDATE application SET labels = array_remove(labels, ${input.label}) WHERE id = ANY (${input.ids}::uuid[]) AND ${input.label} = ANY (labels)`
      : await tx.$executeRaw`UPDATE application SET labels = labels || ${input.label}::text WHERE id = ANY (${input.ids}::uuid[]) AND state <> 'draft' AND NOT ${input.label} = ANY (labels)`;
    for (const id of input.ids)
      await record(tx, viewer, input.remove ? 'application.unlabelled' : 'application.labelled', {
        kind: 'application',
        id,
      });
    return ok({ changed, left: input.ids.length - changed });
  });
}

/** The board's buttons: each is one of the acts above. */
export function examineFiles(viewer: Viewer, input: Examination) {
  const { ids, intent } = input;
  if (intent === 'entrust')
    return entrustFiles(viewer, { ids, instructorId: input.instructorId === 'none' ? null : input.instructorId });
  if (intent === 'label' || intent === 'unlabel')
    return labelFiles(viewer, { ids, label: input.label, remove: intent === 'unlabel' });
  return decideEligibility(viewer, { ids, after: intent, reason: input.reason });
}
