import ical, { ICalCalendarMethod } from 'ical-generator';

export type CalendarEntry = {
  id: string;
  title: string;
  where: string;
  link: string;
  startsAt: Date | null;
  endsAt: Date | null;
  /** Counts changes of hour or place (RFC 5545). */
  sequence: number;
};

/** The hearings of a day as a calendar file: stable identifiers, in UTC so that every calendar agrees on the hour. */
export function hearingCalendar(name: string, host: string, entries: readonly CalendarEntry[], now: Date): string {
  const calendar = ical({ name, prodId: { company: 'Cohorte', product: 'jury' }, method: ICalCalendarMethod.PUBLISH });
  for (const entry of entries) {
    if (!entry.startsAt || !entry.endsAt) continue;
    calendar.createEvent({
      id: `hearing-${entry.id}@${host}`,
      sequence: entry.sequence,
      stamp: now,
      start: entry.startsAt,
      end: entry.endsAt,
      summary: entry.title,
      location: entry.where || undefined,
      url: entry.link || undefined,
    });
  }
  return calendar.toString();
}
