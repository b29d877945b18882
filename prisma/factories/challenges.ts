import type { Prisma, Tx } from '@/lib/db';
import { nameKeys, slugify } from '@/lib/people/names';
import { faker, makePerson, makeRole, nextNumber } from '@/prisma/factories/people';
import { makeCohort } from '@/prisma/factories/programme';

/** A published challenge, of a cohort of its own unless one is given. */
export async function makeChallenge(tx: Tx, given: Partial<Prisma.ChallengeUncheckedCreateInput> = {}) {
  const title = given.title ?? `Défi ${faker.location.city()} ${nextNumber()}`;
  return tx.challenge.create({
    data: {
      title,
      slug: `${slugify(title)}-${nextNumber()}`,
      nameKeys: nameKeys(title),
      tagline: faker.lorem.sentence(),
      body: `## Le problème\n\n${faker.lorem.paragraph()}`,
      published: true,
      ...given,
      cohortId: given.cohortId ?? (await makeCohort(tx)).id,
    },
  });
}

/** A seat; with `fellow`, someone sits on it and holds the role, recruited or not. */
export async function makePosition(
  tx: Tx,
  challenge: { id: string; cohortId: string },
  given: Partial<Prisma.PositionUncheckedCreateInput> & { fellow?: boolean } = {},
) {
  const { fellow, ...fields } = given;
  const person = fellow ? await makePerson(tx, { visibility: 'public' }) : null;
  if (person) await makeRole(tx, person.id, 'fellow', { cohortId: challenge.cohortId, challengeId: challenge.id });
  return tx.position.create({
    data: { challengeId: challenge.id, profile: 'developer', fellowId: person?.id, ...fields },
  });
}
