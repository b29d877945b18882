'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { noteDiscussion } from '@/lib/jury/commands/deliberate';
import { sealMinutes, signMinutes } from '@/lib/jury/commands/minutes';
import { changeSettings } from '@/lib/jury/commands/stage';
import { rankRuleNames } from '@/lib/jury/ranking';

const stageId = z.uuid();
const board = (id: string) => `/admin/jury/${id}/deliberation`;

const note = formAction({
  schema: z.object({ stageId, applicationId: z.uuid(), text: z.string().trim().min(1).max(5000) }),
  words: 'jury',
  run: (viewer, value) => noteDiscussion(viewer, value),
});
export async function noteDiscussionAction(previous: FormState, data: FormData) {
  return note(previous, data);
}

const room = formAction({
  schema: z.object({ stageId, open: z.enum(['yes', 'no']) }),
  words: 'jury',
  run: (viewer, value) =>
    changeSettings(viewer, { stageId: value.stageId, settings: { deliberationOpen: value.open === 'yes' } }),
  to: (_, value) => board(value.stageId),
});
export async function openRoomAction(previous: FormState, data: FormData) {
  return room(previous, data);
}

const rule = z.enum(rankRuleNames).optional();
const order = formAction({
  schema: z.object({ stageId, first: z.enum(rankRuleNames), second: rule, third: rule }),
  words: 'jury',
  run: (viewer, { stageId: id, ...value }) => {
    const ranking = [...new Set([value.first, value.second, value.third].filter((name) => name !== undefined))];
    return changeSettings(viewer, { stageId: id, settings: { ranking } });
  },
  to: (_, value) => board(value.stageId),
});
export async function orderBoardAction(previous: FormState, data: FormData) {
  return order(previous, data);
}

const seal = formAction({
  schema: z.object({ stageId, remarks: z.string().trim().max(10_000).default('') }),
  words: 'jury',
  done: 'jury.minutes.sealedDone',
  run: (viewer, value, { clock }) => sealMinutes(viewer, value, clock),
  to: (_, value) => `/admin/jury/${value.stageId}/minutes`,
});
export async function sealMinutesAction(previous: FormState, data: FormData) {
  return seal(previous, data);
}

const sign = formAction({
  schema: z.object({ minutesId: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  words: 'jury',
  done: 'jury.minutes.signedDone',
  run: (viewer, value, { clock }) => signMinutes(viewer, value, clock),
  to: ({ path }) => path,
});
export async function signMinutesAction(previous: FormState, data: FormData) {
  return sign(previous, data);
}
