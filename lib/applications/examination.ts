import { z } from 'zod';
import { TEAM_DECISIONS } from './states';

const ids = z.array(z.uuid(), { error: 'choose_files' }).min(1).max(500);

export type Entrusting = { ids: string[]; instructorId: string | null };
export type Labelling = { ids: string[]; label: string; remove: boolean };

const INTENTS = [...TEAM_DECISIONS, 'entrust', 'label', 'unlabel', 'readers', 'remind'] as const;

/** Files ticked on the board, for what only begins there. */
export const TickedFiles = z.object({ ids: z.preprocess((value) => value ?? [], ids) });

/** The board's one form: files ticked, a button pressed, and what that button needs. */
export const Examination = z
  .object({
    ids: z.preprocess((value) => value ?? [], ids),
    intent: z.enum(INTENTS),
    reason: z.string().trim().max(2_000).default(''),
    /** What was found of each rule of the call, on the page of one file. */
    findings: z.record(z.string().max(60), z.string().max(10)).optional(),
    instructorId: z.union([z.literal('none'), z.uuid()]).default('none'),
    label: z.string().trim().max(60).default(''),
    readers: z.preprocess((value) => (typeof value === 'string' ? [value] : (value ?? [])), z.array(z.uuid()).max(20)),
    due: z.union([z.literal(''), z.iso.date()]).default(''),
  })
  .superRefine(({ intent, reason, label, readers }, context) => {
    const needs = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'required' });
    if ((TEAM_DECISIONS as readonly string[]).includes(intent) && reason.length < 3) needs('reason');
    if ((intent === 'label' || intent === 'unlabel') && label === '') needs('label');
    if (intent === 'readers' && readers.length === 0) needs('readers');
  });
export type Examination = z.infer<typeof Examination>;
