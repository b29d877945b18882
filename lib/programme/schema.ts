import { z } from 'zod';

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
