'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { computeFunding } from '@/lib/funding/commands';

const compute = formAction({
  schema: z.object({ cohort: z.string().min(1).max(80), seenCents: z.number().int().min(0) }),
  words: 'funding',
  run: (viewer, input) => computeFunding(viewer, input),
  to: ({ slug }) => `/admin/funding/${slug}`,
  done: 'funding.done.computed',
});
export async function computeFundingAction(previous: FormState, data: FormData) {
  return compute(previous, data);
}
