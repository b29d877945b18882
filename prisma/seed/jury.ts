import { assign } from '@/lib/jury/assignment';
import { rubricTemplate } from '@/lib/jury/templates';
import { addPerson, day, idOf, type Seed } from '@/prisma/seed/context';
import { seedJuryDay } from '@/prisma/seed/jury-day';

/** [name, organisation of today, background, former fellow, themes, severity, key]. Severity is what calibration should find. */
const JURORS: [string, string | null, string, boolean, string[], number, string?][] = [
  ['Aïssatou Diallo-Perrin', 'dinum', 'État', false, ['données', 'environnement'], 0, 'juror'],
  ['Bertrand Kowalski', null, 'entreprise', false, ['sécurité', 'logiciel libre'], -0.9],
  ['Chloé Nguyen', null, 'association', true, ['santé', 'design'], 0.4],
  ['Damien Le Goff', 'insee', 'État', false, ['données', 'statistique'], -0.3],
  ['Elsa Fontaine', null, 'recherche', false, ['justice', 'données'], 0.6],
  ['Farid Haddad', 'dgfip', 'État', false, ['finances', 'données'], 0.2],
  ['Gaëlle Morvan', null, 'collectivité', false, ['environnement', 'cartographie'], 0.1],
  ['Hugo Sanchez', null, 'entreprise', true, ['développement', 'logiciel libre'], -0.4],
  ['Irène Papadopoulos', null, 'recherche', false, ['culture', 'éducation'], 0.3],
  ['Jonas Weber', null, 'association', true, ['santé', 'accessibilité'], -0.6],
];
const REMARKS = [
  'Le besoin est bien documenté, par des entretiens et des chiffres.',
  'L’équipe connaît son sujet ; le périmètre gagnerait à être resserré.',
  'Les données existent mais leur accès n’est pas encore garanti.',
  'Un vrai soutien de la direction, visible dans le temps réservé.',
  'La réutilisation par d’autres administrations est plausible et décrite.',
];

/** Cohort 7's jury, half-way: ten jurors, three readings a file, two thirds of the reviews sent, one tie declared. */
export async function seedJury(seed: Seed, ids: { closed: string; applications: string[] }): Promise<void> {
  const { tx } = seed;
  const rubric = rubricTemplate('cohort6_hearing')!;
  const stage = await tx.stage.create({
    data: {
      callId: ids.closed,
      name: 'Jury des défis',
      rubric: rubric as object,
      opensAt: day(seed, -9, 8),
      closesAt: day(seed, 4, 16, 59),
      frozenAt: day(seed, -8, 9),
      settings: { readersPerFile: 3, places: 8, panels: 3, panelMin: 3, panelMax: 5 },
    },
    select: { id: true },
  });
  const jurors: { id: string; severity: number }[] = [];
  for (const [name, organisation, background, formerFellow, themes, severity, key] of JURORS) {
    const id = await addPerson(seed, {
      key: key ?? `juror-${jurors.length}`,
      name,
      demoRole: key,
      headline: key ? 'Siège au jury de la promotion 7.' : '',
      organisation: organisation ?? undefined,
    });
    await tx.roleAssignment.create({ data: { personId: id, kind: 'juror', cohortId: idOf(seed.cohorts, '7') } });
    await tx.juror.create({
      data: {
        callId: ids.closed,
        personId: id,
        state: 'accepted',
        background,
        formerFellow,
        themes,
        invitedAt: day(seed, -30, 9),
        answeredAt: day(seed, -26, 10),
        charterAt: day(seed, -26, 10),
      },
    });
    jurors.push({ id, severity });
  }
  const invited = await addPerson(seed, { name: 'Karim Belkacem' });
  await tx.juror.create({
    data: { callId: ids.closed, personId: invited, state: 'invited', background: 'État', invitedAt: day(seed, -3, 9) },
  });
  const eligible = await tx.application.findMany({
    where: { id: { in: ids.applications }, state: 'eligible' },
    select: { id: true },
    orderBy: { reference: 'asc' },
  });
  await assignAndMark(
    seed,
    stage.id,
    jurors,
    eligible.map(({ id }) => id),
    rubric.criteria.map(({ key }) => key),
  );
  // The applicant's own file first: their questions and hearing are in the demo.
  const free = await withoutTies(
    seed,
    jurors.map(({ id }) => id),
    eligible.map(({ id }) => id),
  );
  await seedJuryDay(seed, {
    callId: ids.closed,
    firstStage: stage.id,
    jurors: jurors.map(({ id }) => id),
    files: free.slice(0, 6),
  });
}

