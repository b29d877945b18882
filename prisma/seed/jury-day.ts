import { recomposePanels } from '@/lib/jury/panels';
import type { PanelsInput } from '@/lib/jury/panels-schema';
import { hearingTimes } from '@/lib/jury/rhythm';
import { readSettings } from '@/lib/jury/stage-input';
import { rubricTemplate } from '@/lib/jury/templates';
import { themesIn } from '@/lib/jury/themes';
import { day, idOf, type Seed } from '@/prisma/seed/context';

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
        anchors: 2,
        anchorFiles: [files[3]!, files[4]!],
        teamsAsked: true,
      },
    },
    select: { id: true },
  });
  const halves = [`${slot}-am`, `${slot}-pm`] as const;
  // Two panels in the morning, one in the afternoon that hears the anchor files again: the three can be compared.
  const sitting = [halves[0], halves[0], halves[1]].map((halfDay, number) => ({
    halfDay,
    jurors: jurors.filter((_, index) => index % 3 === number),
    proposals: files.filter((_, index) => (number === 2 ? index >= 2 : index % 3 === number)),
  }));
  await keepPanels(seed, stage.id, { jurors, files, halfDays: [...halves], standing: sitting });
  for (const [number, { halfDay, jurors: members, proposals }] of sitting.entries()) {
    const panel = await tx.panel.create({
      data: {
        stageId: stage.id,
        position: number,
        name: String(number + 1),
        room: number === 1 ? '' : `Salle ${['Olympe de Gouges', '', 'Ada Lovelace'][number]}`,
        link: number === 1 ? 'https://visio.exemple.invalid/jury-promotion-7' : '',
        slots: [halfDay],
        rapporteurId: members[number === 0 ? 0 : 1],
        members: { create: members.map((personId) => ({ personId })) },
      },
      select: { id: true },
    });
    const times = hearingTimes(halfDay, proposals.length, readSettings({}), 'Europe/Paris');
    for (const [position, applicationId] of proposals.entries()) {
      const written = number === 0 && position === 0;
      await tx.hearing.create({
        data: {
          stageId: stage.id,
          panelId: panel.id,
          applicationId,
          position,
          startsAt: times[position]!.from,
          endsAt: times[position]!.to,
          marks: written ? Object.fromEntries(rubric.criteria.map(({ key }, index) => [key, 2 + (index % 3)])) : {},
          comment: written ? 'Grille ouverte pendant la répétition, à reprendre demain.' : '',
          version: written ? 2 : 1,
        },
      });
    }
  }
  await teamsAnswer(seed, stage.id, files, [...halves]);
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

/** The coordination kept these files for the hearings; most teams said when they can come. */
async function teamsAnswer(seed: Seed, stageId: string, files: string[], halfDays: string[]) {
  const { tx, people } = seed;
  // The applicant's own file stays as it was found: nothing is announced before the results.
  await tx.application.updateMany({ where: { id: { in: files.slice(1) } }, data: { state: 'preselected' } });
  const owners = await tx.application.findMany({ where: { id: { in: files } }, select: { id: true, ownerId: true } });
  const ownerOf = new Map(owners.map(({ id, ownerId }) => [id, ownerId]));
  for (const [index, applicationId] of files.entries()) {
    if (index === 0) continue;
    await tx.teamAvailability.create({
      data: {
        stageId,
        applicationId,
        available: index === 1 ? halfDays.slice(0, 1) : index === 5 ? halfDays.slice(1) : halfDays,
        byId: index === 5 ? idOf(people, 'coordinator') : ownerOf.get(applicationId)!,
        saidAt: day(seed, -4, 9, index * 11),
      },
    });
  }
}

type Sitting = {
  jurors: string[];
  files: string[];
  halfDays: string[];
  standing: { halfDay: string; jurors: string[]; proposals: string[] }[];
};

/** The panels as they were composed, with the certificate of the solver. */
async function keepPanels(seed: Seed, stageId: string, { jurors, files, halfDays, standing }: Sitting) {
  const { tx } = seed;
  const stage = await tx.stage.findUniqueOrThrow({ where: { id: stageId }, select: { callId: true } });
  const seats = await tx.juror.findMany({
    where: { callId: stage.callId, personId: { in: jurors } },
    select: { personId: true, themes: true, background: true, formerFellow: true },
  });
  const heard = await tx.application.findMany({ where: { id: { in: files } }, select: { id: true, answers: true } });
  const vocabulary = seats.flatMap(({ themes }) => themes);
  const problem: PanelsInput = {
    proposals: heard.map(({ id, answers }) => ({ id, themes: themesIn(answers, vocabulary) })),
    jurors: seats.map(({ personId, themes, background, formerFellow }) => ({
      id: personId,
      expertise: themes,
      background,
      formerFellow,
    })),
    halfDays,
    panels: standing.length,
    jurorsPerPanel: [3, 4],
    anchors: [
      [files[3]!, 2],
      [files[4]!, 2],
    ],
    comparable: true,
    timeLimitSeconds: 10,
  };
  const answer = await recomposePanels(problem, standing);
  await tx.solution.create({
    data: {
      stageId,
      kind: 'panels',
      problem: problem as object,
      answer: answer as object,
      status: answer.status,
      byId: idOf(seed.people, 'coordinator'),
      createdAt: day(seed, -2, 16),
      appliedAt: day(seed, -2, 16, 10),
    },
  });
}
