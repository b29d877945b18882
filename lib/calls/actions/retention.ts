'use server';

import { formAction } from '@/lib/auth/action';
import { changeRetention } from '@/lib/calls/commands/retention';
import { RetentionForm } from '@/lib/calls/retention';
import type { FormState } from '@/lib/form';

const change = formAction({
  schema: RetentionForm,
  words: 'retention',
  fields: { same_retention: 'months', kept_longer: 'months', erases_now: 'sure' },
  run: (viewer, value, { clock }) => changeRetention(viewer, value, clock),
  to: ({ slug }) => `/admin/calls/${slug}/retention`,
  done: 'retention.done',
});
export async function changeRetentionAction(previous: FormState, data: FormData) {
  return change(previous, data);
}