/** Files that no juror has a tie with, in order: any panel may hear them. */
async function withoutTies({ tx }: Seed, jurors: string[], files: string[]): Promise<string[]> {
  const tied = await tx.$queryRaw<{ application_id: string }[]>`
    SELECT DISTINCT application_id FROM jury_conflicts(${jurors}::uuid[], ${files}::uuid[])`;
  const known = new Set(tied.map(({ application_id }) => application_id));
  return files.filter((id) => !known.has(id));
}

async function assignAndMark(
  seed: Seed,
  stageId: string,
  jurors: { id: string; severity: number }[],
  files: string[],
  criteria: string[],
): Promise<void> {
  const { tx, faker } = seed;
  const blocked = await tx.$queryRaw<{ person_id: string; application_id: string }[]>`
    SELECT person_id, application_id FROM jury_conflicts(${jurors.map(({ id }) => id)}::uuid[], ${files}::uuid[])`;
  const tied = new Set(blocked.map((one) => `${one.person_id} ${one.application_id}`));
  await keepSolution(
    seed,
    stageId,
    jurors.map(({ id }) => id),
    files,
    blocked.map((one) => [one.person_id, one.application_id]),
  );
  const load = new Map(jurors.map((juror) => [juror, 0]));
  for (const [index, applicationId] of files.entries()) {
    const quality = 2.2 + 2 * (((index * 7) % files.length) / files.length);
    // The least loaded first, at random among equals: every juror meets every other, so that marks can be compared.
    const readers = faker.helpers
      .shuffle(jurors.filter(({ id }) => !tied.has(`${id} ${applicationId}`)))
      .sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))
      .slice(0, 3);
    for (const juror of readers) load.set(juror, (load.get(juror) ?? 0) + 1);
    for (const [place, juror] of readers.entries()) {
      const { id } = await tx.reviewAssignment.create({
        data: { stageId, applicationId, jurorId: juror.id, createdAt: day(seed, -9, 8) },
        select: { id: true },
      });
      const own = juror === jurors[0];
      if (own ? index > 3 : (index + place) % 5 === 4) continue;
      const marks = Object.fromEntries(
        criteria.map((key) => [
          key,
          Math.round(Math.min(5, Math.max(0, quality + juror.severity + faker.number.float({ min: -1, max: 1 })))),
        ]),
      );
      const mean = Object.values(marks).reduce((sum, mark) => sum + mark, 0) / criteria.length;
      await tx.review.create({
        data: {
          assignmentId: id,
          marks,
          comments: { [criteria[index % criteria.length]!]: faker.helpers.arrayElement(REMARKS) },
          comment: faker.helpers.arrayElements(REMARKS, 2).join(' '),
          verdict: mean >= 2.5 ? 'favourable' : 'unfavourable',
          favourite: mean >= 4.2,
          sentAt: day(seed, -5 + (place % 3), 10 + place, index),
        },
      });
    }
  }
}

/** The calculation a coordinator made before giving the files, with its certificate. */
async function keepSolution(
  seed: Seed,
  stageId: string,
  jurors: string[],
  files: string[],
  conflicts: [string, string][],
) {
  const problem = {
    proposals: files.map((id) => ({ id })),
    jurors: jurors.map((id, index) => ({ id, load: [3, 6] as [number, number], background: JURORS[index]?.[2] })),
    conflicts,
    readersPerProposal: 3,
    timeLimitSeconds: 10,
  };
  const answer = await assign(problem);
  await seed.tx.solution.create({
    data: {
      stageId,
      kind: 'readings',
      problem,
      answer: answer as object,
      status: answer.status,
      byId: seed.people.coordinator,
      createdAt: day(seed, -10, 15),
    },
  });
}
