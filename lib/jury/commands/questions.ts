import { filesRunBy } from '@/lib/applications/policy';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { openPlace } from '@/lib/jury/queries/questions';
import { isClosed } from '@/lib/jury/states';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

// What happens next (sending, answering, taking back) is the same for every question before a hearing, whoever asked:
// lib/applications/commands/questions.ts.

/** A juror asks the project something, where they read or hear it. It stays with the coordination until sent. */
export async function askQuestion(
  viewer: Viewer,
  input: { placeId: string; text: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'closed'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const place = await openPlace(viewer, input.placeId, tx);
    if (!place) return refuse('not_found');
    if (isClosed(place, clock())) return refuse('closed');
    const { stageId, applicationId } = place;
    const data = { applicationId, byId: viewer.id, body: input.text };
    const question = await tx.hearingQuestion.create({ data, select: { id: true } });
    const subject = { kind: 'application', id: applicationId };
    await record(tx, viewer, 'application.question_proposed', subject, { question: question.id, stage: stageId });
    return ok(question);
  });
}

/** Words a question again before it leaves; what its juror wrote is kept beside. */
export async function wordQuestion(
  viewer: Viewer,
  input: { applicationId: string; questionId: string; wording: string },
): Promise<Result<null, 'not_found' | 'nothing_to_send'>> {
  return transaction(async (tx) => {
    const question = await tx.hearingQuestion.findFirst({
      where: { id: input.questionId, applicationId: input.applicationId, application: filesRunBy(viewer) },
      select: { body: true, asked: true },
    });
    if (!question) return refuse('not_found');
    if (question.body === input.wording) return ok(null);
    const { count } = await tx.hearingQuestion.updateMany({
      where: { id: input.questionId, state: 'proposed', body: question.body },
      data: { body: input.wording, asked: question.asked || question.body },
    });
    if (count === 0) return refuse('nothing_to_send');
    const subject = { kind: 'application', id: input.applicationId };
    await record(tx, viewer, 'application.question_worded', subject, { question: input.questionId });
    return ok(null);
  });
}
