import { digestOf } from '@/lib/applications/digest';
import { receiptMail } from '@/lib/applications/emails';
import { isWritable, ownApplications, rightOn } from '@/lib/applications/policy';
import { stateSeenByApplicant } from '@/lib/applications/states';
import type { Answers } from '@/lib/calls/answers';
import { askedAnswers } from '@/lib/calls/completeness';
import { Conditions } from '@/lib/calls/conditions';
import { type FormDefinition, formDefinition } from '@/lib/calls/form';
import { sameAnswers } from '@/lib/calls/merge';
import { organisationOf, reference, referencePrefix, titleOf } from '@/lib/calls/naming';
import { mailTexts } from '@/lib/calls/queries/mail-texts';
import { accepts } from '@/lib/calls/states';
import { validateAnswers } from '@/lib/calls/validation';
import { type Prisma, type Tx, transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { nameKey } from '@/lib/people/names';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { PersonViewer, Viewer } from '@/lib/viewer';

export type SubmitRefusal =
  | 'not_found'
  | 'read_only'
  | 'not_writable'
  | 'call_closed'
  | 'incomplete'
  | 'ineligible'
  | 'file_refused'
  | 'nothing_new';
export type Receipt = { reference: string; number: number; receivedAt: Date };

/**
 * Sends a file once: the same key twice is the same sending. Accepted when the request reached the server before the
 * deadline and its grace. Submission, numbering, event and receipts are one transaction: all or nothing.
 */
export async function submitApplication(
  viewer: Viewer,
  { applicationId, key }: { applicationId: string; key: string },
  receivedAt: Date,
): Promise<Result<Receipt, SubmitRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    // Two sendings of one file wait for each other here; the second finds the first's key.
    await tx.$executeRaw`SELECT id FROM application WHERE id = ${applicationId}::uuid FOR UPDATE`;
    const file = await read(tx, viewer, applicationId);
    if (!file) return refuse('not_found');
    if (rightOn(viewer, file) === 'view') return refuse('read_only');
    const already = file.submissions.find((one) => one.idempotencyKey === key);
    if (already) return ok({ reference: file.reference ?? '', number: already.number, receivedAt: already.receivedAt });
    const seen = stateSeenByApplicant(file.state, file.call.resultsPublishedAt !== null);
    if (!isWritable(seen)) return refuse('not_writable');
    if (!accepts(file.call, receivedAt)) return refuse('call_closed');
    const form = formDefinition.parse(file.formVersion.definition);
    const stored = file.answers as Answers;
    const errors = validateAnswers(form, stored);
    if (errors.length > 0) return refuse('incomplete', { count: errors.length });
    if (new Conditions(form, stored).ineligibilities().length > 0) return refuse('ineligible');
    const answers = askedAnswers(form, stored);
    const refused = await refusedFile(tx, applicationId, answers);
    if (refused !== null) return refuse('file_refused', { name: refused });
    const inForce = file.submissions.find((one) => one.inForce);
    if (inForce && sameAnswers(inForce.answers as Answers, answers)) return refuse('nothing_new');
    return ok(await send(tx, viewer, file, form, answers, key, receivedAt));
  });
}

function read(tx: Tx, viewer: PersonViewer, id: string) {
  return tx.application.findFirst({
    where: { AND: [{ id }, ownApplications(viewer)] },
    select: {
      id: true,
      reference: true,
      state: true,
      ownerId: true,
      organisationId: true,
      organisationName: true,
      answers: true,
      formVersionId: true,
      formVersion: { select: { definition: true } },
      members: { select: { email: true, right: true } },
      submissions: {
        select: { id: true, number: true, answers: true, inForce: true, idempotencyKey: true, receivedAt: true },
        orderBy: { number: 'desc' },
      },
      call: {
        select: {
          id: true,
          title: true,
          timeZone: true,
          publishedAt: true,
          resultsPublishedAt: true,
          opensAt: true,
          closesAt: true,
          graceSeconds: true,
          cohort: { select: { number: true } },
        },
      },
    },
  });
}

type File = NonNullable<Awaited<ReturnType<typeof read>>>;

