'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import { keepCohort } from '@/lib/auth/session';
import { idle } from '@/lib/form';
import { ok } from '@/lib/result';

const choose = formAction({
  schema: z.object({ cohort: z.string().regex(/^[a-z0-9-]{1,80}$/) }),
  words: 'coordination',
  run: async (_viewer, { cohort }) => {
    await keepCohort(cohort);
    return ok(null);
  },
  to: () => '/admin',
});
/** The cohort the coordination works on, kept from page to page: a plain form, no state to show. */
export async function chooseCohortAction(data: FormData): Promise<void> {
  await choose(idle, data);
}
