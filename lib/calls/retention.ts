import { z } from 'zod';

/** How long what files that were not retained say of people is kept, in months. Two years unless a call says otherwise. */
export const RETENTIONS = [6, 12, 18, 24, 36, 48, 60] as const;

/** As SQL over a file `a` of a call `c`: when what it says goes. Counted from the results, else the closing; from its import when it came later. */
export const keptUntil = (months: string): string =>
  `GREATEST(c.closes_at, c.results_published_at, (SELECT i.imported_at FROM imported_file i WHERE i.application_id = a.id))
     + make_interval(months => ${months})`;

/** As SQL over a file `a`: it was not retained, and says something still. */
export const ERASABLE = `a.erased_at IS NULL AND a.state <> 'selected' AND NOT EXISTS (SELECT 1 FROM challenge h WHERE h.application_id = a.id)`;

export const RetentionForm = z.object({
  callId: z.uuid(),
  months: z.coerce.number().refine((months) => (RETENTIONS as readonly number[]).includes(months), 'choose_one'),
  reason: z.string().trim().min(10).max(1000),
  /** Ticked: what would go at once was said, and is to go. */
  sure: z.literal('on').optional(),
});
export type RetentionForm = z.output<typeof RetentionForm>;
