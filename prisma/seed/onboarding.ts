import { giveChecklist, loadProvidedTemplates } from '@/lib/onboarding/commands/lists';
import { itemsOf } from '@/lib/onboarding/schema';
import { providedTemplates } from '@/lib/onboarding/templates';
import { system } from '@/lib/viewer';
import { day, idOf, type Seed } from '@/prisma/seed/context';

/** How far a challenge is: the share of due items that are settled, what is blocked and said. */
type Pace = { settled: number; blocked?: [key: string, why: string]; notYet?: string[] };

const PACES: Pace[] = [
  { settled: 0.86, notYet: ['telework'] },
  { settled: 1 },
  {
    settled: 0.7,
    blocked: [
      'open-internet',
      'La demande d’ouverture attend la commission de sécurité du 15 ; en attendant, partage de connexion.',
    ],
  },
  { settled: 0.93 },
  {
    settled: 0.45,
    blocked: [
      'data-available',
      'La direction métier veut une convention avant tout export. Le service juridique n’a pas répondu.',
    ],
    notYet: ['data-documented', 'immersion'],
  },
  { settled: 0.97 },
];

const NOTES: Record<string, string> = {
  desks: 'Bureau partagé, deuxième étage, à côté de l’équipe métier.',
  'recruitment-started': 'Dossier parti aux ressources humaines, suivi chaque lundi.',
  budget: 'Carte d’achat du service, 1 500 € réservés.',
  announced: 'Article sur l’intranet et passage en comité de direction.',
};
const TEXTS: Record<string, string> = {
  'announced-how':
    'Un article sur l’intranet, signé par la direction, puis un petit-déjeuner ouvert à tous les services.',
  'presentation-how': 'Tour des bureaux le premier matin, puis dix minutes en réunion de service.',
  'recruitment-successes': 'Deux des trois recrutements bouclés en cinq semaines.',
  'data-difficulties': 'Le dictionnaire des données date de 2017 ; qui peut le relire avec nous ?',
};

function answerOf(key: string, kind: string, arrival: Date): unknown {
  if (kind === 'yes_no') return 'yes';
  if (kind === 'done') return 'done';
  if (kind === 'date') return arrival.toISOString().slice(0, 10);
  if (kind === 'choice') return ['export', 'files'];
  if (kind === 'workstation')
    return {
      machine: 'provided',
      system: 'linux',
      memory: 16,
      software: 'Git\nVS Code',
      screens: 2,
      headset: true,
      accessibility: '',
      other: '',
    };
  if (kind === 'network') return 'cohorte-network-check 1\nhttps github.com ok\nport 22 ok\nport 21 ok\nproxy none';
  return TEXTS[key] ?? 'Réglé avec l’équipe, voir le compte rendu de la semaine.';
}

/** Lists of the running cohort, some ahead, some late, one blocked; and those of a past cohort, to compare. */
export async function seedOnboarding(seed: Seed): Promise<void> {
  await loadProvidedTemplates(seed.tx, system('seed'), day(seed, -400));
  for (const number of ['6', '5']) {
    const challenges = await seed.tx.challenge.findMany({
      where: { cohortId: idOf(seed.cohorts, number) },
      orderBy: { createdAt: 'asc' },
      select: { id: true, roles: { where: { kind: 'operational_mentor' }, select: { personId: true } } },
    });
    for (const [index, challenge] of challenges.entries()) {
      const pace = number === '6' ? PACES[index % PACES.length] : { settled: 1 };
      const given = await giveChecklist(seed.tx, system('seed'), { challengeId: challenge.id, templateKey: 'arrival' });
      if (given.ok && pace) await fill(seed, given.value.id, pace, challenge.roles[0]?.personId ?? null);
    }
  }
}

async function fill(seed: Seed, checklistId: string, pace: Pace, mentor: string | null): Promise<void> {
  const definitions = new Map(
    providedTemplates.flatMap(({ definition }) => itemsOf(definition)).map((item) => [item.key, item]),
  );
  const items = await seed.tx.checklistItem.findMany({
    where: { checklistId },
    orderBy: [{ dueOn: 'asc' }, { position: 'asc' }],
  });
  const counted = items.filter((item) => item.counts);
  const settled = new Set(counted.slice(0, Math.round(counted.length * pace.settled)).map((item) => item.id));
  for (const item of items) {
    const definition = definitions.get(item.itemKey);
    const told = !item.counts && item.itemKey in TEXTS && seed.faker.number.float() < 0.4;
    const blocked = pace.blocked?.[0] === item.itemKey ? pace.blocked[1] : null;
    const notYet = pace.notYet?.includes(item.itemKey) ?? false;
    if (!definition || !(settled.has(item.id) || told || blocked || notYet)) continue;
    const state = blocked ? 'blocked' : notYet ? 'no' : 'done';
    const due = item.dueOn ?? seed.today;
    const drift = seed.faker.number.int({ min: -9, max: 14 });
    const at = new Date(Math.min(due.getTime() + drift * 86_400_000 + 9 * 3_600_000, day(seed, -1, 9).getTime()));
    const written = {
      state,
      answer: blocked ? undefined : notYet ? 'no' : (answerOf(item.itemKey, definition.answer.kind, due) as object),
      note: blocked ?? NOTES[item.itemKey] ?? '',
      byId: mentor,
    };
    await seed.tx.checklistItem.update({
      where: { id: item.id },
      data: { ...written, touchedAt: at, closedAt: state === 'done' ? at : null, version: 2 },
    });
    await seed.tx.checklistRevision.create({ data: { itemId: item.id, ...written, at } });
  }
}
