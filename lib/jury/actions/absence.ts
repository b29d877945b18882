'use server';

import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { noteAbsence, sayJurorHalfDays } from '@/lib/jury/commands/absence';
import { seatAbsence, seatHalfDays } from '@/lib/jury/juror-input';

const absence = formAction({
  schema: seatAbsence,
  words: 'jury',
  done: 'jury.absence.saved',
  fields: { seat_unchanged: 'seatId', charter_required: 'seatId' },
  run: (viewer, value, { clock }) => noteAbsence(viewer, value, clock),
  to: (_, value) => `/admin/jury/${value.stageId}/jurors`,
});
export async function noteAbsenceAction(previous: FormState, data: FormData) {
  return absence(previous, data);
}

const halfDays = formAction({
  schema: seatHalfDays,
  words: 'jury',
  done: 'jury.teams.saved',
  run: (viewer, value) => sayJurorHalfDays(viewer, value),
  to: (_, value) => `/admin/jury/${value.stageId}/jurors`,
});
export async function sayJurorHalfDaysAction(previous: FormState, data: FormData) {
  return halfDays(previous, data);
}
