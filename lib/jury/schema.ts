import { z } from 'zod';

// A rubric is what a stage asks of its jurors. It is data: every cohort writes its own, versioned, frozen at the first mark.

export const localizedSchema = z.object({
  fr: z.string().trim().min(1).max(2000),
  en: z.string().trim().min(1).max(2000),
});
export type Localized = z.infer<typeof localizedSchema>;

export const keySchema = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

export interface Scale {
  min: number;
  max: number;
  step: number;
}

export const scaleSchema = z
  .object({ min: z.number().finite(), max: z.number().finite(), step: z.number().finite().positive() })
  .refine((s) => s.max > s.min, { path: ['max'], error: 'max_not_above_min' })
  .refine((s) => onStep(s, s.max), { path: ['step'], error: 'step_does_not_reach_max' })
  .refine((s) => (s.max - s.min) / s.step <= 100, { path: ['step'], error: 'too_many_marks' });

export const criterionSchema = z
  .object({
    key: keySchema,
    label: localizedSchema,
    description: localizedSchema.optional(),
    scale: scaleSchema,
    anchors: z.array(z.object({ mark: z.number(), label: localizedSchema })).default([]),
    weight: z.number().finite().positive().max(100).default(1),
    required: z.boolean().default(true),
    notApplicable: z.boolean().default(false),
    inTotal: z.boolean().default(true),
    comment: z.enum(['none', 'optional', 'required']).default('optional'),
  })
  .superRefine((criterion, context) => {
    const seen = new Set<number>();
    criterion.anchors.forEach(({ mark }, index) => {
      const path = ['anchors', index, 'mark'];
      if (!isOnScale(criterion.scale, mark)) context.addIssue({ code: 'custom', path, message: 'anchor_off_scale' });
      if (seen.has(mark)) context.addIssue({ code: 'custom', path, message: 'anchor_twice' });
      seen.add(mark);
    });
  });
export type Criterion = z.infer<typeof criterionSchema>;

export const verdictSchema = z.object({
  key: keySchema,
  label: localizedSchema,
  leaning: z.enum(['for', 'neutral', 'against']),
});

/** What a juror (or the panel's rapporteur) says of a whole file, beside the marks; used per file and in the general grid. */
const opinionSchema = z.object({
  verdicts: z.array(verdictSchema).max(10).default([]),
  verdictRequired: z.boolean().default(false),
  rank: z.boolean().default(false),
  favourite: z.boolean().default(false),
  comment: z.enum(['none', 'optional', 'required']).default('optional'),
});
export type Opinion = z.infer<typeof opinionSchema>;

export const rubricSchema = z
  .object({
    version: z.literal(1).default(1),
    key: keySchema,
    label: localizedSchema,
    stage: z.enum(['eligibility', 'preselection', 'hearing', 'final']),
    /** Who fills it: each juror alone, or one grid for a panel, held by its rapporteur. */
    marking: z.enum(['individual', 'collective']),
    total: z.enum(['sum', 'mean']),
    abstention: z.boolean().default(true),
    criteria: z.array(criterionSchema).min(1).max(30),
    opinion: opinionSchema,
    /** Filled once per panel, after its last hearing, over all its files. */
    generalGrid: opinionSchema.nullable().default(null),
    anonymity: z.object({
      names: z.boolean().default(false),
      organisations: z.boolean().default(false),
      attachments: z.boolean().default(false),
    }),
    /** When a juror sees what the others wrote on the same file. */
    othersVisible: z.enum(['never', 'after_own', 'always']).default('after_own'),
  })
  .superRefine((rubric, context) => {
    reportTwice(context, ['criteria'], rubric.criteria);
    reportTwice(context, ['opinion', 'verdicts'], rubric.opinion.verdicts);
    if (rubric.generalGrid) reportTwice(context, ['generalGrid', 'verdicts'], rubric.generalGrid.verdicts);
    if (!rubric.criteria.some((criterion) => criterion.inTotal))
      context.addIssue({ code: 'custom', path: ['criteria'], message: 'no_criterion_in_total' });
  });
export type Rubric = z.infer<typeof rubricSchema>;
export type RubricInput = z.input<typeof rubricSchema>;

function reportTwice(context: z.RefinementCtx, path: (string | number)[], items: readonly { key: string }[]) {
  const seen = new Set<string>();
  items.forEach(({ key }, index) => {
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [...path, index, 'key'], message: 'key_twice' });
    seen.add(key);
  });
}

function onStep(scale: Scale, mark: number): boolean {
  const steps = (mark - scale.min) / scale.step;
  return Math.abs(steps - Math.round(steps)) < 1e-9;
}

export function isOnScale(scale: Scale, mark: number): boolean {
  return mark >= scale.min - 1e-9 && mark <= scale.max + 1e-9 && onStep(scale, mark);
}

/** Every mark a juror may give, lowest first, rounded to what the step prints. */
export function marksOf(scale: Scale): number[] {
  const count = Math.round((scale.max - scale.min) / scale.step);
  return Array.from({ length: count + 1 }, (_, index) => Number((scale.min + index * scale.step).toFixed(6)));
}
