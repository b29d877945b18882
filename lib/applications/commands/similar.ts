import type { Verdict } from '@/lib/applications/similar';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { isCoordinator, personId, type Viewer } from '@/lib/viewer';

/**
 * Says of a resembling project that it is the same, that it is not, or leaves it open again. Between two files it
 * holds on both sides, and later comparisons never undo it.
 */
export async function judgeSimilar(
  viewer: Viewer,
  { similarId, verdict }: { similarId: string; verdict: Verdict },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found'>> {
  if (!isCoordinator(viewer) || viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const pair = await tx.similarProject.findFirst({
      where: { id: similarId, application: { state: { not: 'draft' } } },
      select: { id: true, applicationId: true, kind: true, otherId: true, score: true, verdict: true },
    });
    if (!pair) return refuse('not_found');
    const said = verdict === 'undecided' ? null : verdict;
    if (pair.verdict === said) return ok({ id: pair.applicationId });
    const judged = said
      ? { verdict: said, byId: personId(viewer), judgedAt: clock() }
      : { verdict: null, byId: null, judgedAt: null };
    await tx.similarProject.update({ where: { id: pair.id }, data: judged });
    if (pair.kind === 'application') {
      const mirror = { applicationId: pair.otherId, kind: 'application', otherId: pair.applicationId };
      await tx.similarProject.upsert({
        where: { applicationId_kind_otherId: mirror },
        create: { ...mirror, score: pair.score, ...judged },
        update: judged,
      });
    }
    const name =
      verdict === 'same'
        ? 'application.likened'
        : verdict === 'different'
          ? 'application.told_apart'
          : 'application.comparison_reopened';
    const subject = { kind: 'application', id: pair.applicationId };
    await record(tx, viewer, name, subject, { [pair.kind]: pair.otherId });
    return ok({ id: pair.applicationId });
  });
}

/** Asks for a new comparison: challenges and files have come since. */
export async function compareAgain(
  viewer: Viewer,
  { applicationId }: { applicationId: string },
): Promise<Result<{ id: string }, 'not_found'>> {
  if (!isCoordinator(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    const { count } = await tx.application.updateMany({
      where: { id: applicationId, state: { not: 'draft' } },
      data: { comparedAt: null },
    });
    if (count === 0) return refuse('not_found');
    await record(tx, viewer, 'application.comparison_asked', { kind: 'application', id: applicationId });
    return ok({ id: applicationId });
  });
}
