import { describe, expect, it } from 'vitest';
import {
  checkDates,
  goodMoment,
  instantOf,
  isLocalTime,
  knowsHolidaysAround,
  localTime,
  publicHoliday,
  type SchoolHoliday,
} from './calendar';

/** Spring holidays of 2022 as published for the three zones. */
const school: SchoolHoliday[] = [
  { zone: 'A', name: 'Vacances de printemps', from: '2022-04-16', to: '2022-05-01' },
  { zone: 'B', name: 'Vacances de printemps', from: '2022-04-09', to: '2022-04-24' },
  { zone: 'C', name: 'Vacances de printemps', from: '2022-04-23', to: '2022-05-08' },
];
const now = new Date('2022-01-10T09:00:00Z');
const check = (opens: string, closes: string, timeZone = 'Europe/Paris') =>
  checkDates({ opens, closes, timeZone }, now, school).map((one) =>
    [one.about, one.reason, one.proposal ?? one.params?.zones ?? ''].join(' ').trim(),
  );

describe('the dates of a call', () => {
  it('finds nothing to say about the real call of cohort 6', () => {
    expect(check('2022-01-24T09:00', '2022-03-18T23:59')).toEqual([]);
  });
  it('refuses dates the wrong way round, and recognises a mistyped year', () => {
    expect(check('2022-03-01T09:00', '2022-02-01T23:59')).toEqual(['closes inverted 2022-05-09T23:59']);
    // A rulebook printed "1er mars 2021 au 2 mai 2020".
    expect(check('2021-03-01T09:00', '2020-05-02T23:59')).toEqual(['closes wrong_year 2021-05-02T23:59']);
    expect(check('2022-01-24T09:00', '2023-03-18T23:59')[0]).toBe('closes wrong_year 2022-03-18T23:59');
  });
  it('warns of a weekend, of a public holiday, and proposes the next good moment', () => {
    expect(check('2022-01-24T09:00', '2022-03-19T23:59')).toEqual(['closes weekend 2022-03-21T23:59']);
    expect(check('2022-05-03T09:00', '2022-07-14T12:00')).toEqual(['closes public_holiday 2022-07-15T12:00']);
  });
  it('warns of school holidays at the closing, zone by zone: the extension of cohort 6 fell inside them', () => {
    expect(check('2022-03-07T09:00', '2022-04-19T23:59')).toEqual(['closes school_holidays 2022-05-09T23:59']);
    expect(
      checkDates({ opens: '2022-03-07T09:00', closes: '2022-04-19T23:59', timeZone: 'Europe/Paris' }, now, school)[0]
        ?.params,
    ).toEqual({ zones: 'A, B', count: 2, name: 'Vacances de printemps' });
  });
  it('is silent about years nobody entered', () => {
    expect(check('2027-03-08T09:00', '2027-04-19T23:59')).toEqual([]);
  });
  it('warns of a call too short, too long, or already over', () => {
    expect(check('2022-01-24T09:00', '2022-02-04T23:59')).toEqual(['closes short 2022-02-14T23:59']);
    expect(check('2022-01-24T09:00', '2022-09-16T23:59')).toEqual(['closes long 2022-03-21T23:59']);
    expect(check('2021-10-04T09:00', '2021-12-03T23:59')).toEqual(['closes past 2022-01-31T23:59']);
  });
  it('says when an hour does not exist', () => {
    expect(check('2022-02-14T09:00', '2022-03-27T02:30')).toEqual([
      'closes skipped_hour 2022-03-28T02:30',
      'closes weekend 2022-03-28T02:30',
    ]);
  });
  it('has something better for whatever it warns of', () => {
    for (const [opens, closes] of [
      ['2022-01-24T09:00', '2022-03-19T23:59'],
      ['2022-05-03T09:00', '2022-07-14T12:00'],
      ['2022-03-07T09:00', '2022-04-19T23:59'],
      ['2022-03-01T09:00', '2022-02-01T23:59'],
      ['2022-01-24T09:00', '2022-02-04T23:59'],
      ['2022-01-24T09:00', '2022-09-16T23:59'],
      ['2021-10-04T09:00', '2021-12-03T23:59'],
      ['2022-02-14T09:00', '2022-03-27T02:30'],
      ['2022-02-13T09:00', '2022-03-25T23:59'],
    ] as const) {
      const found = checkDates({ opens, closes, timeZone: 'Europe/Paris' }, now, school);
      expect(found.length, closes).toBeGreaterThan(0);
      for (const { proposal, about } of found) {
        const dates = { opens, closes, [about]: proposal ?? '', timeZone: 'Europe/Paris' };
        expect(checkDates(dates, now, school).filter((one) => one.about === about)).toEqual([]);
      }
    }
  });
  it('knows the day of each part of the country, where its clock is followed', () => {
    expect(check('2022-03-14T09:00', '2022-05-27T12:00', 'America/Guadeloupe')).toEqual([
      'closes public_holiday 2022-05-30T12:00',
    ]);
    expect(check('2022-03-14T09:00', '2022-05-27T12:00')).toEqual([]);
    expect(publicHoliday('2022-12-20', 'Indian/Reunion')).toContain('La Réunion');
    expect(publicHoliday('2022-07-14', 'Pacific/Wallis')).toBe('Fête Nationale');
  });
  it('says whether it knows the school holidays around a day, for the three zones', () => {
    const winter = ['A', 'B', 'C'].map((zone) => ({ zone, name: 'Hiver', from: '2022-02-05', to: '2022-02-21' }));
    const whole = [...winter, ...school];
    expect(['2022-02-10', '2022-03-18', '2022-04-20'].map((day) => knowsHolidaysAround(day, whole))).toEqual([
      true,
      true,
      true,
    ]);
    // Nothing is known of the summer after, nor of a spring whose winter nobody entered, nor without one zone.
    expect(knowsHolidaysAround('2022-06-15', whole)).toBe(false);
    expect(knowsHolidaysAround('2022-03-18', school)).toBe(false);
    expect(knowsHolidaysAround('2022-03-18', whole.slice(1))).toBe(false);
  });
  it('leaves a good moment alone', () => {
    expect(goodMoment('2022-03-18T23:59', school)).toBe('2022-03-18T23:59');
  });
  it('knows the movable holidays', () => {
    expect([publicHoliday('2022-04-18'), publicHoliday('2022-05-26'), publicHoliday('2022-03-18')]).toEqual([
      'Lundi de Pâques',
      'Ascension',
      null,
    ]);
  });
});

