import { fileMail, teamOf, writersOf } from '@/lib/applications/file-mail';
import { filesRunBy, ownApplications, rightOn } from '@/lib/applications/policy';
import { instantOf } from '@/lib/calls/calendar';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

export type QuestionRefusal =
  | 'not_found'
  | 'read_only'
  | 'nothing_to_send'
  | 'due_past'
  | 'already_answered'
  | 'not_withdrawable'
  | 'no_answer';

/** Keeps a question for the hearing; the applicant sees nothing until it is sent. */
export async function proposeQuestion(
  viewer: Viewer,
  { applicationId, body }: { applicationId: string; body: string },
): Promise<Result<{ id: string }, QuestionRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const run = await tx.application.count({ where: { AND: [{ id: applicationId }, filesRunBy(viewer)] } });
    if (run === 0) return refuse('not_found');
    const data = { applicationId, byId: viewer.id, body };
    const question = await tx.hearingQuestion.create({ data, select: { id: true } });
    const subject = { kind: 'application', id: applicationId };
    await record(tx, viewer, 'application.question_proposed', subject, { question: question.id });
    return ok(question);
  });
}

/** Sends the questions chosen to the applicant, with a date for the answers: one mail for all. */
export async function sendQuestions(
  viewer: Viewer,
  { applicationId, questions, due }: { applicationId: string; questions: string[]; due: string },
  clock: Clock,
): Promise<Result<{ sent: number }, QuestionRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const now = clock();
  return transaction(async (tx) => {
    const file = await tx.application.findFirst({
      where: { AND: [{ id: applicationId, state: { notIn: ['withdrawn', 'ineligible'] } }, filesRunBy(viewer)] },
      select: {
        id: true,
        title: true,
        reference: true,
        ownerId: true,
        members: { select: { email: true, right: true } },
        call: { select: { title: true, timeZone: true } },
      },
    });
    if (!file) return refuse('not_found');
    const dueAt = instantOf(`${due}T23:59`, file.call.timeZone);
    if (dueAt <= now) return refuse('due_past');
    const { count } = await tx.hearingQuestion.updateMany({
      where: { id: { in: questions }, applicationId, state: 'proposed' },
      data: { state: 'sent', sentAt: now, dueAt },
    });
    if (count === 0) return refuse('nothing_to_send');
    for (const to of await writersOf(tx, file)) {
      const letter = {
        template: 'questions_sent' as const,
        key: `${file.id}:${now.toISOString()}`,
        fileId: file.id,
        path: `/my-applications/${file.id}/questions`,
        values: { title: file.title, call: file.call.title, reference: file.reference ?? '', count },
      };
      await enqueue(tx, await fileMail(to, letter, { at: dueAt, zone: file.call.timeZone }));
    }
    const subject = { kind: 'application', id: file.id };
    await record(tx, viewer, 'application.questions_sent', subject, { count, due: dueAt.toISOString() });
    return ok({ sent: count });
  });
}

/** Takes back a question that was not answered. */
export async function withdrawQuestion(
  viewer: Viewer,
  { questionId }: { questionId: string },
): Promise<Result<null, QuestionRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const question = await tx.hearingQuestion.findFirst({
      where: { id: questionId, application: filesRunBy(viewer) },
      select: { applicationId: true },
    });
    if (!question) return refuse('not_found');
    const { count } = await tx.hearingQuestion.updateMany({
      where: { id: questionId, state: { in: ['proposed', 'sent'] } },
      data: { state: 'withdrawn' },
    });
    if (count === 0) return refuse('not_withdrawable');
    const subject = { kind: 'application', id: question.applicationId };
    await record(tx, viewer, 'application.question_withdrawn', subject, { question: questionId });
    return ok(null);
  });
}

/** The applicant answers what they were asked, in one or several times; an answer may be changed until the date. */
export async function answerQuestions(
  viewer: Viewer,
  { applicationId, answers }: { applicationId: string; answers: Record<string, string> },
  clock: Clock,
): Promise<Result<{ answered: number }, QuestionRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const now = clock();
  return transaction(async (tx) => {
    const file = await tx.application.findFirst({
      where: { AND: [{ id: applicationId, state: { not: 'withdrawn' } }, ownApplications(viewer)] },
      select: {
        id: true,
        title: true,
        reference: true,
        ownerId: true,
        instructorId: true,
        members: { select: { email: true, right: true } },
        call: { select: { graceSeconds: true } },
        questions: { where: { state: { in: ['sent', 'answered'] } }, select: { id: true, dueAt: true, answer: true } },
      },
    });
    if (!file) return refuse('not_found');
    if (rightOn(viewer, file) === 'view') return refuse('read_only');
    let answered = 0;
    let late = false;
    for (const { id, dueAt, answer } of file.questions) {
      const text = answers[id]?.trim() ?? '';
      if (!text || text === answer) continue;
      if (dueAt && now.getTime() > dueAt.getTime() + file.call.graceSeconds * 1000) {
        late = true;
        continue;
      }
      const { count } = await tx.hearingQuestion.updateMany({
        where: { id, state: { in: ['sent', 'answered'] } },
        data: { state: 'answered', answer: text, answeredAt: now, answeredById: viewer.id },
      });
      answered += count;
    }
    if (answered === 0) return refuse(late ? 'due_past' : 'no_answer');
    for (const to of await teamOf(tx, file)) {
      const letter = {
        template: 'question_answered' as const,
        key: `${file.id}:${now.toISOString()}`,
        fileId: file.id,
        path: `/admin/applications/${file.id}/preselection`,
        values: { title: file.title, reference: file.reference ?? '', count: answered },
      };
      await enqueue(tx, await fileMail(to, letter));
    }
    const subject = { kind: 'application', id: file.id };
    await record(tx, viewer, 'application.questions_answered', subject, { count: answered });
    return ok({ answered });
  });
}
