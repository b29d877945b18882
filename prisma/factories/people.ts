import { Faker, fr } from '@faker-js/faker';
import type { Prisma, Tx } from '@/lib/db';
import { nameKeys, slugify } from '@/lib/people/names';
import type { PersonViewer, RoleKind } from '@/lib/viewer';

/** One source of chance for every factory: the same rows run after run. */
export const faker = new Faker({ locale: [fr] });
faker.seed(1);

let number = 0;
export const nextNumber = (): number => ++number;

/** A person with an invented name; everything can be given instead. */
export async function makePerson(tx: Tx, given: Partial<Prisma.PersonUncheckedCreateInput> = {}) {
  const name = given.name ?? `${faker.person.firstName()} ${faker.person.lastName()}`;
  const slug = `${slugify(name)}-${nextNumber()}`;
  return tx.person.create({
    data: { name, slug, email: `${slug}@exemple.invalid`, nameKeys: nameKeys(name), ...given },
  });
}

export async function makeOrganisation(tx: Tx, given: Partial<Prisma.OrganisationUncheckedCreateInput> = {}) {
  const name = given.name ?? `Direction ${faker.location.city()} ${nextNumber()}`;
  return tx.organisation.create({
    data: { name, slug: `${slugify(name)}-${nextNumber()}`, nameKeys: nameKeys(name), ...given },
  });
}

/** A role of a person, of the whole programme unless a cohort or a challenge is named. */
export async function makeRole(
  tx: Tx,
  personId: string,
  kind: RoleKind,
  at: { cohortId?: string; challengeId?: string; from?: Date; to?: Date } = {},
) {
  return tx.roleAssignment.create({ data: { personId, kind, ...at } });
}

/** The viewer that a person is, with the roles given: what a session would make. */
export function viewerOf(
  person: { id: string; name: string; email: string | null },
  roles: PersonViewer['roles'] = [],
  organisationIds: string[] = [],
): PersonViewer {
  return {
    kind: 'person',
    id: person.id,
    name: person.name,
    email: person.email ?? '',
    locale: 'fr',
    theme: 'system',
    roles,
    organisationIds,
  };
}

/** Someone with a role of the whole programme, as a viewer: `await makeViewer(db, 'coordinator')`. */
export async function makeViewer(
  tx: Tx,
  kind?: RoleKind,
  at: { cohortId?: string; challengeId?: string } = {},
): Promise<PersonViewer> {
  const person = await makePerson(tx);
  if (!kind) return viewerOf(person);
  await makeRole(tx, person.id, kind, at);
  return viewerOf(person, [{ kind, cohortId: at.cohortId ?? null, challengeId: at.challengeId ?? null }]);
}
