import { askedFields, corrected, errorsOf, isOpen, startOf } from '@/lib/applications/corrections';
import { digestOf } from '@/lib/applications/digest';
import { fileMail, teamOf } from '@/lib/applications/file-mail';
import { ownApplications, rightOn } from '@/lib/applications/policy';
import { type Answers, readAnswers } from '@/lib/calls/answers';
import { askedAnswers } from '@/lib/calls/completeness';
import { applyIntent, readEntries, readIntent } from '@/lib/calls/entries';
import { type Field, type FormDefinition, formDefinition } from '@/lib/calls/form';
import { type Conflict, mergeFields, sameAnswers, withTheirs } from '@/lib/calls/merge';
import { organisationOf, titleOf } from '@/lib/calls/naming';
import { type AnswerError, validateAnswers } from '@/lib/calls/validation';
import { type Prisma, type Tx, transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { PersonViewer, Viewer } from '@/lib/viewer';

export type AnswerRefusal =
  | 'not_found'
  | 'read_only'
  | 'correction_closed'
  | 'correction_late'
  | 'incomplete'
  | 'nothing_new'
  | 'conflict'
  | 'malformed';
/** `base`: the answers as the page showed them, JSON: what someone else wrote meanwhile is not undone. */
type Posted = { correctionId: string; base: string; intent: string; entries: Iterable<[string, unknown]> };
/** In conflict with someone's later writing, nothing is written: both texts, and the answers to post again from. */
export type Corrected = {
  applicationId: string;
  sent: number | null;
  errors: AnswerError[];
  to: string;
  conflicts: Conflict[];
  base: Answers;
};

/**
 * Saves, and sends when asked, what the applicant writes of the fields to correct. Sending makes a new version of the
 * file in force: what was sent, with those fields alone changed. Accepted until the request's date and the call's grace.
 */
export async function answerCorrection(
  viewer: Viewer,
  posted: Posted,
  receivedAt: Date,
  newKey: () => string,
): Promise<Result<Corrected, AnswerRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT a.id FROM application a JOIN correction c ON c.application_id = a.id WHERE c.id = ${posted.correctionId}::uuid FOR UPDATE OF a, c`;
    const found = await read(tx, viewer, posted.correctionId);
    const inForce = found?.application.submissions.find((one) => one.inForce);
    if (!found || !inForce) return refuse('not_found');
    const { application: file } = found;
    if (rightOn(viewer, file) === 'view') return refuse('read_only');
    if (found.state !== 'open' || file.state === 'withdrawn' || file.call.resultsPublishedAt)
      return refuse('correction_closed');
    if (!isOpen(found, file.call.graceSeconds, receivedAt)) return refuse('correction_late');
    const version = await tx.formVersion.findUniqueOrThrow({
      where: { id: inForce.formVersionId },
      select: { definition: true },
    });
    const form = formDefinition.parse(version.definition);
    const fields = askedFields(form, found.fieldIds);
    const start = startOf(found, inForce.answers as Answers);
    const act = readIntent(posted.intent);
    const typed = readEntries(fields, posted.entries, start, newKey);
    const chosen = takeTheirs(posted.intent, typed, start);
    const clean = readAnswers(form, act ? applyIntent(fields, chosen, act, newKey) : chosen);
    if (!clean.ok) return refuse('malformed');
    const base = baseOf(form, posted.base, fields, start);
    const merged = mergeFields(fields, base, clean.answers, start);
    const answers = askedAnswers(form, corrected(inForce.answers as Answers, fields, merged.answers));
    const errors = errorsOf(validateAnswers(form, answers), found.fieldIds);
    const here = `/my-applications/${file.id}/corrections/${found.id}`;
    const kept = {
      applicationId: file.id,
      sent: null,
      conflicts: merged.conflicts,
      base: withTheirs(base, merged.conflicts),
    };
    if (merged.conflicts.length > 0) return ok({ ...kept, errors: [], to: here });
    if (posted.intent === 'send' && errors.length === 0) {
      if (sameAnswers(inForce.answers as Answers, answers)) return refuse('nothing_new');
      const sent = await send(tx, viewer, found, { form, answers, now: receivedAt });
      return ok({ ...kept, sent, errors: [], to: `/my-applications/${file.id}` });
    }
    await tx.correction.update({
      where: { id: found.id },
      data: { answers: merged.answers as Prisma.InputJsonValue, version: { increment: 1 } },
    });
    await record(
      tx,
      viewer,
      'application.correction_saved',
      { kind: 'application', id: file.id },
      { correction: found.id },
    );
    // The version this made: the page that comes back starts from it, and one that only gains a file keeps what is typed.
    const at = `at=${found.version + 1}`;
    const told = act ? at : `${posted.intent === 'send' ? 'check=1' : 'saved=1'}&${at}`;
    return ok({ ...kept, errors, to: `${here}?${told}` });
  });
}

/** `theirs:a,b`: of these fields, what someone else wrote is kept instead of what was typed. */
function takeTheirs(intent: string, typed: Answers, start: Answers): Answers {
  if (!intent.startsWith('theirs:')) return typed;
  const ids = intent.slice('theirs:'.length).split(',');
  const own = Object.entries(typed).filter(([id]) => !ids.includes(id));
  return Object.fromEntries([...own, ...Object.entries(start).filter(([id]) => ids.includes(id))]);
}

function baseOf(form: FormDefinition, json: string, fields: readonly Field[], start: Answers): Answers {
  let base: Answers = {};
  try {
    const parsed = readAnswers(form, JSON.parse(json));
    if (parsed.ok) base = parsed.answers;
  } catch {
    // Not JSON: nothing is known of what the page showed, so every difference is asked about.
  }
  // Files travel apart: what the page showed of them is not what one wrote.
  for (const { type, id } of fields) if (type === 'file' && start[id]) base[id] = start[id];
  return base;
}

const read = (tx: Tx, viewer: PersonViewer, id: string) =>
  tx.correction.findFirst({
    where: { id, application: ownApplications(viewer) },
    select: {
      id: true,
      state: true,
      dueAt: true,
      fieldIds: true,
      answers: true,
      version: true,
      byId: true,
      application: {
        select: {
          id: true,
          title: true,
          reference: true,
          state: true,
          ownerId: true,
          answers: true,
          formVersionId: true,
          instructorId: true,
          members: { select: { email: true, right: true } },
          call: { select: { title: true, graceSeconds: true, resultsPublishedAt: true } },
          submissions: {
            select: { number: true, answers: true, inForce: true, formVersionId: true },
            orderBy: { number: 'desc' },
          },
        },
      },
    },
  });
type Found = NonNullable<Awaited<ReturnType<typeof read>>>;

async function send(
  tx: Tx,
  viewer: PersonViewer,
  found: Found,
  { form, answers, now }: { form: FormDefinition; answers: Answers; now: Date },
): Promise<number> {
  const file = found.application;
  const formVersionId = file.submissions.find((one) => one.inForce)?.formVersionId ?? file.formVersionId;
  const number = (file.submissions[0]?.number ?? 0) + 1;
  const digest = digestOf(answers);
  await tx.submission.updateMany({ where: { applicationId: file.id, inForce: true }, data: { inForce: false } });
  await tx.submission.create({
    data: {
      applicationId: file.id,
      number,
      formVersionId,
      answers: answers as Prisma.InputJsonValue,
      digest,
      idempotencyKey: `correction:${found.id}`,
      receivedAt: now,
      byId: viewer.id,
    },
  });
  // The working copy says the same of these fields, so that a later sending does not bring the fault back.
  const working = corrected(file.answers as Answers, askedFields(form, found.fieldIds), answers);
  await tx.application.update({
    where: { id: file.id },
    data: {
      title: titleOf(form, answers),
      organisationName: organisationOf(form, answers).name,
      ...(file.formVersionId === formVersionId ? { answers: working as Prisma.InputJsonValue } : {}),
      version: { increment: 1 },
    },
  });
  await tx.correction.update({
    where: { id: found.id },
    data: { state: 'answered', answeredAt: now, answeredById: viewer.id, submissionNumber: number, answers: {} },
  });
  for (const to of await teamOf(tx, file)) {
    const letter = {
      template: 'correction_answered' as const,
      key: found.id,
      fileId: file.id,
      path: `/admin/applications/${file.id}/messages`,
      values: { title: titleOf(form, answers), reference: file.reference ?? '', number },
    };
    await enqueue(tx, await fileMail(to, letter));
  }
  const data = { correction: found.id, number, digest };
  await record(tx, viewer, 'application.correction_answered', { kind: 'application', id: file.id }, data);
  return number;
}
