'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { applyPanels, solvePanels } from '@/lib/jury/commands/panels';
import { addRule, applyReadings, removeRule, solveReadings } from '@/lib/jury/commands/solve';
import { changeSettings, editRubric } from '@/lib/jury/commands/stage';
import { rubricForm } from '@/lib/jury/rubric-input';
import { settingsForm } from '@/lib/jury/stage-input';

const stageId = z.uuid();
const page = (id: string, part = '') => `/admin/jury/${id}${part}`;

const solve = formAction({
  schema: z.object({ stageId, kind: z.enum(['readings', 'panels']) }),
  words: 'jury',
  run: (viewer, value) =>
    value.kind === 'panels' ? solvePanels(viewer, value.stageId) : solveReadings(viewer, value.stageId),
  to: ({ id }, value) => page(value.stageId, `/solutions/${id}`),
});
export async function solveAction(previous: FormState, data: FormData) {
  return solve(previous, data);
}

const apply = formAction({
  schema: z.object({ stageId, solutionId: z.uuid() }),
  words: 'jury',
  done: 'jury.solution.applied',
  run: (viewer, value, { clock }) => applyReadings(viewer, value, clock()),
  to: (_, value) => page(value.stageId, '/assignment'),
});
export async function applyReadingsAction(previous: FormState, data: FormData) {
  return apply(previous, data);
}

const panels = formAction({
  schema: z.object({ stageId, solutionId: z.uuid() }),
  words: 'jury',
  done: 'jury.panels.applied',
  run: (viewer, value, { clock }) => applyPanels(viewer, value, clock()),
  to: (_, value) => page(value.stageId, '/panels'),
});
export async function applyPanelsAction(previous: FormState, data: FormData) {
  return panels(previous, data);
}

const settings = formAction({
  schema: settingsForm,
  words: 'jury',
  done: 'jury.settings.saved',
  run: (viewer, { stageId: id, back: _, anchorsChosen, ...value }) => {
    const settings = anchorsChosen ? { ...value, anchorFiles: value.anchorFiles ?? [] } : value;
    return changeSettings(viewer, { stageId: id, settings });
  },
  to: (_, value) => page(value.stageId, value.back === 'panels' ? '/panels' : '/assignment'),
});
export async function changeSettingsAction(previous: FormState, data: FormData) {
  return settings(previous, data);
}

const rule = formAction({
  schema: z.object({
    stageId,
    kind: z.enum(['forbidden', 'apart']),
    jurorId: z.uuid(),
    applicationId: z.uuid().optional(),
    otherId: z.uuid().optional(),
    reason: z.string().trim().max(500).default(''),
  }),
  words: 'jury',
  done: 'jury.rules.added',
  run: (viewer, value) => addRule(viewer, value),
  to: (_, value) => page(value.stageId, '/assignment'),
});
export async function addRuleAction(previous: FormState, data: FormData) {
  return rule(previous, data);
}

const lift = formAction({
  schema: z.object({ stageId, ruleId: z.uuid() }),
  words: 'jury',
  done: 'jury.rules.removed',
  run: (viewer, value) => removeRule(viewer, value),
  to: (_, value) => page(value.stageId, '/assignment'),
});
export async function removeRuleAction(previous: FormState, data: FormData) {
  return lift(previous, data);
}

const rubric = formAction({
  schema: rubricForm,
  words: 'jury',
  done: 'jury.rubric.saved',
  run: (viewer, value) => editRubric(viewer, value),
  to: (_, value) => page(value.stageId, '/rubric'),
});
export async function editRubricAction(previous: FormState, data: FormData) {
  return rubric(previous, data);
}
