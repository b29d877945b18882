'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { createCohort, updateCohort } from '@/lib/programme/commands';
import { CohortForm } from '@/lib/programme/schema';

const create = formAction({
  schema: CohortForm,
  words: 'programme',
  fields: { number_taken: 'number' },
  run: (viewer, form) => createCohort(viewer, form),
  to: ({ slug }) => `/admin/cohorts/${slug}`,
  done: 'programme.done.created',
});
export async function createCohortAction(previous: FormState, data: FormData) {
  return create(previous, data);
}

const update = formAction({
  schema: z.intersection(z.object({ id: z.uuid() }), CohortForm),
  words: 'programme',
  fields: { number_taken: 'number' },
  run: (viewer, { id, ...form }) => updateCohort(viewer, id, form),
  to: ({ slug }) => `/admin/cohorts/${slug}`,
  done: 'programme.done.updated',
});
export async function updateCohortAction(previous: FormState, data: FormData) {
  return update(previous, data);
}
