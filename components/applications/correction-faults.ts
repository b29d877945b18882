import { errorSentences } from '@/components/calls/error-sentences';
import { type FormState, idleState } from '@/components/ui/form-state';
import { corrected, errorsOf } from '@/lib/applications/corrections';
import type { MyCorrection } from '@/lib/applications/queries/corrections';
import { validateAnswers } from '@/lib/calls/validation';

/** What is wrong with what was kept, said beside its field when it was sent. */
export async function correctionFaults(correction: MyCorrection): Promise<FormState | undefined> {
  const { definition, inForce, fields, start, fieldIds } = correction;
  const answers = corrected(inForce, fields, start);
  const errors = errorsOf(validateAnswers(definition, answers), fieldIds);
  if (errors.length === 0) return undefined;
  return { ...idleState, status: 'error', errors: await errorSentences(definition, errors) };
}
