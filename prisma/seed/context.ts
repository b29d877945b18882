import { Faker, fr } from '@faker-js/faker';
import type { Tx } from '@/lib/db';
import { nameKeys, slugify } from '@/lib/people/names';

/** Everything the moments of the demo share. Days are counted from the day of loading, so the demo never grows old. */
export type Seed = {
  tx: Tx;
  faker: Faker;
  /** Midnight UTC of the day of loading. */
  today: Date;
  organisations: Record<string, string>;
  cohorts: Record<string, string>;
  people: Record<string, string>;
};

export function newSeed(tx: Tx, now: Date): Seed {
  const faker = new Faker({ locale: [fr] });
  faker.seed(2026);
  const today = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  return { tx, faker, today, organisations: {}, cohorts: {}, people: {} };
}

export const day = (seed: Seed, offset: number, hour = 0, minute = 0): Date =>
  new Date(seed.today.getTime() + offset * 86_400_000 + (hour * 60 + minute) * 60_000);

export type NewPerson = {
  key?: string;
  name?: string;
  email?: string | null;
  headline?: string;
  bio?: string;
  skills?: string[];
  demoRole?: string;
  visibility?: 'public' | 'members' | 'private';
  organisation?: string;
  locale?: 'fr' | 'en';
};

const taken = new Set<string>();

/** A person with an invented name; `demoRole` puts the account in the demo's cast. */
export async function addPerson(seed: Seed, given: NewPerson): Promise<string> {
  const { tx, faker } = seed;
  const name = given.name ?? `${faker.person.firstName()} ${faker.person.lastName()}`;
  let slug = slugify(name);
  for (let number = 2; taken.has(slug); number++) slug = `${slugify(name)}-${number}`;
  taken.add(slug);
  const person = await tx.person.create({
    data: {
      name,
      slug,
      email: given.email === undefined ? `${slug}@demo.invalid` : given.email,
      headline: given.headline ?? '',
      bio: given.bio ?? '',
      skills: given.skills ?? [],
      visibility: given.visibility ?? 'private',
      locale: given.locale ?? 'fr',
      nameKeys: nameKeys(name),
      extra: given.demoRole ? { demoRole: given.demoRole } : {},
    },
    select: { id: true },
  });
  if (given.organisation) {
    await tx.affiliation.create({
      data: { personId: person.id, organisationId: idOf(seed.organisations, given.organisation) },
    });
  }
  if (given.key) seed.people[given.key] = person.id;
  return person.id;
}

export function idOf(ids: Record<string, string>, key: string): string {
  const id = ids[key];
  if (!id) throw new Error(`the demo has no "${key}"`);
  return id;
}
