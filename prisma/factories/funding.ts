import type { Prisma, Tx } from '@/lib/db';

/** A stored funding line of a challenge. */
export async function makeFundingLine(
  tx: Tx,
  challengeId: string,
  given: Partial<Prisma.FundingLineUncheckedCreateInput> = {},
) {
  return tx.fundingLine.create({ data: { rule: 'flat', amountCents: 2_000_000, ...given, challengeId } });
}
