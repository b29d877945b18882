import { nameKeys } from '@/lib/people/names';
import { addPerson, day, idOf, type Seed } from '@/prisma/seed/context';
import { ORGANISATIONS } from '@/prisma/seed/organisations';

export async function seedOrganisations(seed: Seed): Promise<void> {
  for (const [slug, name, acronym, kind, parent, domain] of ORGANISATIONS) {
    const { id } = await seed.tx.organisation.create({
      data: {
        slug,
        name,
        acronym,
        kind,
        parentId: parent ? idOf(seed.organisations, parent) : null,
        mailDomains: domain ? [domain] : [],
        nameKeys: nameKeys(name, acronym ? [acronym] : []),
      },
      select: { id: true },
    });
    seed.organisations[slug] = id;
  }
}

const flat = { coFunding: { kind: 'flat', amountCents: 2_000_000 }, durationMonths: 10, fellowsMin: 2, fellowsMax: 3 };
const months = (count: number) => ({ coFunding: { kind: 'months', months: count }, durationMonths: 10 });

/** Past, running, before its jury, with its call open: [number, position, starts in days, settings, summary]. */
const COHORTS: [string, number, number, object, string][] = [
  [
    '3',
    3,
    -1_700,
    { coFunding: { kind: 'share', percent: 70 } },
    'La promotion qui a vu naître l’accompagnement par les pairs.',
  ],
  ['4', 4, -1_300, months(4), 'Une promotion à distance, devenue l’une des plus solidaires.'],
  ['5', 5, -700, months(3), 'Des défis plus proches du terrain, et des équipes à trois.'],
  ['6', 6, -70, flat, 'En cours : six équipes sont arrivées il y a dix semaines.'],
  ['7', 7, 160, flat, 'Les projets reçus sont devant le jury.'],
  ['8', 8, 520, flat, 'L’appel à projets est ouvert.'],
];

export async function seedCohorts(seed: Seed): Promise<void> {
  for (const [number, position, starts, settings, summary] of COHORTS) {
    const startsOn = day(seed, starts);
    const { id } = await seed.tx.cohort.create({
      data: {
        slug: `promotion-${number}`,
        number,
        name: `Promotion ${number}`,
        position,
        year: startsOn.getUTCFullYear(),
        startsOn,
        endsOn: day(seed, starts + 304),
        colour: position % 6,
        settings,
        summary,
      },
      select: { id: true },
    });
    seed.cohorts[number] = id;
  }
}

export async function seedTeam(seed: Seed): Promise<void> {
  const team = [
    {
      key: 'coordinator',
      name: 'Camille Deschamps',
      demoRole: 'coordinator',
      headline: 'Coordonne les promotions, de l’appel à projets à la restitution.',
    },
    { key: 'director', name: 'Élodie Marchand-Lefèvre', demoRole: 'director', headline: 'Dirige le programme.' },
    {
      key: 'communication',
      name: 'Yanis Berthelot',
      demoRole: 'communication',
      headline: 'Publie les résultats et raconte les défis.',
    },
  ];
  for (const { demoRole, ...person } of team) {
    const personId = await addPerson(seed, { ...person, demoRole, organisation: 'dinum', visibility: 'public' });
    await seed.tx.roleAssignment.create({ data: { personId, kind: demoRole as 'coordinator' } });
  }
  const coach = await addPerson(seed, {
    key: 'coach',
    name: 'Nour Benali',
    demoRole: 'coach',
    headline: 'EIG de la promotion 5, accompagne aujourd’hui les équipes de la promotion 6.',
    organisation: 'dinum',
    visibility: 'public',
  });
  await seed.tx.roleAssignment.create({ data: { personId: coach, kind: 'coach', cohortId: idOf(seed.cohorts, '6') } });
}
