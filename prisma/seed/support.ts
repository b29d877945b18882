import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nameKey } from '@/lib/people/names';
import { importFiles } from '@/lib/support/commands/library';
import type { LibrarySources } from '@/lib/support/library-zip';
import { system } from '@/lib/viewer';
import { day, idOf, type Seed } from '@/prisma/seed/context';

const LIBRARY = path.resolve(import.meta.dirname, '../library');

type Told = {
  challenge: number;
  family: string;
  urgency: string;
  audience?: string;
  title: string;
  body: string;
  days: number;
  next?: string;
  escalated?: boolean;
  worked?: string;
};

const OBSTACLES: Told[] = [
  {
    challenge: 0,
    family: 'data',
    urgency: 'high',
    days: 21,
    escalated: true,
    title: 'Pas d’accès à la base des interventions avant la convention',
    body: 'La direction métier est d’accord, la convention attend une signature depuis trois semaines.',
    next: 'Relance commune avec la mentor de haut niveau',
  },
  {
    challenge: 0,
    family: 'users',
    urgency: 'normal',
    days: 6,
    title: 'Difficile de rencontrer des utilisateurs hors de Paris',
    body: 'Les centres départementaux sont volontaires, mais nous n’avons pas de budget de déplacement.',
  },
  {
    challenge: 1,
    family: 'open_source',
    urgency: 'low',
    days: 34,
    title: 'Le service juridique hésite sur la licence',
    body: 'MIT ou EUPL ? On nous demande des précédents dans le ministère.',
  },
  {
    challenge: 2,
    family: 'technical',
    urgency: 'high',
    days: 12,
    title: 'Port 22 fermé : impossible de pousser le code',
    body: 'La demande passe en commission le 15.',
    next: 'Partage de connexion en attendant',
  },
  {
    challenge: 4,
    family: 'sensitive_data',
    urgency: 'normal',
    audience: 'mentors',
    days: 15,
    title: 'Qui décide de la durée de conservation ?',
    body: 'La déléguée à la protection des données et la direction métier se renvoient la question.',
  },
  {
    challenge: 4,
    family: 'state',
    urgency: 'normal',
    audience: 'coordination',
    days: 3,
    title: 'Les points hebdomadaires sont annulés depuis un mois',
    body: 'Je ne veux pas mettre l’équipe en difficulté, mais nous avançons sans direction.',
  },
  {
    challenge: 3,
    family: 'state',
    urgency: 'normal',
    days: 50,
    title: 'Un projet voisin développe le même outil',
    body: 'Découvert par hasard à la cantine.',
    worked:
      'Réunion à trois avec la mentor de haut niveau : nous reprenons leur modèle de données, ils reprennent notre interface. Trois semaines entre la découverte et l’accord.',
  },
  {
    challenge: 5,
    family: 'data',
    urgency: 'normal',
    days: 60,
    title: 'Export mensuel seulement, alors qu’il faut du quotidien',
    body: 'L’application source n’a pas d’API.',
    worked:
      'La DSI a accepté un dépôt de fichiers chaque nuit, avec un compte de service. L’argument qui a marché : moins de demandes manuelles pour son équipe.',
  },
];

/** Pages, and the files that lie in a folder of the same name. */
function providedLibrary(): LibrarySources {
  const entries = readdirSync(LIBRARY, { withFileTypes: true });
  const pages = entries.filter((entry) => entry.isFile());
  const folders = entries.filter((entry) => entry.isDirectory());
  return {
    files: pages.map(({ name }) => ({ name, text: readFileSync(path.join(LIBRARY, name), 'utf8') })),
    attachments: folders.flatMap(({ name: slug }) =>
      readdirSync(path.join(LIBRARY, slug)).map((name) => ({
        slug,
        name,
        bytes: readFileSync(path.join(LIBRARY, slug, name)),
      })),
    ),
  };
}

/** The library, obstacles of every family (some settled), contacts, data sets on their way, skills, an introduction asked. */
export async function seedSupport(seed: Seed): Promise<void> {
  await importFiles(seed.tx, system('seed'), providedLibrary(), day(seed, -120));
  const cohortId = idOf(seed.cohorts, '6');
  const challenges = await seed.tx.challenge.findMany({
    where: { cohortId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, hostId: true, roles: { select: { personId: true, kind: true } } },
  });
  const who = (index: number, kind: string) =>
    challenges[index]?.roles.find((role) => role.kind === kind)?.personId ?? idOf(seed.people, 'coordinator');
  for (const { challenge, days, next, escalated, worked, ...told } of OBSTACLES) {
    const at = day(seed, -days, 10, challenge);
    await seed.tx.obstacle.create({
      data: {
        ...told,
        challengeId: challenges[challenge]?.id,
        cohortId,
        createdBy: who(challenge, 'fellow'),
        createdAt: at,
        nextStep: next ?? '',
        ownerId: next ? who(challenge, 'operational_mentor') : null,
        escalatedAt: escalated ? day(seed, -days + 9, 11) : null,
        ...(worked
          ? {
              whatWorked: worked,
              resolvedAt: day(seed, -days + 24, 16),
              resolvedBy: who(challenge, 'operational_mentor'),
            }
          : {}),
      },
    });
  }
  await seedEarlier(seed, who);
  await seedContacts(
    seed,
    challenges.map(({ id, hostId }) => ({ id, hostId })),
  );
  await seedDatasets(seed, challenges[0]?.id ?? '', who(0, 'fellow'));
  for (const [kind, skill, note, index] of [
    ['offer', 'Accessibilité', 'Revue d’interface, une heure, le vendredi.', 1],
    ['offer', 'PostgreSQL', 'Requêtes lentes et modèles de données.', 2],
    ['ask', 'Tests utilisateurs', 'Premier protocole à écrire, je cherche un regard.', 0],
  ] as const)
    await seed.tx.skillNotice.create({
      data: {
        kind,
        skill,
        note,
        skillKey: nameKey(skill),
        personId: who(index, 'fellow'),
        cohortId,
        createdAt: day(seed, -9),
      },
    });
}

