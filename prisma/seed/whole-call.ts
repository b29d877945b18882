import { mailingMail, receiptMail } from '@/lib/applications/emails';
import { keepSimilar } from '@/lib/applications/jobs/compare';
import { mailTexts } from '@/lib/calls/queries/mail-texts';
import { enqueue } from '@/lib/mailer';
import { day, idOf, type Seed } from '@/prisma/seed/context';
import { seedReturning } from '@/prisma/seed/returning';

type Call = { id: string; title: string; closesAt: Date; timeZone: string };

/** Calls as their coordinators follow them: mails reworded and sent to many, similar projects, an archive, files from elsewhere. */
export async function seedWholeCall(seed: Seed): Promise<void> {
  const { tx } = seed;
  const select = { id: true, title: true, closesAt: true, timeZone: true };
  const closed = await tx.call.findUniqueOrThrow({ where: { slug: 'appel-a-projets-7' }, select });
  const open = await tx.call.findUniqueOrThrow({ where: { slug: 'appel-a-projets-8' }, select });
  await words(seed, open);
  for (const call of [closed, open]) await receipts(seed, call);
  await mailings(seed, closed, open);
  await archive(seed, closed);
  await imported(seed, closed);
  await seedReturning(seed);
  await compared(seed);
}

async function words(seed: Seed, call: Call): Promise<void> {
  await seed.tx.mailTemplate.create({
    data: {
      callId: call.id,
      event: 'receipt',
      locale: 'fr',
      subject: 'Bien reçu : {{title}} ({{reference}})',
      title: 'Merci, votre dossier est entre nos mains',
      body: 'Nous avons reçu « {{title}} » le {{receivedAt}}. Cette date fait foi.\nSa référence est {{reference}}. Gardez-la : elle nous permet de vous répondre plus vite.\nVous pouvez encore le modifier et le déposer à nouveau jusqu’à la clôture.',
      byId: idOf(seed.people, 'coordinator'),
      updatedAt: day(seed, -12, 15),
    },
  });
}

/** The receipts of a call, as they left. */
async function receipts(seed: Seed, call: Call): Promise<void> {
  const { tx } = seed;
  const texts = await mailTexts(tx, { callId: call.id });
  const files = await tx.application.findMany({
    where: { callId: call.id, submissions: { some: {} } },
    select: { id: true, title: true, reference: true, ownerId: true, submissions: { where: { inForce: true } } },
  });
  const owners = await tx.person.findMany({
    where: { id: { in: files.map(({ ownerId }) => ownerId) } },
    select: { id: true, email: true, locale: true },
  });
  for (const file of files) {
    const [sent] = file.submissions;
    const to = owners.find(({ id }) => id === file.ownerId);
    if (!sent || !to?.email) continue;
    const about = { id: file.id, title: file.title, callTitle: call.title, timeZone: call.timeZone };
    const said = {
      id: sent.id,
      number: sent.number,
      reference: file.reference ?? '',
      receivedAt: sent.receivedAt,
      digest: sent.digest,
    };
    const mail = await receiptMail(texts, { email: to.email, locale: to.locale }, about, said);
    await enqueue(tx, mail);
    await tx.outboxMessage.updateMany({
      where: { key: mail.key },
      data: { createdAt: sent.receivedAt, sentAt: new Date(sent.receivedAt.getTime() + 4_000), attempts: 1 },
    });
  }
}

async function mailings(seed: Seed, closed: Call, open: Call): Promise<void> {
  const { tx } = seed;
  const byId = idOf(seed.people, 'coordinator');
  const subject = 'Votre dossier {{reference}} est recevable';
  const body =
    'Bonjour {{name}},\nVotre dossier « {{title}} » est complet et sera présenté au jury.\nVous recevrez bientôt la date de l’audition.\nL’équipe du programme';
  const files = await tx.application.findMany({
    where: { callId: closed.id, state: 'eligible' },
    select: { id: true, title: true, reference: true, organisationName: true, ownerId: true },
    orderBy: { reference: 'asc' },
  });
  const owners = await tx.person.findMany({
    where: { id: { in: files.map(({ ownerId }) => ownerId) }, email: { not: null } },
  });
  const sent = await tx.mailing.create({
    data: {
      ...{ callId: closed.id, byId, subjectFr: subject, bodyFr: body, filters: { state: 'eligible' } },
      ...{ count: owners.length, createdAt: day(seed, -18, 9), sentAt: day(seed, -18, 9, 40), version: 2 },
    },
  });
  for (const { id, email, name, locale } of owners) {
    const own = files
      .filter(({ ownerId }) => ownerId === id)
      .map((file) => ({ ...file, organisation: file.organisationName }));
    const to = { email: email ?? '', name, locale, files: own };
    await tx.mailingRecipient.create({
      data: { mailingId: sent.id, email: to.email, applicationIds: own.map((one) => one.id) },
    });
    const mail = await mailingMail(to, { id: sent.id, subject, body, locale: 'fr' }, closed);
    await enqueue(tx, mail);
    await tx.outboxMessage.updateMany({
      where: { key: mail.key },
      data: { createdAt: day(seed, -18, 9, 40), sentAt: day(seed, -18, 9, 41), attempts: 1 },
    });
  }
  await tx.mailing.create({
    data: {
      ...{ callId: open.id, byId, target: 'drafts', audience: 'everyone', createdAt: day(seed, -1, 16) },
      subjectFr: 'Il reste quelques jours pour déposer votre projet',
      bodyFr:
        'Bonjour {{name}},\nVous avez commencé un dossier pour « {{call}} ». Vous pouvez le déposer jusqu’au {{deadline}}.\nUne question ? Écrivez-nous : nous répondons dans la journée.',
      subjectEn: 'A few days left to submit your project',
      bodyEn: 'Hello {{name}},\nYou have started a file for “{{call}}”. You can submit it until {{deadline}}.',
    },
  });
}

