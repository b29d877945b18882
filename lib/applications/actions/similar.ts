'use server';

import { z } from 'zod';
import { compareAgain, judgeSimilar } from '@/lib/applications/commands/similar';
import { VERDICTS } from '@/lib/applications/similar';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';

const judge = formAction({
  schema: z.object({ similarId: z.uuid(), verdict: z.enum(VERDICTS) }),
  words: 'similar',
  run: (viewer, value, { clock }) => judgeSimilar(viewer, value, clock),
  to: ({ id }) => `/admin/applications/${id}/similar`,
  done: 'similar.done.judged',
});
export async function judgeSimilarAction(previous: FormState, data: FormData) {
  return judge(previous, data);
}

const again = formAction({
  schema: z.object({ applicationId: z.uuid() }),
  words: 'similar',
  run: (viewer, value) => compareAgain(viewer, value),
  to: ({ id }) => `/admin/applications/${id}/similar`,
  done: 'similar.done.again',
});
export async function compareAgainAction(previous: FormState, data: FormData) {
  return again(previous, data);
}
