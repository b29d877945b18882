'use server';

import { undoDecision } from '@/lib/applications/commands/decide';
import { setExamination } from '@/lib/applications/commands/examination';
import { examineFiles } from '@/lib/applications/commands/examine';
import { undoAct } from '@/lib/applications/commands/undo';
import { removeView, saveView } from '@/lib/applications/commands/views';
import { ActOnly, DecisionOnly, ExaminationForm, ViewForm, ViewOnly } from '@/lib/applications/correspondence';
import { Examination, TickedFiles } from '@/lib/applications/examination';
import { IntakeFilters, intakeHref } from '@/lib/applications/intake-filters';
import { filesToWriteTo } from '@/lib/applications/queries/mailings';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';

const examine = formAction({
  schema: Examination,
  words: 'intake',
  run: (viewer, value, { clock }) => examineFiles(viewer, value, clock),
  done: 'intake.done',
  say: ({ changed, left }) => ({ changed, left }),
});
const write = formAction({
  schema: TickedFiles,
  words: 'intake',
  run: (viewer, { ids }) => filesToWriteTo(viewer, ids),
  to: ({ slug, ids }) => `/admin/calls/${slug}/mailings/new?target=chosen&files=${ids.join(',')}`,
});
/** The board's one form: its button « write » goes on to another page, the others act at once. */
export async function examineFilesAction(previous: FormState, data: FormData) {
  const begins = data instanceof FormData && data.get('intent') === 'write';
  return begins ? write(previous, data) : examine(previous, data);
}

const undo = formAction({
  schema: ActOnly,
  words: 'intake',
  run: (viewer, value, { clock }) => undoAct(viewer, value, clock),
  done: 'intake.undone',
  say: ({ changed, left }) => ({ changed, left }),
});
export async function undoActAction(previous: FormState, data: FormData) {
  return undo(previous, data);
}

const undoOne = formAction({
  schema: DecisionOnly,
  words: 'intake',
  run: (viewer, value, { clock }) => undoDecision(viewer, value, clock),
  done: 'intake.decisionUndone',
});
export async function undoDecisionAction(previous: FormState, data: FormData) {
  return undoOne(previous, data);
}

/** The board as it was shown: what is said of a view outlives the form that goes with it. */
const asShown = ({ path, query }: { path: string; query: string }) =>
  intakeHref(path, IntakeFilters.parse(Object.fromEntries(new URLSearchParams(query))), {});

const keepView = formAction({
  schema: ViewForm,
  words: 'intake',
  run: (viewer, { name, query, shared }) => saveView(viewer, { name, query, shared: shared === 'on' }),
  to: (_, board) => asShown(board),
  done: 'intake.views.saved',
});
export async function saveViewAction(previous: FormState, data: FormData) {
  return keepView(previous, data);
}

const dropView = formAction({
  schema: ViewOnly,
  words: 'intake',
  run: (viewer, value) => removeView(viewer, value),
  to: (_, board) => asShown(board),
  done: 'intake.views.removed',
});
export async function removeViewAction(previous: FormState, data: FormData) {
  return dropView(previous, data);
}

const settings = formAction({
  schema: ExaminationForm,
  words: 'intake',
  run: (viewer, value) => setExamination(viewer, value),
  to: (_, { slug }) => `/admin/calls/${slug}/examination`,
  done: 'intake.settings.saved',
});
export async function setExaminationAction(previous: FormState, data: FormData) {
  return settings(previous, data);
}
