import { z } from 'zod';

const ids = z.array(z.uuid(), { error: 'choose_files' }).min(1).max(500);

/** What the team decides before the jury: eligible, not eligible, or back to "received". */
export const ELIGIBILITY = ['eligible', 'ineligible', 'submitted'] as const;
export type Eligibility = { ids: string[]; after: (typeof ELIGIBILITY)[number]; reason: string };
export type Entrusting = { ids: string[]; instructorId: string | null };
export type Labelling = { ids: string[]; label: string; remove: boolean };

const INTENTS = [...ELIGIBILITY, 'entrust', 'label', 'unlabel'] as const;

/** The board's one form: files ticked, a button pressed, and what that button needs. */
export const Examination = z
  .object({
    ids: z.preprocess((value) => value ?? [], ids),
    intent: z.enum(INTENTS),
    reason: z.string().trim().max(2_000).default(''),
    instructorId: z.union([z.literal('none'), z.uuid()]).default('none'),
    label: z.string().trim().max(60).default(''),
  })
  .superRefine(({ intent, reason, label }, context) => {
    const needs = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'required' });
    if ((ELIGIBILITY as readonly string[]).includes(intent) && reason.length < 3) needs('reason');
    if ((intent === 'label' || intent === 'unlabel') && label === '') needs('label');
  });
export type Examination = z.infer<typeof Examination>;
