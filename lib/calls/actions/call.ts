'use server';

import { formAction } from '@/lib/auth/action';
import { changeDeadline } from '@/lib/calls/commands/deadline';
import { publishForm } from '@/lib/calls/commands/form';
import { addHoliday, removeHoliday } from '@/lib/calls/commands/holidays';
import { createCall, publishCall, updateCall } from '@/lib/calls/commands/prepare';
import { CallReference, CallUpdate, DeadlineChange, HolidayInput, HolidayReference, NewCall } from '@/lib/calls/schema';
import type { FormState } from '@/lib/form';

const create = formAction({
  schema: NewCall,
  words: 'calls',
  fields: { inverted: 'closes', wrong_year: 'closes', unknown_form: 'form' },
  run: (viewer, value) => createCall(viewer, value),
  to: ({ slug }) => `/admin/calls/${slug}`,
  done: 'calls.done.created',
});
export async function createCallAction(previous: FormState, data: FormData) {
  return create(previous, data);
}

const update = formAction({
  schema: CallUpdate,
  words: 'calls',
  fields: { inverted: 'closes', wrong_year: 'closes', published_dates: 'closes' },
  run: (viewer, value) => updateCall(viewer, value),
  to: ({ slug }) => `/admin/calls/${slug}`,
  done: 'calls.done.updated',
});
export async function updateCallAction(previous: FormState, data: FormData) {
  return update(previous, data);
}

const publish = formAction({
  schema: CallReference,
  words: 'calls',
  run: (viewer, value, { clock }) => publishCall(viewer, value, clock),
  to: ({ slug }) => `/admin/calls/${slug}`,
  done: 'calls.done.published',
});
export async function publishCallAction(previous: FormState, data: FormData) {
  return publish(previous, data);
}

const deadline = formAction({
  schema: DeadlineChange,
  words: 'calls',
  fields: {
    same_date: 'closes',
    wrong_year: 'closes',
    before_opening: 'closes',
    in_the_past: 'closes',
    date_to_check: 'closes',
  },
  run: (viewer, value, { clock }) => changeDeadline(viewer, value, clock),
  to: ({ slug }) => `/admin/calls/${slug}`,
  done: 'calls.done.deadline',
});
export async function changeDeadlineAction(previous: FormState, data: FormData) {
  return deadline(previous, data);
}

const holiday = formAction({
  schema: HolidayInput,
  words: 'calls',
  fields: { same_holiday: 'from' },
  run: (viewer, value, { clock }) => addHoliday(viewer, value, clock),
  to: () => '/admin/calls/holidays',
  done: 'calls.done.holidaySaved',
});
export async function addHolidayAction(previous: FormState, data: FormData) {
  return holiday(previous, data);
}

const noHoliday = formAction({
  schema: HolidayReference,
  words: 'calls',
  run: (viewer, value) => removeHoliday(viewer, value),
  to: () => '/admin/calls/holidays',
  done: 'calls.done.holidayRemoved',
});
export async function removeHolidayAction(previous: FormState, data: FormData) {
  return noHoliday(previous, data);
}

const version = formAction({
  schema: CallReference,
  words: 'calls',
  run: (viewer, value, { clock }) => publishForm(viewer, value, clock),
  to: ({ slug }) => `/admin/calls/${slug}`,
  done: 'calls.done.formPublished',
});
export async function publishFormAction(previous: FormState, data: FormData) {
  return version(previous, data);
}
