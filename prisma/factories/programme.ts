import type { Prisma, Tx } from '@/lib/db';
import { slugify } from '@/lib/people/names';
import { nextNumber } from '@/prisma/factories/people';

/** A published cohort with the rules of cohort 6: flat 20,000 € for each recruited fellow. */
export async function makeCohort(tx: Tx, given: Partial<Prisma.CohortUncheckedCreateInput> = {}) {
  const position = nextNumber();
  const number = given.number ?? `t${position}`;
  const name = given.name ?? `Promotion ${number}`;
  return tx.cohort.create({
    data: {
      number,
      name,
      slug: slugify(name),
      position,
      year: 2022,
      colour: position,
      settings: { coFunding: { kind: 'flat', amountCents: 2_000_000 } },
      ...given,
    },
  });
}
