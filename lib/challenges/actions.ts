'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import { createChallenge, createChallengeFromApplication } from '@/lib/challenges/commands/create';
import { updateChallenge } from '@/lib/challenges/commands/edit';
import { enterFellow, freeSeat, removePosition, setPosition } from '@/lib/challenges/commands/seats';
import { ChallengeForm, FellowForm, NewChallenge, PositionForm } from '@/lib/challenges/schema';
import type { FormState } from '@/lib/form';

const page = ({ slug }: { slug: string }) => `/admin/challenges/${slug}`;
const seats = ({ slug }: { slug: string }) => `/admin/challenges/${slug}/team`;
const Seat = z.object({ positionId: z.uuid(), version: z.number().int().min(1) });

const fromApplication = formAction({
  schema: z.object({ applicationId: z.uuid() }),
  words: 'challenges',
  run: (viewer, { applicationId }, { clock }) => createChallengeFromApplication(viewer, applicationId, clock),
  to: seats,
  done: 'challenges.done.created',
});
export async function createFromApplicationAction(previous: FormState, data: FormData) {
  return fromApplication(previous, data);
}

const create = formAction({
  schema: NewChallenge,
  words: 'challenges',
  run: (viewer, input) => createChallenge(viewer, input),
  to: page,
  done: 'challenges.done.created',
});
export async function createChallengeAction(previous: FormState, data: FormData) {
  return create(previous, data);
}

const update = formAction({
  schema: ChallengeForm,
  words: 'challenges',
  run: (viewer, form) => updateChallenge(viewer, form),
  to: page,
  done: 'challenges.done.updated',
});
export async function updateChallengeAction(previous: FormState, data: FormData) {
  return update(previous, data);
}

const position = formAction({
  schema: PositionForm,
  words: 'challenges',
  run: (viewer, form) => setPosition(viewer, form),
  to: seats,
  done: 'challenges.done.seat',
});
export async function setPositionAction(previous: FormState, data: FormData) {
  return position(previous, data);
}

const remove = formAction({
  schema: Seat,
  words: 'challenges',
  run: (viewer, input) => removePosition(viewer, input),
  to: seats,
  done: 'challenges.done.seatRemoved',
});
export async function removePositionAction(previous: FormState, data: FormData) {
  return remove(previous, data);
}

const fellow = formAction({
  schema: FellowForm,
  words: 'challenges',
  run: (viewer, form, { clock }) => enterFellow(viewer, form, clock),
  to: seats,
  done: 'challenges.done.fellow',
});
export async function enterFellowAction(previous: FormState, data: FormData) {
  return fellow(previous, data);
}

const free = formAction({
  schema: Seat,
  words: 'challenges',
  run: (viewer, input, { clock }) => freeSeat(viewer, input, clock),
  to: seats,
  done: 'challenges.done.freed',
});
export async function freeSeatAction(previous: FormState, data: FormData) {
  return free(previous, data);
}
