'use server';

import { examineFiles } from '@/lib/applications/commands/examine';
import { Examination } from '@/lib/applications/examination';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';

const examine = formAction({
  schema: Examination,
  words: 'intake',
  run: examineFiles,
  done: 'intake.done',
  say: ({ changed, left }) => ({ changed, left }),
});
export async function examineFilesAction(previous: FormState, data: FormData) {
  return examine(previous, data);
}
