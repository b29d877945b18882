import { DEFAULT_CRITERIA } from '@/lib/applications/examination-settings';
import type { Answers } from '@/lib/calls/answers';
import { record } from '@/lib/record';
import type { PersonViewer } from '@/lib/viewer';
import { viewerOf } from '@/prisma/factories/people';
import { addApplication } from '@/prisma/seed/calls';
import { addPerson, day, idOf, type Seed } from '@/prisma/seed/context';
import { PROPOSED } from '@/prisma/seed/projects';

type File = { id: string; ownerId: string; title: string; answers: Answers; formVersionId: string };
type Cast = { camille: PersonViewer; elodie: PersonViewer; samir: PersonViewer; coach: PersonViewer };

/** The open call as its team examines it: one file of every state, what was said, asked, corrected and read. */
export async function seedFiles(seed: Seed): Promise<void> {
  const { tx } = seed;
  const samir = await addPerson(seed, { name: 'Samir Ouattara', organisation: 'dinum', headline: 'Suit les appels.' });
  await tx.roleAssignment.create({ data: { personId: samir, kind: 'coordinator' } });
  const as = async (id: string) => viewerOf(await tx.person.findUniqueOrThrow({ where: { id } }));
  const cast: Cast = {
    camille: await as(idOf(seed.people, 'coordinator')),
    elodie: await as(idOf(seed.people, 'director')),
    samir: await as(samir),
    coach: await as(idOf(seed.people, 'coach')),
  };
  const call = await tx.call.findUniqueOrThrow({ where: { slug: 'appel-a-projets-8' }, select: { id: true } });
  await tx.examination.create({
    data: {
      callId: call.id,
      points: [
        { id: 'mentors', fr: 'Deux mentors opérationnels sont nommés', en: 'Two operational mentors are named' },
        { id: 'months', fr: 'Le projet tient en dix mois', en: 'The project fits in ten months' },
      ],
      criteria: DEFAULT_CRITERIA,
      scale: 4,
    },
  });
  await moreFiles(seed, call.id, cast);
  const found = await tx.application.findMany({
    where: { callId: call.id, state: 'submitted', reference: { lt: 'P8-0020' } },
    select: { id: true, ownerId: true, title: true, answers: true, formVersionId: true },
    orderBy: { reference: 'asc' },
  });
  const files = found.map((one) => ({ ...one, answers: one.answers as Answers }));
  const [read, heard, asked, corrected, missed, written, refused] = files as [File, File, File, File, File, File, File];
  await views(seed, cast);
  await beingRead(seed, cast, read);
  await beforeHearing(seed, cast, heard);
  await correctionAsked(seed, cast, asked);
  await correctionAnswered(seed, cast, corrected);
  await correctionMissed(seed, cast, missed);
  await messageWaiting(seed, cast, written);
  await ineligible(seed, cast, refused);
}

/** Three more: to entrust, to decide, read by everyone who had to. */
async function moreFiles(seed: Seed, callId: string, cast: Cast): Promise<void> {
  const form = await seed.tx.formVersion.findFirstOrThrow({ where: { callId }, select: { id: true } });
  const made: File[] = [];
  for (const [index, project] of PROPOSED.slice(12, 15).entries()) {
    const filed = {
      project: { ...project, title: `${project.title}, saison 2` },
      state: 'submitted' as const,
      owner: await addPerson(seed, { organisation: project.host }),
      at: day(seed, -3, 9, index * 7),
      reference: `P8-${String(index + 20).padStart(4, '0')}`,
      typed: project.host === 'arcep' ? 'Autorité de régulation des communications (télécoms)' : undefined,
    };
    const id = await addApplication(seed, { callId, formVersionId: form.id }, filed);
    made.push({ id, ownerId: filed.owner, title: filed.project.title, answers: {}, formVersionId: form.id });
  }
  const [, toDecide, readByAll] = made as [File, File, File];
  await take(seed, cast.elodie, cast.camille, toDecide);
  await take(seed, cast.camille, cast.camille, readByAll, ['données ouvertes']);
  await decide(seed, cast.camille, readByAll, ['submitted', 'eligible'], 'Complet et reçu dans les délais.');
  await reading(seed, cast.samir, cast.camille, readByAll, [3, 4, 3]);
  await reading(seed, cast.coach, cast.camille, readByAll, [2, 3, 4]);
}

async function views({ tx }: Seed, { camille, elodie }: Cast): Promise<void> {
  const view = (ownerId: string, name: string, query: string, shared: boolean) =>
    tx.savedView.create({ data: { ownerId, name, query, shared } });
  await view(camille.id, 'Mes dossiers à décider', 'instructor=me&next=decide_eligibility', true);
  await view(camille.id, 'À confier', 'instructor=none&next=entrust', false);
  await view(elodie.id, 'Devant la présélection', 'state=eligible&next=decide_preselection', true);
}

