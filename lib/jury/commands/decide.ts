import { type ApplicationState, mayMove } from '@/lib/applications/states';
import { transaction } from '@/lib/db';
import type { DecisionInput } from '@/lib/jury/decision-input';
import { jurorIdOf, runsJury } from '@/lib/jury/policy';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** Decides on a file, with a reason. Unseen by its applicant until results are published; reversible until then. */
export async function decide(
  viewer: Viewer,
  input: DecisionInput,
): Promise<
  Result<
    null,
    'not_allowed' | 'unknown_file' | 'impossible_move' | 'decided_meanwhile' | 'already_published' | 'has_challenge'
  >
> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const before = input.before as ApplicationState;
  return transaction(async (tx) => {
    const file = await tx.application.findFirst({
      where: { id: input.applicationId, call: { stages: { some: { id: input.stageId } } } },
      select: {
        state: true,
        callId: true,
        challenge: { select: { id: true } },
        call: { select: { resultsPublishedAt: true } },
      },
    });
    if (!file) return refuse('unknown_file');
    if (file.call.resultsPublishedAt) return refuse('already_published');
    if (file.state !== before) return refuse('decided_meanwhile');
    if (before === 'selected' && input.after !== 'selected' && file.challenge) return refuse('has_challenge');
    if (before !== input.after && !mayMove(before, input.after)) return refuse('impossible_move');
    const { count } = await tx.application.updateMany({
      where: { id: input.applicationId, state: before },
      data: { state: input.after },
    });
    if (count === 0) return refuse('decided_meanwhile');
    await tx.decision.create({
      data: {
        applicationId: input.applicationId,
        before,
        after: input.after,
        reason: input.reason,
        byId: jurorIdOf(viewer),
      },
    });
    await record(
      tx,
      viewer,
      `application.${input.after}`,
      { kind: 'application', id: input.applicationId },
      {
        stage: input.stageId,
        before,
        after: input.after,
      },
    );
    return ok(null);
  });
}
