import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DATASET_STATES } from '@/lib/support/states';
import { wayOf } from '@/lib/support/way';

const at = (day: string) => new Date(`2026-${day}T09:00:00Z`);

it('says how long each stage took, and where it stands', () => {
  const steps = [
    { before: 'asked', after: 'promised', at: at('09-15') },
    { before: 'not_asked', after: 'asked', at: at('09-03') },
    { before: 'asked', after: 'asked', at: at('09-08') },
  ];
  const way = wayOf({ state: 'promised', createdAt: at('09-01'), steps }, at('10-25'));
  expect(way.map(({ state, days, place }) => [state, days, place])).toEqual([
    ['not_asked', 2, 'behind'],
    ['asked', 12, 'behind'],
    ['promised', 40, 'here'],
    ['available', null, 'ahead'],
    ['documented', null, 'ahead'],
    ['opened', null, 'ahead'],
  ]);
});

it('adds the stays of a state that was left and found again, and shows a refusal', () => {
  const steps = [
    { before: 'not_asked', after: 'asked', at: at('09-01') },
    { before: 'asked', after: 'refused', at: at('09-11') },
    { before: 'refused', after: 'asked', at: at('09-14') },
  ];
  const way = wayOf({ state: 'asked', createdAt: at('09-01'), steps }, at('09-20'));
  expect(way.find((one) => one.state === 'asked')).toEqual({ state: 'asked', days: 16, place: 'here' });
  expect(way.find((one) => one.state === 'refused')).toEqual({ state: 'refused', days: 3, place: 'ahead' });
});

it('never loses a day, whatever the steps', () => {
  const state = fc.constantFrom(...DATASET_STATES);
  fc.assert(
    fc.property(
      fc.array(fc.record({ after: state, hours: fc.integer({ min: 0, max: 5_000 }) }), { maxLength: 8 }),
      (moves) => {
        let before: string = 'not_asked';
        let time = at('01-01').getTime();
        const steps = moves.map(({ after, hours }) => {
          time += hours * 3_600_000;
          const step = { before, after, at: new Date(time) };
          before = after;
          return step;
        });
        const now = new Date(time + 86_400_000);
        const total = wayOf({ state: before, createdAt: at('01-01'), steps }, now).reduce(
          (sum, one) => sum + (one.days ?? 0),
          0,
        );
        const whole = Math.floor((now.getTime() - at('01-01').getTime()) / 86_400_000);
        expect(total).toBeLessThanOrEqual(whole);
        expect(total).toBeGreaterThan(whole - DATASET_STATES.length);
      },
    ),
  );
});
