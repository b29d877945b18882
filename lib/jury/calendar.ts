import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { calendarName, calendarText } from '@/lib/ics';

export type CalendarEntry = {
  id: string;
  /** Where the entry is already known under another name. */
  uid?: string;
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
  const calendar = ical({
    name: calendarText(name),
    prodId: { company: 'Cohorte', product: 'jury' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) {
    if (!entry.startsAt || !entry.endsAt) continue;
    calendar.createEvent({
      id: `${entry.uid ?? `hearing-${entry.id}`}@${host}`,
      sequence: entry.sequence,
      stamp: now,
      start: entry.startsAt,
      end: entry.endsAt,
      summary: calendarText(entry.title),
      location: calendarText(entry.where) || undefined,
      url: entry.link || undefined,
    });
  }
  return calendar.toString();
}

export type InvitationEntry = {
  uid: string;
  sequence: number;
  /** Taken back: calendars that hold it strike it out. */
  cancelled: boolean;
  title: string;
  description: string;
  where: string;
  link: string;
  startsAt: Date;
  endsAt: Date;
  organiser: { name: string; email: string };
  guest: { name: string; email: string };
};

/** One appointment as an invitation (RFC 5546): REQUEST at first and at each change, CANCEL when it is taken back. */
export function invitationCalendar(entry: InvitationEntry, now: Date): string {
  const method = entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: { company: 'Cohorte', product: 'jury' }, method });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: now,
    start: entry.startsAt,
    end: entry.endsAt,
    summary: calendarText(entry.title),
    description: calendarText(entry.description),
    location: calendarText(entry.where) || undefined,
    url: entry.link || undefined,
    organizer: { ...entry.organiser, name: calendarName(entry.organiser.name) || entry.organiser.email },
    attendees: [
      {
        ...entry.guest,
        name: calendarName(entry.guest.name) || entry.guest.email,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: !entry.cancelled,
      },
    ],
  });
  return calendar.toString();
}
