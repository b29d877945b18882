'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { declareConflict } from '@/lib/jury/commands/conflict';
import { answerInvitation, describeSeat } from '@/lib/jury/commands/jurors';
import { saveDraft, sendReview } from '@/lib/jury/commands/review';
import { declaration } from '@/lib/jury/conflict-input';
import { gridInput } from '@/lib/jury/grid';
import { seatAnswer, seatFacts } from '@/lib/jury/juror-input';
import { fieldLabels } from '@/lib/jury/queries/reading';

const review = z.object({
  assignmentId: z.uuid(),
  version: z.coerce.number().int().min(0).max(1_000_000),
  grid: gridInput,
});

const draft = formAction({
  schema: review,
  words: 'jury',
  done: 'jury.read.draftSaved',
  run: (viewer, value, { clock }) => saveDraft(viewer, value, clock),
  to: (_, value) => `/jury/files/${value.assignmentId}`,
});

const send = formAction({
  schema: review,
  words: 'jury',
  done: 'jury.read.sent',
  run: async (viewer, value, { clock, locale }) => {
    const sent = await sendReview(viewer, value, clock);
    if (sent.ok || sent.reason !== 'incomplete') return sent;
    const fields = await fieldLabels(viewer, value.assignmentId, String(sent.detail?.fields).split(' '), locale);
    return { ...sent, detail: { fields } };
  },
  to: (_, value) => `/jury/files/${value.assignmentId}`,
});
/** One form, two buttons: which one was pressed decides, so that it works without JavaScript. */
export async function reviewAction(previous: FormState, data: FormData) {
  return data.get('act') === 'send' ? send(previous, data) : draft(previous, data);
}

const declare = formAction({
  schema: declaration,
  words: 'jury',
  done: 'jury.read.conflictDeclared',
  run: (viewer, value) => declareConflict(viewer, value),
  to: () => '/jury',
});
export async function declareConflictAction(previous: FormState, data: FormData) {
  return declare(previous, data);
}

const answer = formAction({
  schema: seatAnswer,
  words: 'jury',
  fields: { charter_required: 'charter' },
  run: (viewer, value, { clock }) => answerInvitation(viewer, value, clock),
  to: () => '/jury',
});
export async function answerInvitationAction(previous: FormState, data: FormData) {
  return answer(previous, data);
}

const facts = formAction({
  schema: seatFacts,
  words: 'jury',
  done: 'jury.seat.saved',
  run: (viewer, value) => describeSeat(viewer, value),
  to: () => '/jury',
});
export async function describeSeatAction(previous: FormState, data: FormData) {
  return facts(previous, data);
}
