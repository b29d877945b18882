import { describe, expect, it } from 'vitest';
import { dayText, deadlineText, distanceText, hourText, momentText, urgency } from './deadline';

const fr = { locale: 'fr' };
const en = { locale: 'en' };
const at = (iso: string) => new Date(iso);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const now = at('2022-03-15T10:00:00+01:00'); // a Tuesday

describe('a deadline in words', () => {
  it('says the distance, the day and the hour', () => {
    expect(plain(deadlineText(at('2022-03-18T23:59:00+01:00'), now, fr))).toBe('dans 3 jours, vendredi 23 h 59');
    expect(deadlineText(at('2022-03-18T23:59:00+01:00'), now, en)).toBe('in 3 days, Friday 23:59');
  });
  it('names tomorrow and today', () => {
    expect(plain(deadlineText(at('2022-03-16T08:00:00+01:00'), now, fr))).toBe('demain, 8 h');
    expect(plain(deadlineText(at('2022-03-15T23:59:00+01:00'), now, fr))).toBe('dans 13 heures, aujourd’hui à 23 h 59');
    expect(plain(deadlineText(at('2022-03-15T10:25:00+01:00'), now, fr))).toBe(
      'dans 25 minutes, aujourd’hui à 10 h 25',
    );
  });
  it('gives the date when it is far, and the year when it is another time', () => {
    expect(plain(deadlineText(at('2022-04-03T23:59:00+02:00'), now, fr))).toBe('dans 19 jours, le 3 avril à 23 h 59');
    expect(plain(deadlineText(at('2023-05-01T12:00:00+02:00'), now, fr))).toBe(
      'dans 412 jours, le 1er mai 2023 à 12 h',
    );
    expect(deadlineText(at('2022-04-03T23:59:00+02:00'), now, en)).toBe('in 19 days, 3 April at 23:59');
  });
  it('looks back as well', () => {
    expect(plain(deadlineText(at('2022-03-13T23:59:00+01:00'), now, fr))).toBe('avant-hier, dimanche 23 h 59');
    expect(plain(deadlineText(at('2022-03-14T09:00:00+01:00'), now, fr))).toBe('hier, 9 h');
  });
  it('counts calendar days in Paris across daylight saving', () => {
    const saturday = at('2022-03-26T23:30:00+01:00');
    expect(distanceText(at('2022-03-27T23:30:00+02:00'), saturday, fr)).toBe('demain');
    expect(distanceText(at('2022-10-30T23:30:00+01:00'), at('2022-10-29T00:30:00+02:00'), fr)).toBe('demain');
  });
  it('reads the clock of the zone it is given', () => {
    expect(plain(hourText(at('2022-03-18T22:59:00Z'), fr))).toBe('23 h 59');
    expect(plain(hourText(at('2022-03-18T22:59:00Z'), { ...fr, zone: 'Indian/Reunion' }))).toBe('2 h 59');
    expect(plain(hourText(at('2022-03-18T23:00:00Z'), fr))).toBe('0 h');
  });
  it('writes days in full', () => {
    expect(dayText(at('2022-03-18T12:00:00Z'), fr)).toBe('vendredi 18 mars 2022');
    expect(dayText(at('2022-04-01T12:00:00Z'), fr)).toBe('vendredi 1er avril 2022');
    expect(dayText(at('2022-03-18T12:00:00Z'), en)).toBe('Friday 18 March 2022');
    expect(plain(momentText(at('2022-03-18T22:59:00Z'), fr))).toBe('vendredi 18 mars 2022 à 23 h 59');
  });
  it('knows what presses', () => {
    expect(urgency(at('2022-03-15T09:59:00+01:00'), now)).toBe('past');
    expect(urgency(at('2022-03-17T10:00:00+01:00'), now)).toBe('soon');
    expect(urgency(at('2022-03-30T10:00:00+02:00'), now)).toBe('later');
  });
});
