'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { sendInvitations } from '@/lib/jury/commands/invite';
import { seatJuror } from '@/lib/jury/commands/seat';
import { moveHearing } from '@/lib/jury/commands/timetable';
import { hearingMove, seatMove } from '@/lib/jury/panel-input';

const move = formAction({
  schema: hearingMove,
  words: 'jury',
  done: 'jury.timetable.moved',
  run: (viewer, value) => moveHearing(viewer, value),
  to: ({ panelId }, value) => `/admin/jury/${value.stageId}/panels#panel-${panelId}`,
});
export async function moveHearingAction(previous: FormState, data: FormData) {
  return move(previous, data);
}

const send = formAction({
  schema: z.object({ stageId: z.uuid() }),
  words: 'jury',
  done: 'jury.invitations.sent',
  run: (viewer, value, { clock }) => sendInvitations(viewer, value.stageId, clock),
  to: (_, value) => `/admin/jury/${value.stageId}/panels`,
});
export async function sendInvitationsAction(previous: FormState, data: FormData) {
  return send(previous, data);
}

const seat = formAction({
  schema: seatMove,
  words: 'jury',
  done: 'jury.timetable.seatedDone',
  fields: { conflict: 'panelId' },
  run: (viewer, value) => seatJuror(viewer, value),
  to: (_, value) => `/admin/jury/${value.stageId}/panels`,
});
export async function seatJurorAction(previous: FormState, data: FormData) {
  return seat(previous, data);
}
