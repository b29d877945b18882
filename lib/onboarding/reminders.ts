import { publicHoliday } from '@/lib/calls/calendar';
import { type Day, dayOf, daysBetween, fromDay, hourOf } from '@/lib/dates';

export type ReminderKind = 'd30' | 'd7' | 'overdue';

/** Which reminder a due day calls for today: a month ahead, a week ahead, once it is past; none before. */
export function kindOf(due: Day, today: Day): ReminderKind | null {
  const left = daysBetween(today, due);
  if (left < 0) return 'overdue';
  if (left <= 7) return 'd7';
  return left <= 30 ? 'd30' : null;
}

/** Nobody is written to on a Saturday, a Sunday or a public holiday: what falls then waits for the next working day. */
export function isWorkingDay(day: Day): boolean {
  const weekday = fromDay(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && publicHoliday(day) === null;
}

/** Digests leave in the morning of a working day, Paris time, summer and winter alike. */
export function isTimeToRemind(now: Date): boolean {
  const hour = hourOf(now);
  return hour >= 8 && hour < 18 && isWorkingDay(dayOf(now));
}

export type ToRemind = {
  itemId: string;
  personId: string;
  dueOn: Day;
  kind: ReminderKind;
};

/** One digest a person, what is late first, then by date. */
export function digests<T extends ToRemind>(lines: T[]): Map<string, T[]> {
  const people = new Map<string, T[]>();
  for (const line of [...lines].sort((a, b) => a.dueOn.localeCompare(b.dueOn)))
    people.set(line.personId, [...(people.get(line.personId) ?? []), line]);
  return people;
}
