import { percentOf } from '@/lib/money';
import type { CohortSettings } from '@/lib/programme/schema';

/** A seat as the rule sees it. */
export type FundedSeat = {
  fellow: boolean;
  /** Day the proof of recruitment was received. */
  recruitedOn: string | null;
  netMonthlyCents: number | null;
  /** Months of the contract, the cohort's when unknown. */
  months: number | null;
};

export type Funding = {
  amountCents: number;
  rule: CohortSettings['coFunding']['kind'];
  /** Why this amount: a sentence of `funding.explanations.<code>` and the numbers in it. */
  code: 'flat' | 'months' | 'share' | 'none' | 'self_funded' | 'no_fellow' | 'no_proof' | 'no_pay';
  values: Record<string, number | string>;
};

const nothing = (rule: Funding['rule'], code: Funding['code']): Funding => ({ amountCents: 0, rule, code, values: {} });

/**
 * What the programme owes for one seat. Pure.
 * Nothing is owed before the proof of recruitment (call of cohort 6); the employer's whole cost is the net pay times the
 * cohort's `employerCostPercent` (70,000 € for ten months at 4,000 € net gives 175).
 */
export function coFunding(settings: CohortSettings, challenge: { selfFunded: boolean }, seat: FundedSeat): Funding {
  const rule = settings.coFunding;
  if (rule.kind === 'none') return nothing('none', 'none');
  if (challenge.selfFunded) return nothing(rule.kind, 'self_funded');
  if (!seat.fellow) return nothing(rule.kind, 'no_fellow');
  if (!seat.recruitedOn) return nothing(rule.kind, 'no_proof');
  if (rule.kind === 'flat')
    return { amountCents: rule.amountCents, rule: 'flat', code: 'flat', values: { amountCents: rule.amountCents } };

  const net = seat.netMonthlyCents ?? settings.payLevels[0]?.netMonthlyCents;
  if (!net) return nothing(rule.kind, 'no_pay');
  const monthly = percentOf(net, settings.employerCostPercent);
  if (rule.kind === 'months') {
    const values = { months: rule.months, monthlyCents: monthly };
    return { amountCents: Math.round(monthly * rule.months), rule: 'months', code: 'months', values };
  }
  const months = seat.months ?? settings.durationMonths;
  const whole = Math.round(monthly * months);
  const values = { percent: rule.percent, months, wholeCents: whole };
  return { amountCents: percentOf(whole, rule.percent), rule: 'share', code: 'share', values };
}

/** The most the rule would give if every seat were filled and proven: what to plan for. */
export const plannedCoFunding = (
  settings: CohortSettings,
  challenge: { selfFunded: boolean },
  seat: FundedSeat,
): number => coFunding(settings, challenge, { ...seat, fellow: true, recruitedOn: '0000-01-01' }).amountCents;

/** Months of a contract to the half: an agreement of 10 months, 5.5 for an extension. Null without both days. */
export function monthsBetween(from: string | null, to: string | null): number | null {
  if (!from || !to) return null;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return days > 0 ? Math.max(0.5, Math.round((days / 30.4375) * 2) / 2) : null;
}
