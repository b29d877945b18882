import { describe, expect, it } from 'vitest';
import { instantOf } from './calendar';
import { accepts, callState } from './states';

const call = (closes: string, timeZone = 'Europe/Paris') => ({
  publishedAt: new Date('2022-01-20T09:00:00Z'),
  opensAt: instantOf('2022-01-24T09:00', timeZone),
  closesAt: instantOf(closes, timeZone),
  graceSeconds: 120,
});
const plus = (date: Date, seconds: number) => new Date(date.getTime() + seconds * 1000);

describe('the state of a call', () => {
  it('follows the clock to the second and never shows the grace', () => {
    const one = call('2022-03-18T23:59');
    expect(callState({ ...one, publishedAt: null }, one.opensAt)).toBe('draft');
    expect(callState(one, plus(one.opensAt, -1))).toBe('scheduled');
    expect(callState(one, one.opensAt)).toBe('open');
    expect(callState(one, plus(one.closesAt, -3 * 86_400 - 1))).toBe('open');
    expect(callState(one, plus(one.closesAt, -3 * 86_400))).toBe('closing_soon');
    expect(callState(one, plus(one.closesAt, -1))).toBe('closing_soon');
    expect(callState(one, one.closesAt)).toBe('closed');
  });

  it.each(['2022-03-18T23:59', '2022-03-27T02:30', '2022-10-30T02:30', '2022-03-27T23:59', '2022-10-30T23:59'])(
    'accepts at −1 s, 0 and + grace, refuses at + grace + 1 s: %s',
    (closes) => {
      for (const zone of [
        'Europe/Paris',
        'America/Guadeloupe',
        'America/Miquelon',
        'Indian/Reunion',
        'Pacific/Tahiti',
      ]) {
        const one = call(closes, zone);
        expect([-1, 0, 120, 121].map((seconds) => accepts(one, plus(one.closesAt, seconds)))).toEqual([
          true,
          true,
          true,
          false,
        ]);
      }
    },
  );

  it('accepts nothing before the opening nor into a call that was not published', () => {
    const one = call('2022-03-18T23:59');
    expect(accepts(one, plus(one.opensAt, -1))).toBe(false);
    expect(accepts(one, one.opensAt)).toBe(true);
    expect(accepts({ ...one, publishedAt: null }, one.opensAt)).toBe(false);
  });

  it('follows a deadline that moved', () => {
    const one = call('2022-04-03T23:59');
    const late = plus(one.closesAt, 3600);
    expect(accepts(one, late)).toBe(false);
    expect(accepts({ ...one, closesAt: instantOf('2022-04-19T23:59', 'Europe/Paris') }, late)).toBe(true);
  });
});