/** One archive was made and has expired; its report stays. */
async function archive(seed: Seed, call: Call): Promise<void> {
  const named = [{ file: 'P7-0004', name: 'simulation-financiere.ods', why: 'error' }];
  await seed.tx.archive.create({
    data: {
      ...{
        callId: call.id,
        byId: idOf(seed.people, 'coordinator'),
        state: 'expired',
        total: 18,
        done: 18,
        attempts: 1,
      },
      ...{ size: 9_412_337n, sha256: '5f2b8f0c61c1b8ff64fd7d7f3d4c3a97be0f1d1b8a3c3f1f3f6d1f0a3e9b7c42' },
      report: { files: 18, attachments: 21, left: 1, named },
      ...{ createdAt: day(seed, -19, 10), finishedAt: day(seed, -19, 10, 1) },
    },
  });
}

/** A file of cohort 7 came from elsewhere, with a value that has no place in the form. */
async function imported(seed: Seed, call: Call): Promise<void> {
  const { tx } = seed;
  const at = day(seed, -38, 11);
  const file = await tx.application.findFirstOrThrow({
    where: { callId: call.id, reference: 'P7-0003' },
    select: { id: true },
  });
  await tx.importedFile.create({
    data: {
      ...{ applicationId: file.id, callId: call.id, kind: 'demarches', key: '1830214', importedAt: at },
      ...{ digest: 'demo', answersDigest: 'demo' },
      rest: [
        { id: 'state', label: 'state', value: 'en_instruction' },
        { id: 'annotation:1', label: 'Avis du rapporteur', value: 'Équipe motivée, données déjà ouvertes.' },
        {
          ...{ id: 'Champ-4', label: 'Présentation', why: 'file_not_taken' },
          value: { files: [{ name: 'pitch.pdf', size: 184_320, checksum: 'MzAyNzUwYjk4ZmQ2NDk0Yg==' }] },
        },
        { id: 'Champ-9', label: 'Comment avez-vous connu le programme ?', value: 'Par une ancienne promotion' },
      ],
    },
  });
  await tx.filesImport.create({
    data: {
      ...{
        callId: call.id,
        name: 'demarche-48122.json',
        kind: 'demarches',
        source: 'demarche:48122',
        state: 'applied',
      },
      report: {
        ...{ created: 1, updated: 0, unchanged: 0, refused: 0, beside: 4, incomplete: 1, problems: 1 },
        named: [{ key: '1830214', line: 1, field: 'Présentation', value: 'pitch.pdf', reason: 'file_not_taken' }],
      },
      ...{ byId: idOf(seed.people, 'coordinator'), createdAt: at, appliedAt: at },
    },
  });
}

async function compared(seed: Seed): Promise<void> {
  const { tx } = seed;
  const files = await tx.application.findMany({ where: { state: { not: 'draft' } }, select: { id: true } });
  for (const { id } of files) await keepSimilar(tx, id);
  await tx.application.updateMany({ where: { state: { not: 'draft' } }, data: { comparedAt: day(seed, 0) } });
  await tx.$executeRaw`UPDATE application SET compared_at = submitted_at WHERE compared_at < submitted_at`;
  const [pair] = await tx.similarProject.findMany({
    where: { kind: 'application' },
    orderBy: [{ score: 'desc' }, { applicationId: 'asc' }],
    take: 1,
  });
  if (!pair) return;
  const judged = { verdict: 'same', byId: idOf(seed.people, 'coordinator'), judgedAt: day(seed, -3, 11) };
  const { applicationId, otherId } = pair;
  await tx.similarProject.updateMany({ where: { applicationId, otherId }, data: judged });
  await tx.similarProject.updateMany({ where: { applicationId: otherId, otherId: applicationId }, data: judged });
}
