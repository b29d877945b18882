'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { createRehearsal, deleteRehearsal } from '@/lib/jury/commands/rehearse';
import { markRehearsal } from '@/lib/jury/commands/rehearse-marks';
import { rehearsalForm } from '@/lib/jury/rehearsal-input';

const create = formAction({
  schema: rehearsalForm,
  words: 'jury',
  done: 'jury.rehearsal.created',
  run: (viewer, value, { clock }) => createRehearsal(viewer, value, clock),
  to: ({ id }) => `/admin/jury/${id}`,
});
export async function createRehearsalAction(previous: FormState, data: FormData) {
  return create(previous, data);
}

const one = z.object({ stageId: z.uuid() });
const mark = formAction({
  schema: one,
  words: 'jury',
  done: 'jury.rehearsal.marked',
  run: (viewer, value, { clock }) => markRehearsal(viewer, value.stageId, clock),
  to: (_, value) => `/admin/jury/${value.stageId}/ranking`,
});
export async function markRehearsalAction(previous: FormState, data: FormData) {
  return mark(previous, data);
}

const remove = formAction({
  schema: one,
  words: 'jury',
  done: 'jury.rehearsal.deleted',
  run: (viewer, value) => deleteRehearsal(viewer, value.stageId),
  to: () => '/admin/jury',
});
export async function deleteRehearsalAction(previous: FormState, data: FormData) {
  return remove(previous, data);
}
