import ical from 'ical-generator';
import { addDays, type Day, fromDay } from '@/lib/dates';
import { calendarText } from '@/lib/ics';
import { type Bilingual, inLanguage } from '@/lib/onboarding/schema';

export type DueLine = {
  id: string;
  version: number;
  title: Bilingual;
  challenge: string;
  slug: string;
  about: string | null;
  dueOn: Day;
  closed: boolean;
  changedAt: Date;
};

/** Due days as all-day events: a settled one stays in the calendar, cancelled, so that subscribers see it go. */
export function dueCalendar(
  lines: DueLine[],
  { name, locale, origin }: { name: string; locale: string; origin: string },
): string {
  const host = new URL(origin).hostname;
  const calendar = ical({
    name,
    prodId: { company: 'Cohorte', product: 'checklists', language: locale.toUpperCase() },
  });
  for (const line of lines) {
    calendar.createEvent({
      id: `checklist-item-${line.id}@${host}`,
      sequence: line.version,
      stamp: line.changedAt,
      start: fromDay(line.dueOn),
      end: fromDay(addDays(line.dueOn, 1)),
      allDay: true,
      summary: calendarText([inLanguage(line.title, locale), line.about, line.challenge].filter(Boolean).join(' · ')),
      url: `${origin}/${locale}/onboarding/${line.slug}/${line.id}`,
      status: (line.closed ? 'CANCELLED' : 'CONFIRMED') as never,
      transparency: 'TRANSPARENT' as never,
    });
  }
  return calendar.toString();
}
