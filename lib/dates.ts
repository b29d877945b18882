/** Days without a time, as ISO text (`2026-09-01`): they compare as text and never shift with a zone. */
export type Day = string;

const inParis = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day it is in Paris. */
export const dayOf = (moment: Date): Day => inParis.format(moment);

export const hourOf = (moment: Date): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' }).format(moment),
  );

/** A `@db.Date` column read by Prisma or pg: midnight UTC of that day. */
export const toDay = (date: Date): Day => date.toISOString().slice(0, 10);
export const fromDay = (day: Day): Date => new Date(`${day}T00:00:00.000Z`);

export const addDays = (day: Day, days: number): Day => toDay(new Date(fromDay(day).getTime() + days * 86_400_000));

/** Whole days from `a` to `b`: negative when `b` is before. */
export const daysBetween = (a: Day, b: Day): number =>
  Math.round((fromDay(b).getTime() - fromDay(a).getTime()) / 86_400_000);

type Anchors = { arrivesOn: Day | null; leavesOn: Day | null };

/** When an item is due, from the day of arrival or of departure; null when that day is unknown. */
export function dueOn(due: { from: 'arrival' | 'departure'; days: number } | undefined, anchors: Anchors): Day | null {
  const anchor = due?.from === 'departure' ? anchors.leavesOn : anchors.arrivesOn;
  return due && anchor ? addDays(anchor, due.days) : null;
}

/** « mardi 1er septembre 2026 »: for mails and files, where no component is at hand. */
export function dayInWords(moment: Date, locale: string): string {
  const text = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    timeZone: 'Europe/Paris',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(moment);
  return locale === 'en' ? text : text.replace(/(^|\s)1 /, '$11er ');
}
