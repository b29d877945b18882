import { z } from 'zod';
import { VERDICTS } from '@/lib/applications/states';

/** A decision on a file; its reason is what the letter says. */
export const decisionInput = z.object({
  stageId: z.uuid(),
  applicationId: z.uuid(),
  /** The state the decider saw: another decision meanwhile is not overwritten. */
  before: z.string().max(20),
  after: z.enum([...VERDICTS, 'eligible']),
  reason: z.string().trim().min(1).max(5000),
});
export type DecisionInput = z.infer<typeof decisionInput>;
