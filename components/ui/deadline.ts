/** Dates in words. Pure: the clock, the language and the zone come in as arguments. */
const NBSP = '\u00a0';
export const PARIS = 'Europe/Paris';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Options = { locale: string; zone?: string };
const language = (locale: string) => (locale === 'en' ? 'en-GB' : 'fr-FR');

const formats = new Map<string, Intl.DateTimeFormat>();
function format(date: Date, { locale, zone = PARIS }: Options, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale, zone, options]);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language(locale), { timeZone: zone, ...options });
    formats.set(key, found);
  }
  return found.format(date);
}

/** Number of the calendar day in the zone: two dates differ by whole days whatever the daylight saving. */
function dayNumber(date: Date, zone: string): number {
  const iso = format(date, { locale: 'en', zone }, { year: 'numeric', month: '2-digit', day: '2-digit' });
  const [day = 1, month = 1, year = 1970] = iso.split('/').map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / DAY);
}

/** « 23 h 59 », « 15 h »; 23:59, 15:00. */
export function hourText(date: Date, options: Options): string {
  const clock = format(date, { ...options, locale: 'en' }, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (options.locale === 'en') return clock;
  const [hour = '0', minute = '00'] = clock.split(':');
  const short = `${Number(hour)}${NBSP}h`;
  return minute === '00' ? short : `${short}${NBSP}${minute}`;
}

/** « vendredi 18 mars 2022 »; `year: false` leaves the year out, `weekday: false` the day's name. */
export function dayText(date: Date, options: Options & { year?: boolean; weekday?: boolean }): string {
  const text = format(date, options, {
    weekday: options.weekday === false ? undefined : 'long',
    day: 'numeric',
    month: 'long',
    year: options.year === false ? undefined : 'numeric',
  });
  return options.locale === 'en' ? text.replace(',', '') : text.replace(/(^|\s)1 /, '$11er ');
}

/** « vendredi 18 mars 2022 à 23 h 59 ». */
export function momentText(date: Date, options: Options & { year?: boolean; weekday?: boolean }): string {
  return `${dayText(date, options)}${options.locale === 'en' ? ', ' : ' à '}${hourText(date, options)}`;
}

/** « dans 3 jours », « demain », « il y a 25 minutes »: the distance alone. */
export function distanceText(date: Date, now: Date, { locale, zone = PARIS }: Options): string {
  const relative = new Intl.RelativeTimeFormat(language(locale), { numeric: 'auto' });
  const gap = date.getTime() - now.getTime();
  const days = dayNumber(date, zone) - dayNumber(now, zone);
  if (Math.abs(gap) < HOUR) {
    const minutes = Math.trunc(gap / MINUTE);
    return minutes === 0 ? relative.format(0, 'second') : relative.format(minutes, 'minute');
  }
  if (days === 0) return relative.format(Math.trunc(gap / HOUR), 'hour');
  return relative.format(days, 'day');
}

/**
 * A deadline as one would say it: « dans 3 jours, vendredi 23 h 59 », « demain, 23 h 59 »,
 * « dans 12 jours, le 3 avril à 23 h 59 », « il y a 2 mois, le 3 février 2026 ».
 */
export function deadlineText(date: Date, now: Date, options: Options): string {
  const { locale, zone = PARIS } = options;
  const french = locale !== 'en';
  const days = dayNumber(date, zone) - dayNumber(now, zone);
  const hour = hourText(date, options);
  const distance = distanceText(date, now, options);
  if (days === 0) return `${distance}, ${french ? `aujourd’hui à${NBSP}` : 'today at '}${hour}`;
  if (Math.abs(days) === 1) return `${distance}, ${hour}`;
  if (Math.abs(days) < 7) return `${distance}, ${format(date, options, { weekday: 'long' })} ${hour}`;
  const sameYear = Math.abs(days) < 300;
  const day = dayText(date, { ...options, weekday: false, year: !sameYear });
  return french ? `${distance}, le${NBSP}${day} à${NBSP}${hour}` : `${distance}, ${day} at ${hour}`;
}

/** How pressing a deadline is: the screen adds a word, never only a colour. */
export function urgency(date: Date, now: Date): 'past' | 'soon' | 'later' {
  const gap = date.getTime() - now.getTime();
  return gap < 0 ? 'past' : gap < 3 * DAY ? 'soon' : 'later';
}