describe('local times and instants', () => {
  it.each([
    ['2022-03-18T23:59', 'Europe/Paris', '2022-03-18T22:59:00.000Z'],
    ['2022-06-18T23:59', 'Europe/Paris', '2022-06-18T21:59:00.000Z'],
    ['2022-03-18T23:59', 'Indian/Reunion', '2022-03-18T19:59:00.000Z'],
    ['2022-03-18T23:59', 'America/Martinique', '2022-03-19T03:59:00.000Z'],
    ['2022-03-18T23:59', 'Pacific/Noumea', '2022-03-18T12:59:00.000Z'],
    // Twice on that night: the later one, in doubt for the applicant.
    ['2022-10-30T02:30', 'Europe/Paris', '2022-10-30T01:30:00.000Z'],
    // Never on that night: the hour after.
    ['2022-03-27T02:30', 'Europe/Paris', '2022-03-27T01:30:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(instantOf(local, zone).toISOString()).toBe(instant);
  });
  it('goes back to the same local time', () => {
    expect(localTime(new Date('2022-03-18T22:59:00Z'), 'Europe/Paris')).toBe('2022-03-18T23:59');
  });
  it('reads only real local times', () => {
    expect(
      ['2022-03-18T23:59', '2022-02-30T10:00', '2022-03-18', '2022-03-18T24:00', '', 'x'].map(isLocalTime),
    ).toEqual([true, false, false, false, false, false]);
  });
});
