'use server';

import {
  answerQuestions,
  proposeQuestion,
  sendQuestions,
  withdrawQuestion,
} from '@/lib/applications/commands/questions';
import { removeReader, reopenReading, saveReading } from '@/lib/applications/commands/readings';
import {
  AnswerQuestions,
  QuestionForm,
  QuestionOnly,
  ReadingOnly,
  SendQuestions,
} from '@/lib/applications/correspondence';
import { ReadingInput } from '@/lib/applications/reading';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';

const keep = formAction({
  schema: ReadingInput,
  words: 'correspondence',
  run: (viewer, value, { clock }) => saveReading(viewer, value, clock),
  to: ({ id, sent }) => `/readings/${id}?done=correspondence.done.${sent ? 'readingSent' : 'readingKept'}`,
});
export async function saveReadingAction(previous: FormState, data: FormData) {
  return keep(previous, data);
}

const reopen = formAction({
  schema: ReadingOnly,
  words: 'correspondence',
  run: (viewer, value) => reopenReading(viewer, value),
  to: ({ id }) => `/readings/${id}`,
});
export async function reopenReadingAction(previous: FormState, data: FormData) {
  return reopen(previous, data);
}

const unread = formAction({
  schema: ReadingOnly,
  words: 'correspondence',
  run: (viewer, value) => removeReader(viewer, value),
});
export async function removeReaderAction(previous: FormState, data: FormData) {
  return unread(previous, data);
}

const propose = formAction({
  schema: QuestionForm,
  words: 'correspondence',
  run: (viewer, value) => proposeQuestion(viewer, value),
  done: 'correspondence.done.proposed',
});
export async function proposeQuestionAction(previous: FormState, data: FormData) {
  return propose(previous, data);
}

const send = formAction({
  schema: SendQuestions,
  words: 'correspondence',
  fields: { due_past: 'due', nothing_to_send: 'questions' },
  run: (viewer, value, { clock }) => sendQuestions(viewer, value, clock),
  to: (_, { applicationId }) => `/admin/applications/${applicationId}/preselection#questions`,
  done: 'correspondence.done.questionsSent',
});
export async function sendQuestionsAction(previous: FormState, data: FormData) {
  return send(previous, data);
}

const withdraw = formAction({
  schema: QuestionOnly,
  words: 'correspondence',
  run: (viewer, value) => withdrawQuestion(viewer, value),
});
export async function withdrawQuestionAction(previous: FormState, data: FormData) {
  return withdraw(previous, data);
}

const answer = formAction({
  schema: AnswerQuestions,
  words: 'correspondence',
  run: (viewer, value, { clock }) => answerQuestions(viewer, value, clock),
  done: 'correspondence.done.answered',
  say: ({ answered }) => ({ answered }),
});
export async function answerQuestionsAction(previous: FormState, data: FormData) {
  return answer(previous, data);
}
