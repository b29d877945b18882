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
  params?: { name?: string; zones?: string; count?: number; days?: number };
  /** The local time that would be right. */
  proposal?: string;
};

const SHORT_DAYS = 21;
const LONG_DAYS = 184;
/** What the real calls lasted, and what is proposed where the dates say nothing of what was meant. */
const USUAL_DAYS = 56;
const LONGEST_TERM = { weeks: 11 };

/** Paid holidays of one part of the country: the commemorations of the abolition of slavery (Code du travail, L3422-2) and New Caledonia's own day. */
const LOCAL_HOLIDAYS: Record<string, { day: string; name: string }> = {
  'America/Guadeloupe': { day: '05-27', name: 'Abolition de l’esclavage, en Guadeloupe' },
  'America/Martinique': { day: '05-22', name: 'Abolition de l’esclavage, en Martinique' },
  'America/Cayenne': { day: '06-10', name: 'Abolition de l’esclavage, en Guyane' },
  'Indian/Reunion': { day: '12-20', name: 'Abolition de l’esclavage, à La Réunion' },
  'Indian/Mayotte': { day: '04-27', name: 'Abolition de l’esclavage, à Mayotte' },
  'Pacific/Noumea': { day: '09-24', name: 'Fête de la citoyenneté, en Nouvelle-Calédonie' },
};

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
  const { timeZone } = dates;
  const opens = Temporal.PlainDateTime.from(dates.opens);
  const closes = Temporal.PlainDateTime.from(dates.closes);
  const days = opens.toPlainDate().until(closes.toPlainDate()).days;
  /** A good closing so many days after a moment, at the hour that was asked for. */
  const after = (from: Temporal.PlainDateTime, count: number) =>
    goodMoment(minute(from.add({ days: count }).withPlainTime(closes.toPlainTime())), school, timeZone);
  if (Temporal.PlainDateTime.compare(closes, opens) <= 0) {
    const sameYear = closes.with({ year: opens.year });
    const right =
      Temporal.PlainDateTime.compare(sameYear, opens) > 0 ? sameYear : closes.with({ year: opens.year + 1 });
    const mistyped = closes.year !== opens.year && opens.until(right, { largestUnit: 'days' }).days <= LONG_DAYS;
    return [
      mistyped
        ? { about: 'closes', reason: 'wrong_year', proposal: minute(right) }
        : { about: 'closes', reason: 'inverted', proposal: after(opens, USUAL_DAYS) },
    ];
  }
  const warnings: DateWarning[] = [];
  if (days > LONG_DAYS) {
    const right = closes.with({ year: opens.year });
    const mistyped = closes.year > opens.year && Temporal.PlainDateTime.compare(right, opens) > 0;
    warnings.push({
      about: 'closes',
      reason: mistyped ? 'wrong_year' : 'long',
      params: { days },
      proposal: mistyped ? minute(right) : after(opens, USUAL_DAYS),
    });
  } else if (days < SHORT_DAYS)
    warnings.push({ about: 'closes', reason: 'short', params: { days }, proposal: after(opens, SHORT_DAYS) });
  if (instantOf(dates.closes, timeZone) <= now) {
    const today = Temporal.PlainDateTime.from(localTime(now, timeZone));
    warnings.push({ about: 'closes', reason: 'past', proposal: after(today, SHORT_DAYS) });
  }
  for (const about of ['opens', 'closes'] as const) warnings.push(...checkDay(about, dates, school));
  return warnings;
}

function checkDay(about: 'opens' | 'closes', dates: Dates, school: readonly SchoolHoliday[]): DateWarning[] {
  const { timeZone } = dates;
  const local = Temporal.PlainDateTime.from(dates[about]);
  const day = local.toPlainDate();
  const found: DateWarning[] = [];
  const holiday = publicHoliday(day.toString(), timeZone);
  const zones = schoolZones(day.toString(), school);
  // Opening inside school holidays costs nothing; closing does.
  const proposal = goodMoment(dates[about], about === 'closes' ? school : [], timeZone);
  if (localTime(instantOf(dates[about], timeZone), timeZone) !== minute(local))
    found.push({ about, reason: 'skipped_hour', proposal });
  if (holiday) found.push({ about, reason: 'public_holiday', params: { name: holiday }, proposal });
  else if (day.dayOfWeek > 5) found.push({ about, reason: 'weekend', proposal });
  if (about === 'closes' && zones.length > 0) {
    found.push({
      about,
      reason: 'school_holidays',
      params: {
        zones: zones.map((one) => one.zone).join(', '),
        count: zones.length,
        name: [...new Set(zones.map((one) => one.name))].join(', '),
      },
      proposal,
    });
  }
  return found;
}

/** The next working day outside public and known school holidays, at the same hour; the day itself when it is one. */
export function goodMoment(local: string, school: readonly SchoolHoliday[], timeZone?: string): string {
  const wanted = Temporal.PlainDateTime.from(local);
  for (let ahead = 0; ahead < 120; ahead++) {
    const moment = wanted.add({ days: ahead });
    const day = moment.toPlainDate().toString();
    const off = moment.dayOfWeek > 5 || publicHoliday(day, timeZone) || schoolZones(day, school).length > 0;
    if (!off) return minute(moment);
  }
  return local;
}

/** The name of the public holiday, of metropolitan France or of the part of the country whose clock the call follows; or null. */
export function publicHoliday(day: string, timeZone?: string): string | null {
  const own = LOCAL_HOLIDAYS[timeZone ?? ''];
  if (own && day.endsWith(`-${own.day}`)) return own.name;
  for (const [name, date] of Object.entries(publicHolidays(Number(day.slice(0, 4))))) {
    // The library gives local midnights.
    const midnight = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
    if (midnight === day) return name;
  }
  return null;
}

/**
 * Whether the table knows the school holidays around a day, so that silence means free: pupils never work longer than
 * `LONGEST_TERM`, so each of the three zones has holidays known that near, before the day and after it.
 */
export function knowsHolidaysAround(day: string, school: readonly SchoolHoliday[]): boolean {
  const date = Temporal.PlainDate.from(day);
  const [before, after] = [date.subtract(LONGEST_TERM).toString(), date.add(LONGEST_TERM).toString()];
  return ['A', 'B', 'C'].every((zone) => {
    const own = school.filter((one) => one.zone.split(/[\s,]+/).includes(zone));
    return (
      own.some((one) => one.from <= day && one.to >= before) && own.some((one) => one.to >= day && one.from <= after)
    );
  });
}

function schoolZones(day: string, school: readonly SchoolHoliday[]): SchoolHoliday[] {
  return school.filter((one) => one.from <= day && day <= one.to);
}

function minute(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'minute' });
}