/** What an earlier cohort settled and passes on, and two requests to be introduced. */
async function seedEarlier(seed: Seed, who: (index: number, kind: string) => string): Promise<void> {
  const earlier = await seed.tx.roleAssignment.findMany({
    where: { cohortId: idOf(seed.cohorts, '5'), kind: 'fellow' },
    orderBy: { id: 'asc' },
    select: { personId: true, challengeId: true },
  });
  for (const [index, [family, title, whatWorked]] of EARLIER.entries()) {
    const one = earlier[index % earlier.length];
    if (!one) continue;
    await seed.tx.obstacle.create({
      data: {
        family,
        title,
        whatWorked,
        challengeId: one.challengeId,
        cohortId: idOf(seed.cohorts, '5'),
        createdBy: one.personId,
        createdAt: day(seed, -600 + index * 20),
        resolvedAt: day(seed, -570 + index * 25),
        resolvedBy: one.personId,
      },
    });
  }
  const [alumni] = earlier;
  if (!alumni) return;
  const message =
    'Bonjour, votre équipe avait obtenu un export chaque nuit : vingt minutes cette semaine pour nous raconter ?';
  await seed.tx.introduction.create({
    data: { fromId: who(1, 'fellow'), toId: alumni.personId, message, createdAt: day(seed, -4, 9) },
  });
  await seed.tx.introduction.create({
    data: {
      fromId: alumni.personId,
      toId: who(0, 'operational_mentor'),
      message:
        'Bonjour, je prépare un retour d’expérience sur les conventions de données et j’aimerais citer la vôtre.',
      createdAt: day(seed, -2, 15),
    },
  });
}

const EARLIER: [family: string, title: string, whatWorked: string][] = [
  [
    'data',
    'Convention de données en attente depuis deux mois',
    'Une convention de trois pages, calquée sur celle d’un défi voisin, signée en une semaine par la directrice adjointe.',
  ],
  [
    'technical',
    'Port 22 fermé sur le réseau du ministère',
    'Un passage par le port 443 accordé en deux jours, le temps que la commission ouvre le port 22.',
  ],
  [
    'open_source',
    'Personne ne sait qui peut autoriser la publication du code',
    'Le chef de service l’a signée : un courriel a suffi, avec la mission logiciels libres en copie.',
  ],
];

const FUNCTIONS = ['daj', 'dsi', 'dpd', 'cod', 'technical_referent', 'communication'];

async function seedContacts(seed: Seed, challenges: { id: string; hostId: string | null }[]): Promise<void> {
  for (const { id, hostId } of challenges) {
    if (!hostId) continue;
    for (const [index, role] of FUNCTIONS.entries()) {
      const name = `${seed.faker.person.firstName()} ${seed.faker.person.lastName()}`;
      const contact = await seed.tx.contact.create({
        data: {
          organisationId: hostId,
          function: role,
          name,
          email: `${nameKey(name).replaceAll(' ', '.')}@demo.invalid`,
          phone: '01 23 45 67 89',
          createdAt: day(seed, -80),
        },
        select: { id: true },
      });
      // The last two are known in the administration, and not yet taken up by the challenge.
      if (index < 4)
        await seed.tx.challengeContact.create({
          data: { challengeId: id, contactId: contact.id, metOn: index < 2 ? day(seed, -60 + index) : null },
        });
    }
  }
}

async function seedDatasets(seed: Seed, challengeId: string, by: string): Promise<void> {
  const sets: [string, string, string, string, string[], number][] = [
    [
      'Interventions des centres de secours, 2015–2025',
      'Direction générale de la sécurité civile',
      'export',
      'promised',
      ['asked', 'promised'],
      41,
    ],
    ['Météo horaire par commune', 'Météo-France', 'public_api', 'documented', ['asked', 'available', 'documented'], 20],
    ['Positions des véhicules', 'Opérateur du logiciel métier', 'private_api', 'refused', ['asked', 'refused'], 12],
    ['Limites des secteurs d’intervention', 'Centres départementaux', 'files', 'not_asked', [], 5],
  ];
  for (const [name, holder, form, state, path_, days] of sets) {
    const set = await seed.tx.dataset.create({
      data: {
        challengeId,
        name,
        holder,
        form,
        state,
        personalData: form === 'export' ? 'yes' : 'no',
        legalGround: form === 'export' ? 'Mission d’intérêt public, convention à signer' : '',
        blocker:
          state === 'refused'
            ? 'Le contrat avec l’éditeur ne prévoit pas l’accès à l’API.'
            : state === 'promised'
              ? 'La convention attend une signature.'
              : '',
        nextStep: state === 'refused' ? 'Relire le contrat avec les affaires juridiques' : '',
        createdBy: by,
        createdAt: day(seed, -days - 20),
        stateSince: day(seed, -days),
      },
      select: { id: true },
    });
    for (const [index, after] of path_.entries())
      await seed.tx.datasetStep.create({
        data: {
          datasetId: set.id,
          before: path_[index - 1] ?? 'not_asked',
          after,
          byId: by,
          note: index === 0 ? 'Demande écrite envoyée.' : '',
          at: day(seed, -days - 10 * (path_.length - 1 - index), 9),
        },
      });
  }
}