async function send(
  tx: Tx,
  viewer: PersonViewer,
  file: File,
  form: FormDefinition,
  answers: Answers,
  key: string,
  now: Date,
): Promise<Receipt> {
  const number = (file.submissions[0]?.number ?? 0) + 1;
  const digest = digestOf(answers);
  await tx.submission.updateMany({ where: { applicationId: file.id, inForce: true }, data: { inForce: false } });
  const sent = await tx.submission.create({
    data: {
      applicationId: file.id,
      number,
      formVersionId: file.formVersionId,
      answers: answers as Prisma.InputJsonValue,
      digest,
      idempotencyKey: key,
      receivedAt: now,
      byId: viewer.id,
    },
    select: { id: true },
  });
  // Another version: what was decided of the one before no longer stands.
  await tx.decision.updateMany({ where: { applicationId: file.id, undoneAt: null }, data: { undoneAt: now } });
  const own = file.reference ?? (await nextReference(tx, file));
  const organisation = organisationOf(form, answers);
  await tx.application.update({
    where: { id: file.id },
    data: {
      state: 'submitted',
      reference: own,
      submittedAt: now,
      title: titleOf(form, answers),
      organisationName: organisation.name,
      organisationId: (await knownOrganisation(tx, organisation)) ?? placedBefore(file, organisation.name),
      completeness: 100,
      movedFrom: null,
      version: { increment: 1 },
    },
  });
  await sendReceipts(tx, file, titleOf(form, answers), {
    id: sent.id,
    number,
    reference: own,
    receivedAt: now,
    digest,
  });
  await record(
    tx,
    viewer,
    'application.submitted',
    { kind: 'application', id: file.id },
    { number, digest, reference: own },
  );
  return { reference: own, number, receivedAt: now };
}

/** The next free reference. Two calls of a cohort, or cohorts of like numbers, share a prefix: they take turns at it. */
async function nextReference(tx: Tx, file: File): Promise<string> {
  const { number } = file.call.cohort;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`reference:${referencePrefix(number)}`}))`;
  const { lastReference } = await tx.call.findUniqueOrThrow({
    where: { id: file.call.id },
    select: { lastReference: true },
  });
  let next = lastReference + 1;
  while (await tx.application.count({ where: { reference: reference(number, next) } })) next++;
  await tx.call.update({ where: { id: file.call.id }, data: { lastReference: next } });
  return reference(number, next);
}

/** The body the team placed the file under stands while the same name is typed. */
const placedBefore = (file: File, name: string): string | null =>
  file.organisationName === name ? file.organisationId : null;

/** The organisation of our records the answer means: chosen, of the same SIRET, or the only one of that name. */
async function knownOrganisation(
  tx: Tx,
  { id, siret, name }: { id: string; siret: string; name: string },
): Promise<string | null> {
  const any = [
    ...(/^[0-9a-f-]{36}$/i.test(id) ? [{ id }] : []),
    ...(siret ? [{ siret }] : []),
    ...(name ? [{ nameKeys: { has: nameKey(name) } }] : []),
  ];
  for (const where of any) {
    const found = await tx.organisation.findMany({ where, select: { id: true }, take: 2 });
    if (found.length === 1) return found[0]?.id ?? null;
  }
  return null;
}

/**
 * The name of an attached file that is missing or infected; null when there is none. One that waits for its scan, or
 * whose scan failed, is no fault of the applicant's in the last hour of a call: nobody reads it before it is scanned.
 */
async function refusedFile(tx: Tx, applicationId: string, answers: Answers): Promise<string | null> {
  const files = Object.values(answers).flatMap((answer) =>
    Array.isArray(answer) ? (answer as unknown[]).filter(isStoredFile) : [],
  );
  if (files.length === 0) return null;
  const fine = await tx.storedFile.findMany({
    where: {
      id: { in: files.map((one) => one.id) },
      ownerKind: 'application',
      ownerId: applicationId,
      scan: { not: 'infected' },
    },
    select: { id: true },
  });
  return files.find((file) => !fine.some((one) => one.id === file.id))?.name ?? null;
}

const isStoredFile = (one: unknown): one is { id: string; name: string } =>
  typeof one === 'object' && one !== null && 'id' in one && 'size' in one;

async function sendReceipts(
  tx: Tx,
  file: File,
  title: string,
  sent: { id: string; number: number; reference: string; receivedAt: Date; digest: string },
): Promise<void> {
  const emails = file.members.map((one) => one.email);
  const people = await tx.person.findMany({
    where: { OR: [{ id: file.ownerId }, { email: { in: emails } }], disabledAt: null },
    select: { email: true, locale: true },
  });
  const about = { id: file.id, title, callTitle: file.call.title, timeZone: file.call.timeZone };
  const texts = await mailTexts(tx, { callId: file.call.id });
  for (const one of people) {
    if (one.email) await enqueue(tx, await receiptMail(texts, { email: one.email, locale: one.locale }, about, sent));
  }
}
