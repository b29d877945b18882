'use server';

import { sendQuestions, withdrawQuestion } from '@/lib/applications/commands/questions';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { askQuestion, wordQuestion } from '@/lib/jury/commands/questions';
import { questionAsked, questionLeftOut, questionReleased } from '@/lib/jury/question-input';

const ask = formAction({
  schema: questionAsked,
  words: 'jury',
  done: 'jury.questions.sent',
  run: (viewer, value, { clock }) => askQuestion(viewer, value, clock),
  to: (_, value) => `/jury/${value.back}/${value.placeId}#questions`,
});
export async function askQuestionAction(previous: FormState, data: FormData) {
  return ask(previous, data);
}

const release = formAction({
  schema: questionReleased,
  words: 'jury',
  done: 'jury.questions.released',
  fields: { due_past: 'due' },
  run: async (viewer, { questionId, ...value }, { clock }) => {
    const worded = await wordQuestion(viewer, { ...value, questionId });
    return worded.ok ? sendQuestions(viewer, { ...value, questions: [questionId] }, clock) : worded;
  },
  to: (_, value) => `/admin/jury/${value.stageId}/questions`,
});
export async function releaseQuestionAction(previous: FormState, data: FormData) {
  return release(previous, data);
}

const leaveOut = formAction({
  schema: questionLeftOut,
  words: 'jury',
  run: (viewer, value) => withdrawQuestion(viewer, value),
});
export async function leaveQuestionOutAction(previous: FormState, data: FormData) {
  return leaveOut(previous, data);
}
