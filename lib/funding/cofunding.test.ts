import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coFunding, type FundedSeat, plannedCoFunding } from '@/lib/funding/cofunding';
import { CohortSettings } from '@/lib/programme/schema';

const settings = (given: Record<string, unknown>) => CohortSettings.parse(given);
const euros = (amount: number) => amount * 100;
const host = { selfFunded: false };
const recruited: FundedSeat = { fellow: true, recruitedOn: '2022-09-12', netMonthlyCents: euros(4_000), months: null };
const cohort6 = settings({ coFunding: { kind: 'flat', amountCents: euros(20_000) } });

describe('co-funding, by the rules the programme has used', () => {
  test('cohort 6 gives a flat 20,000 € for each fellow on proof of recruitment', () => {
    expect(coFunding(cohort6, host, recruited)).toMatchObject({ amountCents: euros(20_000), code: 'flat' });
    expect(coFunding(cohort6, host, { ...recruited, recruitedOn: null })).toMatchObject({
      amountCents: 0,
      code: 'no_proof',
    });
    expect(coFunding(cohort6, host, { ...recruited, fellow: false })).toMatchObject({
      amountCents: 0,
      code: 'no_fellow',
    });
  });
  test('cohorts 1 and 2 give the whole employer’s cost: 70,000 € for ten months at 4,000 € net', () => {
    const rule = settings({ coFunding: { kind: 'share', percent: 100 } });
    expect(coFunding(rule, host, recruited).amountCents).toBe(euros(70_000));
  });
  test('cohort 3 gives 70 % and leaves the host at least 30 %', () => {
    const rule = settings({ coFunding: { kind: 'share', percent: 70 } });
    expect(coFunding(rule, host, recruited)).toMatchObject({
      amountCents: euros(49_000),
      values: { wholeCents: euros(70_000) },
    });
  });
  test('cohort 4 gives four months of the employer’s cost, cohort 5 three, at the seat’s pay', () => {
    expect(coFunding(settings({ coFunding: { kind: 'months', months: 4 } }), host, recruited).amountCents).toBe(
      euros(28_000),
    );
    const five = settings({
      coFunding: { kind: 'months', months: 3 },
      payLevels: [{ code: 'junior', label: 'Jusqu’à 5 ans', netMonthlyCents: euros(3_500) }],
    });
    expect(coFunding(five, host, { ...recruited, netMonthlyCents: null }).amountCents).toBe(euros(18_375));
  });
  test('an agreement of an extension counts its own months', () => {
    const rule = settings({ coFunding: { kind: 'share', percent: 100 } });
    expect(coFunding(rule, host, { ...recruited, months: 5.5 }).amountCents).toBe(euros(38_500));
  });
  test('a host that pays by itself, or a cohort without rule, gets nothing, and is told why', () => {
    expect(coFunding(cohort6, { selfFunded: true }, recruited)).toMatchObject({ amountCents: 0, code: 'self_funded' });
    expect(coFunding(settings({}), host, recruited)).toMatchObject({ amountCents: 0, code: 'none' });
    const noPay = settings({ coFunding: { kind: 'share', percent: 70 } });
    expect(coFunding(noPay, host, { ...recruited, netMonthlyCents: null })).toMatchObject({
      amountCents: 0,
      code: 'no_pay',
    });
  });
  test('is never negative, always whole cents, and never above what was planned', () => {
    const rule = fc.oneof(
      fc.record({ kind: fc.constant('flat'), amountCents: fc.integer({ min: 0, max: 10 ** 7 }) }),
      fc.record({ kind: fc.constant('months'), months: fc.integer({ min: 0, max: 12 }) }),
      fc.record({ kind: fc.constant('share'), percent: fc.integer({ min: 0, max: 100 }) }),
    );
    const seat = fc.record({
      fellow: fc.boolean(),
      recruitedOn: fc.constantFrom(null, '2022-09-12'),
      netMonthlyCents: fc.option(fc.integer({ min: 1, max: 10 ** 6 })),
      months: fc.option(fc.integer({ min: 1, max: 24 })),
    });
    fc.assert(
      fc.property(rule, seat, fc.boolean(), (coFundingRule, at, selfFunded) => {
        const cohort = settings({ coFunding: coFundingRule });
        const { amountCents } = coFunding(cohort, { selfFunded }, at);
        expect(Number.isSafeInteger(amountCents) && amountCents >= 0).toBe(true);
        expect(amountCents).toBeLessThanOrEqual(plannedCoFunding(cohort, { selfFunded }, at));
      }),
    );
  });
});
