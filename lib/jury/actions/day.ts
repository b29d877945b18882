'use server';

import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { callAttendance, placePanel, standAside } from '@/lib/jury/commands/day';
import { attendance, panelPlace, recusal } from '@/lib/jury/panel-input';

const panels = (value: { stageId: string; panelId: string }) =>
  `/admin/jury/${value.stageId}/panels#panel-${value.panelId}`;

const place = formAction({
  schema: panelPlace,
  words: 'jury',
  done: 'jury.settings.saved',
  run: (viewer, value) => placePanel(viewer, value),
  to: (_, value) => panels(value),
});
export async function placePanelAction(previous: FormState, data: FormData) {
  return place(previous, data);
}

const call = formAction({
  schema: attendance,
  words: 'jury',
  run: (viewer, value, { clock }) => callAttendance(viewer, value, clock),
});
export async function callAttendanceAction(previous: FormState, data: FormData) {
  return call(previous, data);
}

const aside = formAction({
  schema: recusal,
  words: 'jury',
  done: 'jury.panels.recused',
  run: (viewer, value) => standAside(viewer, value),
  to: (_, value) => panels(value),
});
export async function standAsideAction(previous: FormState, data: FormData) {
  return aside(previous, data);
}