const about = (file: File) => ({ kind: 'application', id: file.id });

/** Puts a file in someone's hands, with labels, and tells it. */
async function take(
  { tx }: Seed,
  by: PersonViewer,
  to: PersonViewer,
  file: File,
  labels: string[] = [],
): Promise<void> {
  await tx.application.update({ where: { id: file.id }, data: { instructorId: to.id, labels } });
  await record(tx, by, 'application.entrusted', about(file), { to: to.id });
}

async function decide(
  seed: Seed,
  by: PersonViewer,
  file: File,
  [before, after]: ['submitted' | 'eligible', 'eligible' | 'ineligible' | 'preselected'],
  reason: string,
  findings: object[] = [],
): Promise<void> {
  await seed.tx.application.update({ where: { id: file.id }, data: { state: after } });
  const data = { applicationId: file.id, before, after, reason, findings, byId: by.id };
  const at = day(seed, after === 'preselected' ? -2 : -4, 10);
  const { id } = await seed.tx.decision.create({ data: { ...data, createdAt: at }, select: { id: true } });
  await record(seed.tx, by, `application.found_${after}`, about(file), { before, decision: id });
}

async function reading(
  seed: Seed,
  reader: PersonViewer,
  by: PersonViewer,
  file: File,
  marks?: number[],
): Promise<void> {
  await seed.tx.reading.create({
    data: {
      applicationId: file.id,
      readerId: reader.id,
      givenById: by.id,
      dueAt: day(seed, 4, 22, 59),
      ...(marks
        ? {
            marks: Object.fromEntries(DEFAULT_CRITERIA.map(({ id }, index) => [id, marks[index]])),
            opinion: (marks[0] ?? 0) > 2 ? 'favourable' : 'reserved',
            comment: 'Le besoin est réel et l’équipe le connaît ; le périmètre gagnerait à être resserré.',
            sentAt: day(seed, -2, 17),
          }
        : {}),
    },
  });
  await record(seed.tx, by, 'application.readers_given', about(file));
  if (marks) await record(seed.tx, reader, 'application.reading_sent', about(file));
}

async function beingRead(seed: Seed, { camille, samir, coach }: Cast, file: File): Promise<void> {
  await take(seed, camille, camille, file, ['très attendu']);
  const reason = 'Complet et reçu dans les délais. Les deux mentors sont nommés.';
  await decide(seed, camille, file, ['submitted', 'eligible'], reason, [{ id: 'deadline', verdict: 'met' }]);
  await reading(seed, samir, camille, file, [4, 3, 1]);
  await reading(seed, coach, camille, file);
  await note(seed, samir, file, `@${camille.name} : l’accès aux données me paraît fragile, qu’en pensez-vous ?`, [
    camille,
  ]);
}

async function beforeHearing(seed: Seed, { camille, elodie, coach }: Cast, file: File): Promise<void> {
  await writtenByTheApplicant(seed, file);
  await take(seed, camille, elodie, file, ['territoires']);
  await decide(seed, elodie, file, ['submitted', 'eligible'], 'Complet et reçu dans les délais.');
  await reading(seed, coach, elodie, file, [4, 4, 3]);
  await decide(seed, elodie, file, ['eligible', 'preselected'], 'Besoin clair, soutien visible de la direction.');
  const question = { applicationId: file.id, byId: coach.id, sentAt: day(seed, -1, 11), dueAt: day(seed, 6, 22, 59) };
  await seed.tx.hearingQuestion.create({
    data: {
      ...question,
      body: 'Qui reprendra l’outil après le départ des EIG ?',
      state: 'answered',
      answer: 'Le service numérique du département, qui recrute déjà la personne chargée de le maintenir.',
      answeredAt: day(seed, 0, 7),
      answeredById: file.ownerId,
    },
  });
  await seed.tx.hearingQuestion.create({
    data: {
      ...question,
      body: 'Quelles données sont déjà accessibles, et lesquelles restent à négocier ?',
      state: 'sent',
    },
  });
  await record(seed.tx, elodie, 'application.questions_sent', about(file), { count: 2 });
}

/** The demo's applicant writes this file with its owner. */
async function writtenByTheApplicant({ tx, people }: Seed, file: File): Promise<void> {
  const { id, email } = await tx.person.findUniqueOrThrow({
    where: { id: people.applicant },
    select: { id: true, email: true },
  });
  await tx.applicationMember.create({
    data: { applicationId: file.id, personId: id, email: email ?? '', right: 'edit' },
  });
}

