import { rubricTemplate } from '@/lib/jury/templates';
import { day, type Seed } from '@/prisma/seed/context';

type Parts = { callId: string; firstStage: string; jurors: string[]; files: string[] };

/** Juror, what they ask, how the coordination worded it, what the project answered. */
const QUESTIONS: [juror: number, file: number, text: string, wording?: string, answer?: string][] = [
  [
    0,
    0,
    'Qui reprendra l’outil quand les EIG partiront ?',
    'Qui reprendra l’outil au départ des EIG, et avec quels moyens ?',
    'Deux développeuses de la direction informatique suivront le projet dès le quatrième mois, à mi-temps.',
  ],
  [3, 0, 'Les données sont-elles déjà accessibles ?', 'Les données sont-elles déjà accessibles, ou à demander ?'],
  [0, 2, 'Combien de personnes utiliseraient le service la première année ?'],
  [5, 3, 'Est-ce que ce n’est pas le projet de l’an dernier, avec un autre nom ?'],
];

/** The day after the readings: three panels that hear six files tomorrow, questions asked before, an earlier rubric to compare with. */
export async function seedJuryDay(seed: Seed, { callId, firstStage, jurors, files }: Parts): Promise<void> {
  const { tx } = seed;
  const rubric = rubricTemplate('cohort4_hearing')!;
  const slot = day(seed, 1).toISOString().slice(0, 10);
  const stage = await tx.stage.create({
    data: {
      callId,
      position: 1,
      name: 'Auditions',
      rubric: rubric as object,
      closesAt: day(seed, 6, 16, 59),
      frozenAt: day(seed, -1, 9),
      crosswalk: { from: firstStage, map: {} },
      settings: {
        panels: 3,
        panelMin: 3,
        panelMax: 4,
        places: 3,
        halfDays: [`${slot}-am`, `${slot}-pm`],
        ranking: ['mean', 'rank_votes'],
        titlesOpen: true,
      },
    },
    select: { id: true },
  });
  for (let number = 0; number < 3; number++) {
    const members = jurors.filter((_, index) => index % 3 === number);
    const heard = files.filter((_, index) => index % 3 === number);
    const panel = await tx.panel.create({
      data: {
        stageId: stage.id,
        position: number,
        name: String(number + 1),
        room: `Salle ${['Olympe de Gouges', 'Condorcet', 'Ada Lovelace'][number]}`,
        slots: [`${slot}-am`],
        rapporteurId: members[number === 0 ? 0 : 1],
        members: { create: members.map((personId) => ({ personId })) },
      },
      select: { id: true },
    });
    for (const [position, applicationId] of heard.entries()) {
      const written = number === 0 && position === 0;
      await tx.hearing.create({
        data: {
          stageId: stage.id,
          panelId: panel.id,
          applicationId,
          position,
          startsAt: day(seed, 1, 8 + position, position * 5),
          endsAt: day(seed, 1, 8 + position, position * 5 + 40),
          marks: written ? Object.fromEntries(rubric.criteria.map(({ key }, index) => [key, 2 + (index % 3)])) : {},
          comment: written ? 'Grille ouverte pendant la répétition, à reprendre demain.' : '',
          version: written ? 2 : 1,
        },
      });
    }
  }
  for (const [juror, file, text, wording, answer] of QUESTIONS)
    await tx.hearingQuestion.create({
      data: {
        applicationId: files[file]!,
        byId: jurors[juror]!,
        body: wording ?? text,
        asked: wording ? text : '',
        state: answer ? 'answered' : wording ? 'sent' : 'proposed',
        sentAt: wording ? day(seed, -2, 15) : null,
        dueAt: wording ? day(seed, 3, 22, 59) : null,
        answer: answer ?? '',
        answeredAt: answer ? day(seed, -1, 17) : null,
        createdAt: day(seed, -3, 10 + file),
      },
    });
  for (const [index, personId] of jurors.slice(0, 6).entries())
    await tx.stay.create({
      data: {
        stageId: firstStage,
        personId,
        arrivedAt: day(seed, 0, 7, index * 2),
        leftAt: index === 5 ? day(seed, 0, 7, 55) : null,
      },
    });
}
