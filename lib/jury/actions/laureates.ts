'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { makeLaureates, undoLaureates } from '@/lib/jury/commands/laureates';

const call = z.object({ stageId: z.uuid(), callId: z.uuid() });
const publication = (stageId: string) => `/admin/jury/${stageId}/publication#laureates`;

const make = formAction({
  schema: call,
  words: 'jury',
  done: 'jury.laureates.made',
  run: (viewer, value, { clock }) => makeLaureates(viewer, value.callId, clock),
  to: (_, value) => publication(value.stageId),
});
export async function makeLaureatesAction(previous: FormState, data: FormData) {
  return make(previous, data);
}

const undo = formAction({
  schema: call,
  words: 'jury',
  done: 'jury.laureates.undone',
  run: (viewer, value) => undoLaureates(viewer, value.callId),
  to: (_, value) => publication(value.stageId),
});
export async function undoLaureatesAction(previous: FormState, data: FormData) {
  return undo(previous, data);
}
