import publicHolidays from '@socialgouv/jours-feries';
import { Temporal } from 'temporal-polyfill';

/**
 * The dates of a call. Local times are `YYYY-MM-DDTHH:MM` in the call's own zone; instants are Date. Checks warn and
 * propose, they never forbid but what cannot be: four real calls closed inside school holidays, and one rulebook
 * printed "1er mars 2021 au 2 mai 2020".
 */
export const TIME_ZONES = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'America/Miquelon',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Wallis',
] as const;

/** First and last day off, both included. A year nobody entered is a year we say nothing about. */
export type SchoolHoliday = { zone: string; name: string; from: string; to: string };

export type DateWarning = {
  about: 'opens' | 'closes';
  reason:
    | 'inverted'
    | 'wrong_year'
    | 'past'
    | 'long'
    | 'short'
    | 'weekend'
    | 'public_holiday'
    | 'school_holidays'
    | 'skipped_hour';
  /** Names and zones to put in the sentence. */
  params?: { name?: string; zones?: string; days?: number };
  /** The local time that would be right. */
  proposal?: string;
};

const SHORT_DAYS = 21;
const LONG_DAYS = 184;

/** The instant of a local time. An hour that comes twice is its second coming, one that is skipped the hour after: in doubt, later. */
export function instantOf(local: string, timeZone: string): Date {
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: 'later' });
  return new Date(zoned.epochMilliseconds);
}

export function localTime(instant: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

export function isTimeZone(name: string): boolean {
  return (TIME_ZONES as readonly string[]).includes(name);
}

export function isLocalTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

export type Dates = { opens: string; closes: string; timeZone: string };

export function checkDates(dates: Dates, now: Date, school: readonly SchoolHoliday[]): DateWarning[] {
  const opens = Temporal.PlainDateTime.from(dates.opens);
  const closes = Temporal.PlainDateTime.from(dates.closes);
  const days = opens.toPlainDate().until(closes.toPlainDate()).days;
  const warnings: DateWarning[] = [];
  if (Temporal.PlainDateTime.compare(closes, opens) <= 0) {
    const sameYear = closes.with({ year: opens.year });
    const right =
      Temporal.PlainDateTime.compare(sameYear, opens) > 0 ? sameYear : closes.with({ year: opens.year + 1 });
    const mistyped = closes.year !== opens.year && opens.until(right, { largestUnit: 'days' }).days <= LONG_DAYS;
    return [
      {
        about: 'closes',
        reason: mistyped ? 'wrong_year' : 'inverted',
        ...(mistyped ? { proposal: minute(right) } : {}),
      },
    ];
  }
  if (days > LONG_DAYS) {
    const right = closes.with({ year: opens.year });
    const mistyped = closes.year > opens.year && Temporal.PlainDateTime.compare(right, opens) > 0;
    warnings.push({
      about: 'closes',
      reason: mistyped ? 'wrong_year' : 'long',
      params: { days },
      ...(mistyped ? { proposal: minute(right) } : {}),
    });
  } else if (days < SHORT_DAYS) warnings.push({ about: 'closes', reason: 'short', params: { days } });
  if (instantOf(dates.closes, dates.timeZone) <= now) warnings.push({ about: 'closes', reason: 'past' });
  for (const about of ['opens', 'closes'] as const) warnings.push(...checkDay(about, dates, school));
  return warnings;
}

function checkDay(about: 'opens' | 'closes', dates: Dates, school: readonly SchoolHoliday[]): DateWarning[] {
  const local = Temporal.PlainDateTime.from(dates[about]);
  const day = local.toPlainDate();
  const found: DateWarning[] = [];
  const holiday = publicHoliday(day.toString());
  const zones = schoolZones(day.toString(), school);
  const proposal = goodMoment(dates[about], school);
  if (localTime(instantOf(dates[about], dates.timeZone), dates.timeZone) !== minute(local))
    found.push({ about, reason: 'skipped_hour' });
  if (holiday) found.push({ about, reason: 'public_holiday', params: { name: holiday }, proposal });
  else if (day.dayOfWeek > 5) found.push({ about, reason: 'weekend', proposal });
  // Opening inside holidays costs nothing; closing does.
  if (about === 'closes' && zones.length > 0) {
    found.push({
      about,
      reason: 'school_holidays',
      params: { zones: zones.map((one) => one.zone).join(', '), name: zones[0]?.name ?? '' },
      proposal,
    });
  }
  return found;
}

/** The next working day outside public and known school holidays, at the same hour; the day itself when it is one. */
export function goodMoment(local: string, school: readonly SchoolHoliday[]): string {
  const wanted = Temporal.PlainDateTime.from(local);
  for (let ahead = 0; ahead < 120; ahead++) {
    const moment = wanted.add({ days: ahead });
    const day = moment.toPlainDate().toString();
    if (moment.dayOfWeek <= 5 && !publicHoliday(day) && schoolZones(day, school).length === 0) return minute(moment);
  }
  return local;
}

/** The name of the public holiday (metropolitan France), or null. */
export function publicHoliday(day: string): string | null {
  for (const [name, date] of Object.entries(publicHolidays(Number(day.slice(0, 4))))) {
    // The library gives local midnights.
    const own = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
    if (own === day) return name;
  }
  return null;
}

function schoolZones(day: string, school: readonly SchoolHoliday[]): SchoolHoliday[] {
  return school.filter((one) => one.from <= day && day <= one.to);
}

function minute(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'minute' });
}
