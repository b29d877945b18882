import { nameKeys, slugify } from '@/lib/people/names';
import { addPerson, day, idOf, type Seed } from '@/prisma/seed/context';
import { PAST, type Project, RUNNING } from '@/prisma/seed/projects';

const PROFILES: Record<string, [profile: string, title: string]> = {
  dev: ['developer', 'Développement'],
  design: ['designer', 'Design'],
  datascience: ['dataScientist', 'Science des données'],
  dataengineering: ['dataEngineer', 'Ingénierie des données'],
  geomatique: ['geomatician', 'Géomatique'],
  lawyer: ['lawyer', 'Droit'],
};

function story(project: Project, past: boolean): string {
  return [
    '## Le problème',
    project.problem,
    past ? '## Ce qui a été fait' : '## Ce que l’équipe construit',
    past
      ? 'En dix mois, l’équipe a rencontré les personnes concernées, montré une première version dès la sixième semaine, puis l’a mise entre les mains de trois services. Le code et les méthodes ont été publiés.'
      : 'L’équipe a passé ses premières semaines sur le terrain. Une première version circule déjà auprès d’un petit groupe, qui la corrige chaque vendredi.',
    '## Et ensuite',
    past
      ? 'L’administration maintient l’outil et l’a ouvert à d’autres services.'
      : 'Une démonstration publique est prévue à mi-parcours.',
  ].join('\n\n');
}

const FIGURES = [
  'services utilisateurs',
  'entretiens menés',
  'jeux de données ouverts',
  'minutes gagnées par dossier',
  'personnes formées',
];

async function addChallenge(seed: Seed, number: string, project: Project, past: boolean): Promise<string> {
  const { faker, tx } = seed;
  const cohortId = idOf(seed.cohorts, number);
  const { id } = await tx.challenge.create({
    data: {
      slug: slugify(project.title),
      cohortId,
      title: project.title,
      nameKeys: nameKeys(project.title),
      tagline: project.tagline,
      body: story(project, past),
      hostId: idOf(seed.organisations, project.host),
      towns: [`${project.town[0]} (${project.town[1].slice(0, 2)})`],
      skills: project.skills,
      themes: [project.theme],
      keyFigures: past
        ? faker.helpers
            .arrayElements(FIGURES, 3)
            .map((description) => ({ amount: faker.number.int({ min: 3, max: 1_900 }), description }))
        : [],
      links: past
        ? [{ kind: 'source', title: 'Code source', url: `https://git.exemple.invalid/${slugify(project.title)}` }]
        : [],
      durationMonths: 10,
      published: true,
    },
    select: { id: true },
  });
  await addTeam(seed, { id, cohortId, number, project, past });
  return id;
}

async function addTeam(
  seed: Seed,
  {
    id,
    cohortId,
    number,
    project,
    past,
  }: { id: string; cohortId: string; number: string; project: Project; past: boolean },
): Promise<void> {
  const { tx } = seed;
  const first = project.title === RUNNING[0]?.title;
  const mentor = await addPerson(seed, {
    key: `mentor:${project.title}`,
    headline: 'Mentor opérationnel',
    organisation: project.host,
    visibility: past ? 'public' : 'members',
    ...(first
      ? {
          name: 'Hugues Kermarrec',
          demoRole: 'operational_mentor',
          headline: `Mentor opérationnel du défi ${project.title}.`,
        }
      : {}),
  });
  const strategic = await addPerson(seed, {
    organisation: project.host,
    headline: 'Mentor de haut niveau',
    ...(first
      ? {
          name: 'Bérengère Vasseur',
          demoRole: 'strategic_mentor',
          headline: `Soutient le défi ${project.title} auprès de la direction.`,
        }
      : {}),
  });
  await tx.roleAssignment.createMany({
    data: [
      { personId: mentor, kind: 'operational_mentor', cohortId, challengeId: id },
      { personId: strategic, kind: 'strategic_mentor', cohortId, challengeId: id },
    ],
  });
  for (const [index, skill] of project.skills.entries()) {
    const [profile, title] = PROFILES[skill] ?? ['other', 'Autre'];
    const asCast = first && index === 0;
    const fellow = await addPerson(seed, {
      headline: title,
      skills: [skill],
      visibility: past || index === 0 ? 'public' : 'members',
      bio: `Dix mois au service de « ${project.title} », pour rendre le service public un peu plus simple.`,
      ...(asCast
        ? { name: 'Inès Laurenceau', demoRole: 'fellow', headline: `EIG, développement, défi ${project.title}.` }
        : {}),
    });
    await tx.roleAssignment.create({ data: { personId: fellow, kind: 'fellow', cohortId, challengeId: id } });
    const arrivesOn = number === '6' ? day(seed, -70) : null;
    await tx.position.create({
      data: {
        challengeId: id,
        profile,
        title,
        fellowId: fellow,
        arrivesOn,
        recruitedOn: past || index < 2 ? (arrivesOn ?? day(seed, -900)) : null,
      },
    });
  }
}

export async function seedChallenges(seed: Seed): Promise<void> {
  for (const [number, projects] of Object.entries(PAST))
    for (const project of projects) await addChallenge(seed, number, project, true);
  for (const project of RUNNING) await addChallenge(seed, '6', project, false);
}
