'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { notePresence } from '@/lib/jury/commands/attendance';
import { changeSettings } from '@/lib/jury/commands/stage';
import { declareTie, finishTies } from '@/lib/jury/commands/ties';
import { tieDeclared } from '@/lib/jury/conflict-input';
import { presence } from '@/lib/jury/panel-input';

const stageId = z.uuid();

const note = formAction({
  schema: presence,
  words: 'jury',
  run: (viewer, value, { clock }) => notePresence(viewer, value, clock),
});
export async function notePresenceAction(previous: FormState, data: FormData) {
  return note(previous, data);
}

const titles = formAction({
  schema: z.object({ stageId, open: z.enum(['yes', 'no']) }),
  words: 'jury',
  run: (viewer, value) =>
    changeSettings(viewer, { stageId: value.stageId, settings: { titlesOpen: value.open === 'yes' } }),
  to: (_, value) => `/admin/jury/${value.stageId}/conflicts`,
});
export async function openTitlesAction(previous: FormState, data: FormData) {
  return titles(previous, data);
}

const tie = formAction({
  schema: tieDeclared,
  words: 'jury',
  done: 'jury.ties.declared',
  run: (viewer, value) => declareTie(viewer, value),
  to: (_, value) => `/jury/ties/${value.stageId}`,
});
export async function declareTieAction(previous: FormState, data: FormData) {
  return tie(previous, data);
}

const finish = formAction({
  schema: z.object({ stageId }),
  words: 'jury',
  done: 'jury.ties.finished',
  run: (viewer, value, { clock }) => finishTies(viewer, value, clock),
  to: () => '/jury',
});
export async function finishTiesAction(previous: FormState, data: FormData) {
  return finish(previous, data);
}
