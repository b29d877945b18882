import { z } from 'zod';
import { CONFLICT_KINDS, DECLARABLE } from './states';

export const declaration = z.object({
  assignmentId: z.uuid(),
  kind: z.enum(DECLARABLE),
  reason: z.string().trim().max(2000).default(''),
});
export type Declaration = z.infer<typeof declaration>;

export const judgement = z.object({
  applicationId: z.uuid(),
  personId: z.uuid(),
  kind: z.enum(CONFLICT_KINDS),
  state: z.enum(['confirmed', 'dismissed']),
  reason: z.string().trim().max(2000).default(''),
});

/** A tie with a file of which only the title was read. */
export const tieDeclared = z.object({
  stageId: z.uuid(),
  applicationId: z.uuid(),
  kind: z.enum(DECLARABLE),
  reason: z.string().trim().max(2000).default(''),
});
export type TieDeclared = z.infer<typeof tieDeclared>;
