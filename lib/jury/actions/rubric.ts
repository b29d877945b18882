'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { redactField } from '@/lib/jury/commands/redact';
import { mapCriteria } from '@/lib/jury/commands/stage';
import { redactionInput } from '@/lib/jury/redaction-input';

const redact = formAction({
  schema: redactionInput.extend({ act: z.enum(['save', 'restore']).default('save') }),
  words: 'jury',
  done: 'jury.redaction.saved',
  run: (viewer, { act, ...value }) => redactField(viewer, { ...value, text: act === 'restore' ? null : value.text }),
  to: (_, value) => `/admin/jury/${value.stageId}/preview/${value.applicationId}#redaction`,
});
export async function redactFieldAction(previous: FormState, data: FormData) {
  return redact(previous, data);
}

const map = formAction({
  schema: z.object({
    stageId: z.uuid(),
    from: z.uuid(),
    map: z.record(z.string().max(40), z.string().max(40).optional()).default({}),
  }),
  words: 'jury',
  done: 'jury.compare.saved',
  run: (viewer, { map: said, ...value }) =>
    mapCriteria(viewer, {
      ...value,
      map: Object.fromEntries(Object.entries(said).map(([key, heir]) => [key, heir === 'none' || !heir ? null : heir])),
    }),
  to: (_, value) => `/admin/jury/${value.stageId}/compare`,
});
export async function mapCriteriaAction(previous: FormState, data: FormData) {
  return map(previous, data);
}
