'use server';

import { randomBytes } from 'node:crypto';
import { answerCorrection } from '@/lib/applications/commands/answer-correction';
import { askCorrection, cancelCorrection, reviewCorrection } from '@/lib/applications/commands/corrections';
import { seeMessages, settleMessages, writeToApplicant, writeToTeam } from '@/lib/applications/commands/messages';
import { removeNote, seeMentions, writeNote } from '@/lib/applications/commands/notes';
import {
  AskCorrection,
  CorrectionForm,
  CorrectionOnly,
  FileOnly,
  NoteOnly,
  Words,
} from '@/lib/applications/correspondence';
import type { SectionState } from '@/lib/applications/section-state';
import { formAction } from '@/lib/auth/action';
import type { Answers } from '@/lib/calls/answers';
import { instantOf } from '@/lib/calls/calendar';
import type { Conflict } from '@/lib/calls/merge';
import type { FormState } from '@/lib/form';
import { refuse } from '@/lib/result';

const note = formAction({
  schema: Words,
  words: 'correspondence',
  run: (viewer, value) => writeNote(viewer, value),
  done: 'correspondence.done.noted',
  say: ({ told }) => ({ told: told.length, names: told.join(', ') }),
});
export async function writeNoteAction(previous: FormState, data: FormData) {
  return note(previous, data);
}

const dropNote = formAction({
  schema: NoteOnly,
  words: 'correspondence',
  run: (viewer, value, { clock }) => removeNote(viewer, value, clock),
});
export async function removeNoteAction(previous: FormState, data: FormData) {
  return dropNote(previous, data);
}

const mentions = formAction({
  schema: FileOnly,
  words: 'correspondence',
  run: (viewer, value, { clock }) => seeMentions(viewer, value, clock),
});
export async function seeMentionsAction(previous: FormState, data: FormData) {
  return mentions(previous, data);
}

const toApplicant = formAction({
  schema: Words,
  words: 'correspondence',
  run: (viewer, value, { clock }) => writeToApplicant(viewer, value, clock),
  done: 'correspondence.done.written',
});
export async function writeToApplicantAction(previous: FormState, data: FormData) {
  return toApplicant(previous, data);
}

const toTeam = formAction({
  schema: Words,
  words: 'correspondence',
  run: (viewer, value, { clock }) => writeToTeam(viewer, value, clock),
  done: 'correspondence.done.writtenToTeam',
});
export async function writeToTeamAction(previous: FormState, data: FormData) {
  return toTeam(previous, data);
}

const seen = formAction({
  schema: FileOnly,
  words: 'correspondence',
  run: (viewer, value, { clock }) => seeMessages(viewer, value, clock),
});
export async function seeMessagesAction(previous: FormState, data: FormData) {
  return seen(previous, data);
}

const settle = formAction({
  schema: FileOnly,
  words: 'correspondence',
  run: (viewer, value, { clock }) => settleMessages(viewer, value, clock),
});
export async function settleMessagesAction(previous: FormState, data: FormData) {
  return settle(previous, data);
}

const ask = formAction({
  schema: AskCorrection,
  words: 'correspondence',
  fields: { due_past: 'due', no_field: 'fields' },
  run: (viewer, { due, timeZone, ...value }, { clock }) =>
    askCorrection(viewer, { ...value, dueAt: instantOf(`${due}T23:59`, timeZone) }, clock),
  to: (_, { applicationId }) => `/admin/applications/${applicationId}/messages#corrections`,
  done: 'correspondence.done.asked',
});
export async function askCorrectionAction(previous: FormState, data: FormData) {
  return ask(previous, data);
}

const cancel = formAction({
  schema: CorrectionOnly,
  words: 'correspondence',
  run: (viewer, value, { clock }) => cancelCorrection(viewer, value, clock),
  done: 'correspondence.done.cancelled',
});
export async function cancelCorrectionAction(previous: FormState, data: FormData) {
  return cancel(previous, data);
}

const review = formAction({
  schema: CorrectionOnly,
  words: 'correspondence',
  run: (viewer, value, { clock }) => reviewCorrection(viewer, value, clock),
});
export async function reviewCorrectionAction(previous: FormState, data: FormData) {
  return review(previous, data);
}

/** Saves the fields to correct, or sends them. In conflict, the state carries both texts and the base to post again from. */
export async function answerCorrectionAction(previous: SectionState, data: FormData): Promise<SectionState> {
  let conflicts: Conflict[] = [];
  let base: Answers = {};
  const answer = formAction({
    schema: CorrectionForm,
    words: 'correspondence',
    run: async (viewer, { correctionId, _base, intent }, { clock, data: posted }) => {
      const input = { correctionId, base: _base, intent, entries: posted };
      const written = await answerCorrection(viewer, input, clock(), () => randomBytes(6).toString('hex'));
      if (!written.ok) return written;
      ({ conflicts, base } = written.value);
      return conflicts.length > 0 ? refuse('conflict') : written;
    },
    to: ({ to, sent }) => (sent === null ? to : `${to}?done=correspondence.done.corrected`),
  });
  const state = await answer(previous, data);
  // Both texts say it themselves: no second summary above them.
  return conflicts.length > 0 ? { ...state, formErrors: [], conflicts, base } : state;
}