async function correctionAsked(seed: Seed, { camille, samir }: Cast, file: File): Promise<void> {
  await writtenByTheApplicant(seed, file);
  await take(seed, camille, samir, file);
  await seed.tx.correction.create({
    data: {
      applicationId: file.id,
      byId: samir.id,
      reason:
        'Le problème décrit deux projets à la fois. Dites lequel vous déposez, et adaptez le résumé en conséquence.',
      fieldIds: ['problem', 'pitch'],
      dueAt: day(seed, 5, 22, 59),
      createdAt: day(seed, -1, 9),
    },
  });
  await record(seed.tx, samir, 'application.correction_asked', about(file), { fields: ['problem', 'pitch'] });
  await say(
    seed,
    samir,
    'team',
    file,
    'Bonjour, une question avant la suite : le projet est-il porté par un seul service ?',
    -1,
  );
}

async function correctionAnswered(seed: Seed, { camille }: Cast, file: File): Promise<void> {
  await take(seed, camille, camille, file);
  const answers = {
    ...file.answers,
    problem: 'Les agents ressaisissent trois fois le même signalement, faute d’un registre commun.',
  };
  await seed.tx.submission.updateMany({ where: { applicationId: file.id }, data: { inForce: false } });
  await seed.tx.submission.create({
    data: {
      applicationId: file.id,
      number: 2,
      formVersionId: file.formVersionId,
      answers: answers as object,
      digest: '7d1c0f4a92b35e68',
      idempotencyKey: `correction:demo:${file.id}`,
      receivedAt: day(seed, -1, 15),
      byId: file.ownerId,
    },
  });
  await seed.tx.application.update({ where: { id: file.id }, data: { answers: answers as object } });
  await seed.tx.correction.create({
    data: {
      applicationId: file.id,
      byId: camille.id,
      reason: 'Précisez le problème en une phrase.',
      fieldIds: ['problem'],
      dueAt: day(seed, 2, 22, 59),
      createdAt: day(seed, -4, 9),
      state: 'answered',
      answeredAt: day(seed, -1, 15),
      answeredById: file.ownerId,
      submissionNumber: 2,
    },
  });
  await record(seed.tx, camille, 'application.correction_asked', about(file), { fields: ['problem'] });
  await record(seed.tx, await ownerOf(seed, file), 'application.correction_answered', about(file), { number: 2 });
}

async function correctionMissed(seed: Seed, { camille, elodie }: Cast, file: File): Promise<void> {
  await take(seed, camille, elodie, file, ['à relancer']);
  await seed.tx.correction.create({
    data: {
      applicationId: file.id,
      byId: elodie.id,
      reason: 'Le nom du mentor stratégique manque.',
      fieldIds: ['sponsor'],
      dueAt: day(seed, -1, 22, 59),
      createdAt: day(seed, -7, 9),
      state: 'expired',
      closedAt: day(seed, 0, 0),
    },
  });
  await record(seed.tx, elodie, 'application.correction_asked', about(file), { fields: ['sponsor'] });
}

async function messageWaiting(seed: Seed, { camille }: Cast, file: File): Promise<void> {
  await take(seed, camille, camille, file);
  await say(seed, camille, 'team', file, 'Bonjour, pouvez-vous nous dire quand votre comité se réunit ?', -3);
  const text = 'Bonjour, il se réunit le premier mardi du mois. Faut-il vous envoyer son relevé de décisions ?';
  await say(seed, await ownerOf(seed, file), 'applicant', file, text, -1);
}

async function ineligible(seed: Seed, { camille, samir }: Cast, file: File): Promise<void> {
  await take(seed, camille, samir, file, ['hors champ']);
  const reason = 'Le projet demande quatre EIG pendant deux ans : il ne tient pas dans les dix mois de l’appel.';
  const findings = [
    { id: 'deadline', verdict: 'met' },
    { id: 'team-months', verdict: 'unmet' },
  ];
  await decide(seed, samir, file, ['submitted', 'ineligible'], reason, findings);
}

const ownerOf = async (seed: Seed, file: File) =>
  viewerOf(await seed.tx.person.findUniqueOrThrow({ where: { id: file.ownerId } }));

async function say(
  seed: Seed,
  by: PersonViewer,
  side: 'team' | 'applicant',
  file: File,
  body: string,
  offset: number,
): Promise<void> {
  const createdAt = day(seed, offset, 14);
  await seed.tx.fileMessage.create({ data: { applicationId: file.id, side, authorId: by.id, body, createdAt } });
  await record(seed.tx, by, side === 'team' ? 'application.message_sent' : 'application.message_received', about(file));
}

async function note(seed: Seed, by: PersonViewer, file: File, body: string, called: PersonViewer[]): Promise<void> {
  await seed.tx.fileNote.create({
    data: {
      applicationId: file.id,
      authorId: by.id,
      body,
      createdAt: day(seed, -1, 16),
      mentions: { create: called.map(({ id }) => ({ personId: id })) },
    },
  });
  await record(seed.tx, by, 'application.noted', about(file));
}
