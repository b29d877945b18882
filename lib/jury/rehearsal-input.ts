import { z } from 'zod';

/** Severity differences as a share of the scale: jurors alike, as seen in real juries, or far apart. */
export const SEVERITIES = { none: 0, usual: 0.1, strong: 0.2 } as const;

/** A rehearsal as asked on its form: how large, how severe, how tied. */
export const rehearsalForm = z.object({
  cohortId: z.uuid(),
  template: z.string().max(60),
  files: z.coerce.number().int().min(2).max(300),
  jurors: z.coerce.number().int().min(2).max(100),
  readersPerFile: z.coerce.number().int().min(1).max(10),
  panels: z.coerce.number().int().min(1).max(30),
  severity: z.enum(['none', 'usual', 'strong']),
  /** Of a hundred pairs of a juror and a file, how many are in conflict. */
  conflicts: z.coerce.number().int().min(0).max(50),
  seed: z.coerce.number().int().min(1).max(9999).default(1),
});
export type RehearsalForm = z.infer<typeof rehearsalForm>;
