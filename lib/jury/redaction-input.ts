import { z } from 'zod';

/** What jurors read in place of one answer ("title" names the project); an empty text hides it. */
export const redactionInput = z.object({
  stageId: z.uuid(),
  applicationId: z.uuid(),
  fieldId: z.string().min(1).max(60),
  text: z.string().trim().max(20_000).default(''),
});
export type RedactionInput = z.infer<typeof redactionInput>;
