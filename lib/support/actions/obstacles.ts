'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import {
  escalateObstacle,
  logObstacle,
  planObstacle,
  resolveObstacle,
  writeToObstacle,
} from '@/lib/support/commands/obstacles';
import { closeSkill, postSkill } from '@/lib/support/commands/skills';
import { NextStepForm, ObstacleForm, ResolutionForm, SkillForm } from '@/lib/support/schema';

const Id = z.object({ id: z.uuid() });
const there = ({ id }: { id: string }) => `/obstacles/${id}`;

const log = formAction({
  schema: ObstacleForm,
  words: 'support',
  run: (viewer, value, { clock }) => logObstacle(viewer, value, clock),
  to: there,
  done: 'support.done.logged',
});
export async function logObstacleAction(previous: FormState, data: FormData) {
  return log(previous, data);
}

const plan = formAction({
  schema: Id.extend(NextStepForm.shape),
  words: 'support',
  run: (viewer, value) => planObstacle(viewer, value),
  to: there,
  done: 'support.done.planned',
});
export async function planObstacleAction(previous: FormState, data: FormData) {
  return plan(previous, data);
}

const escalate = formAction({
  schema: Id,
  words: 'support',
  run: (viewer, value, { clock }) => escalateObstacle(viewer, value, clock),
  to: there,
  done: 'support.done.escalated',
});
export async function escalateObstacleAction(previous: FormState, data: FormData) {
  return escalate(previous, data);
}

const write = formAction({
  schema: Id.extend({ text: z.string().trim().min(1).max(4_000) }),
  words: 'support',
  run: (viewer, value, { clock }) => writeToObstacle(viewer, value, clock),
  to: there,
  done: 'support.done.written',
});
export async function writeToObstacleAction(previous: FormState, data: FormData) {
  return write(previous, data);
}

const resolve = formAction({
  schema: Id.extend(ResolutionForm.shape),
  words: 'support',
  run: (viewer, value, { clock }) => resolveObstacle(viewer, { ...value, share: value.share === 'yes' }, clock),
  to: there,
  done: 'support.done.resolved',
});
export async function resolveObstacleAction(previous: FormState, data: FormData) {
  return resolve(previous, data);
}

const skill = formAction({
  schema: SkillForm,
  words: 'support',
  run: (viewer, value, { clock }) => postSkill(viewer, value, clock),
  to: () => '/skills',
  done: 'support.done.skill',
});
export async function postSkillAction(previous: FormState, data: FormData) {
  return skill(previous, data);
}

const close = formAction({
  schema: Id,
  words: 'support',
  run: (viewer, value, { clock }) => closeSkill(viewer, value, clock),
  to: () => '/skills',
  done: 'support.done.skillClosed',
});
export async function closeSkillAction(previous: FormState, data: FormData) {
  return close(previous, data);
}
