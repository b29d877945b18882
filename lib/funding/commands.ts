import { transaction } from '@/lib/db';
import { mayManageFunding } from '@/lib/funding/policy';
import { cohortFunding } from '@/lib/funding/queries';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/**
 * Writes down what the cohort's rule gives today, one line a funded seat, in place of the lines before.
 * `seenCents` is the total that was on screen: when seats changed since, nothing is written.
 */
export async function computeFunding(
  viewer: Viewer,
  input: { cohort: string; seenCents: number },
): Promise<Result<{ slug: string }, 'not_found' | 'changed'>> {
  const funding = await cohortFunding(viewer, input.cohort);
  if (!funding || !mayManageFunding(viewer, funding.cohort.id)) return refuse('not_found');
  if (funding.totals.dueCents !== input.seenCents) return refuse('changed');
  const lines = funding.challenges.flatMap((challenge) =>
    challenge.seats
      .filter((seat) => seat.amountCents > 0)
      .map((seat) => ({
        challengeId: challenge.id,
        positionId: seat.positionId,
        rule: seat.rule,
        amountCents: seat.amountCents,
        explanation: { code: seat.code, ...seat.values },
      })),
  );
  return transaction(async (tx) => {
    await tx.fundingLine.deleteMany({
      where: { positionId: { not: null }, challenge: { cohortId: funding.cohort.id } },
    });
    await tx.fundingLine.createMany({ data: lines });
    const data = { lines: lines.length, cents: funding.totals.dueCents, rule: funding.cohort.settings.coFunding.kind };
    await record(tx, viewer, 'funding.computed', { kind: 'cohort', id: funding.cohort.id }, data);
    return ok({ slug: funding.cohort.slug });
  });
}
