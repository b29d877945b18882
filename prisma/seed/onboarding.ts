import { giveChecklist, loadProvidedTemplates } from '@/lib/onboarding/commands/lists';
import { type ItemDefinition, itemsOf } from '@/lib/onboarding/schema';
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
  await publishNext(seed);
}

/** A second version of the arrival list, out since: running lists are offered what it changes. */
async function publishNext(seed: Seed): Promise<void> {
  const first = providedTemplates.find(({ key }) => key === 'arrival');
  if (!first) return;
  const badge: ItemDefinition = {
    ...(itemsOf(first.definition).find((item) => item.key === 'desks') as ItemDefinition),
    key: 'badges',
    title: { fr: 'Commander les badges d’accès', en: 'Order the access badges' },
    why: { fr: 'Trois semaines de délai dans la plupart des ministères.', en: 'Three weeks in most ministries.' },
    answer: { kind: 'done' },
  };
  const sections = first.definition.sections.map((section) => ({
    ...section,
    items: [
      ...section.items.map((item) =>
        item.key === 'open-internet' ? { ...item, due: { from: 'arrival' as const, days: -30 } } : item,
      ),
      ...(section.key === 'environment' ? [badge] : []),
    ],
  }));
  await seed.tx.checklistTemplate.create({
    data: {
      key: 'arrival',
      number: 2,
      name: first.definition.title.fr,
      definition: { ...first.definition, sections },
      publishedAt: day(seed, -6, 14),
    },
  });
}

type Answered = {
  id: string;
  state: string;
  answer: object | string | null;
  note: string;
  byId: string | null;
  at: string;
  closedAt: string | null;
};

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
  const answers: Answered[] = [];
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
    answers.push({
      id: item.id,
      ...written,
      answer: written.answer ?? null,
      at: at.toISOString(),
      closedAt: state === 'done' ? at.toISOString() : null,
    });
  }
  // Two statements a list rather than two a line: the demo has to load in seconds.
  await seed.tx.$executeRaw`
    UPDATE checklist_item i SET state = a.state, answer = a.answer, note = a.note, by_id = a."byId", touched_at = a.at, closed_at = a."closedAt", version = 2
    FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
      AS a(id uuid, state text, answer jsonb, note text, "byId" uuid, at timestamptz, "closedAt" timestamptz) WHERE i.id = a.id`;
  await seed.tx.checklistRevision.createMany({
    data: answers.map(({ id, state, answer, note, byId, at }) => ({
      itemId: id,
      state,
      answer: answer ?? undefined,
      note,
      byId,
      at,
    })),
  });
}
