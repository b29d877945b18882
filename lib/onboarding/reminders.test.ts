import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, fromDay, toDay } from '@/lib/dates';
import { digests, isTimeToRemind, isWorkingDay, kindOf } from '@/lib/onboarding/reminders';

describe('when a reminder leaves', () => {
  it('is a month ahead, a week ahead, and once late', () => {
    const today = '2026-09-01';
    const kinds = [31, 30, 8, 7, 1, 0, -1, -90].map((days) => kindOf(addDays(today, days), today));
    expect(kinds).toEqual([null, 'd30', 'd30', 'd7', 'd7', 'd7', 'overdue', 'overdue']);
  });

  it('is never on a Saturday, a Sunday or a public holiday', () => {
    // 14 July 2026 is a Tuesday, 6 April 2026 is Easter Monday, 1 November 2026 a Sunday.
    expect(
      ['2026-07-13', '2026-07-14', '2026-04-06', '2026-04-07', '2026-10-31', '2026-11-01', '2026-11-02'].map(
        isWorkingDay,
      ),
    ).toEqual([true, false, false, true, false, false, true]);
  });

  it('is in the working hours of Paris, in summer and in winter', () => {
    const at = (iso: string) => isTimeToRemind(new Date(iso));
    // 08:00 in Paris is 06:00 UTC in summer, 07:00 in winter.
    expect([at('2026-07-01T05:59:59Z'), at('2026-07-01T06:00:00Z')]).toEqual([false, true]);
    expect([at('2026-12-01T06:59:59Z'), at('2026-12-01T07:00:00Z')]).toEqual([false, true]);
    expect([at('2026-07-01T15:59:59Z'), at('2026-07-01T16:00:00Z')]).toEqual([true, false]);
  });

  it('counts whole days across both clock changes', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(dayOf(new Date('2026-03-28T23:30:00Z'))).toBe('2026-03-29');
    expect(dayOf(new Date('2026-10-25T22:30:00Z'))).toBe('2026-10-25');
    expect(dayOf(new Date('2026-10-25T23:30:00Z'))).toBe('2026-10-26');
  });

  it('adds days that can be counted back, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -800, max: 800 }), (start, days) => {
        const day = toDay(new Date(start * 86_400_000));
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(toDay(fromDay(day))).toBe(day);
      }),
    );
  });
});

it('a digest is one a person, what is late first', () => {
  const line = (itemId: string, personId: string, dueOn: string) => ({ itemId, personId, dueOn, kind: 'd7' as const });
  const made = digests([line('a', 'x', '2026-09-03'), line('b', 'y', '2026-09-02'), line('c', 'x', '2026-08-01')]);
  expect([...made].map(([person, lines]) => [person, lines.map((one) => one.itemId)])).toEqual([
    ['x', ['c', 'a']],
    ['y', ['b']],
  ]);
});
