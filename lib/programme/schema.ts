import { z } from 'zod';
import { parseEuros } from '@/lib/money';

const cents = z.number().int().min(0).max(100_000_000_00);

/** A level of net pay a month; cohorts 5 and 6 had two, by years of experience. */
export const PayLevel = z.object({
  code: z.string().min(1).max(40),
  label: z.string().max(120),
  netMonthlyCents: cents,
});

/**
 * How a cohort's programme pays for its fellows: a fact of a year, so a setting.
 * `flat`: an amount for each recruited fellow (cohort 6). `months`: the employer's cost of so many months (cohorts 4, 5).
 * `share`: a part of the employer's whole cost (100 % in cohorts 1 and 2, 70 % in cohort 3). `none`: the host pays.
 */
export const CoFundingRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('flat'), amountCents: cents }),
  z.object({ kind: z.literal('months'), months: z.number().min(0).max(36) }),
  z.object({ kind: z.literal('share'), percent: z.number().min(0).max(100) }),
]);
export type CoFundingRule = z.infer<typeof CoFundingRule>;

/** What changes with every cohort. Unknown keys of older settings are kept. */
export const CohortSettings = z.looseObject({
  coFunding: CoFundingRule.default({ kind: 'none' }),
  durationMonths: z.number().min(1).max(36).default(10),
  fellowsMin: z.number().int().min(1).max(20).default(2),
  fellowsMax: z.number().int().min(1).max(20).default(3),
  payLevels: z.array(PayLevel).max(6).default([]),
  /** Employer's whole cost for 100 of net pay: 175 means 70,000 € for ten months at 4,000 €. */
  employerCostPercent: z.number().min(100).max(300).default(175),
  budgetProgramme: z.string().max(60).default(''),
});
export type CohortSettings = z.infer<typeof CohortSettings>;

/** Settings as stored, made whole; unreadable ones fall back to the defaults rather than break a page. */
export function readSettings(stored: unknown): CohortSettings {
  const parsed = CohortSettings.safeParse(stored ?? {});
  return parsed.success ? parsed.data : CohortSettings.parse({});
}

const trimmed = (max: number) => z.string().trim().max(max);
const Euros = trimmed(30).transform((typed, context) => {
  const read = parseEuros(typed);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'money' });
  return z.NEVER;
});

/** The form of a cohort: its name, its dates, and the rules of the year. */
export const CohortForm = z
  .object({
    number: trimmed(20).min(1),
    name: trimmed(120).min(1),
    year: z.number().int().min(1990).max(2200).optional(),
    startsOn: z.iso.date().optional(),
    endsOn: z.iso.date().optional(),
    summary: trimmed(400).default(''),
    published: z.boolean().default(false),
    coFundingKind: z.enum(['none', 'flat', 'months', 'share']),
    coFundingAmount: Euros.optional(),
    coFundingMonths: z.number().min(0).max(36).optional(),
    coFundingPercent: z.number().min(0).max(100).optional(),
    durationMonths: z.number().min(1).max(36).default(10),
    fellowsMin: z.number().int().min(1).max(20).default(2),
    fellowsMax: z.number().int().min(1).max(20).default(3),
    employerCostPercent: z.number().min(100).max(300).default(175),
    budgetProgramme: trimmed(60).default(''),
    payLevels: z
      .array(z.object({ label: trimmed(120).default(''), amount: Euros.optional() }))
      .max(6)
      .default([]),
  })
  .superRefine((form, context) => {
    const needed = {
      none: null,
      flat: 'coFundingAmount',
      months: 'coFundingMonths',
      share: 'coFundingPercent',
    } as const;
    const field = needed[form.coFundingKind];
    if (field && form[field] === undefined) context.addIssue({ code: 'custom', message: 'required', path: [field] });
    if (form.fellowsMax < form.fellowsMin)
      context.addIssue({ code: 'custom', message: 'max_below_min', path: ['fellowsMax'] });
    if (form.startsOn && form.endsOn && form.endsOn < form.startsOn)
      context.addIssue({ code: 'custom', message: 'ends_before_start', path: ['endsOn'] });
  });
export type CohortForm = z.output<typeof CohortForm>;

/** The settings a form describes. */
export function settingsOf(form: CohortForm): CohortSettings {
  const rules = {
    none: { kind: 'none' },
    flat: { kind: 'flat', amountCents: form.coFundingAmount },
    months: { kind: 'months', months: form.coFundingMonths },
    share: { kind: 'share', percent: form.coFundingPercent },
  };
  return CohortSettings.parse({
    coFunding: rules[form.coFundingKind],
    durationMonths: form.durationMonths,
    fellowsMin: form.fellowsMin,
    fellowsMax: form.fellowsMax,
    employerCostPercent: form.employerCostPercent,
    budgetProgramme: form.budgetProgramme,
    payLevels: form.payLevels.flatMap(({ label, amount }, index) =>
      amount ? [{ code: `level_${index + 1}`, label: label || `${index + 1}`, netMonthlyCents: amount }] : [],
    ),
  });
}
