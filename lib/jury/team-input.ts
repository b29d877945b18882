import { z } from 'zod';
import { halfDay } from './stage-input';

/** When the team of a file can come to its hearing. Nothing ticked: never, which is said too. */
export const teamHalfDays = z.object({
  stageId: z.uuid(),
  applicationId: z.uuid(),
  available: z.array(halfDay).max(20).default([]),
});
export type TeamHalfDays = z.infer<typeof teamHalfDays>;
