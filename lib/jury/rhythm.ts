import { Temporal } from 'temporal-polyfill';
import type { StageSettings } from './stage-input';

export type Slot = { from: Date; to: Date };

/** Minutes a team is in the room: pitch and questions. Jurors talk before and deliberate after. */
export const hearingMinutes = ({ rhythm }: Pick<StageSettings, 'rhythm'>): number =>
  rhythm.amongJurors + rhythm.pitch + rhythm.questions + rhythm.deliberation;

/** The hours of `count` hearings of one half-day, one after the other with a pause between; local hours of the zone. */
export function hearingTimes(halfDay: string, count: number, settings: StageSettings, timeZone: string): Slot[] {
  const [day, part] = [halfDay.slice(0, 10), halfDay.slice(11)];
  const opens = part === 'pm' ? settings.afternoon : settings.morning;
  const first = Temporal.PlainDateTime.from(`${day}T${opens}`).toZonedDateTime(timeZone);
  const long = hearingMinutes(settings);
  return Array.from({ length: count }, (_, index) => {
    const from = first.add({ minutes: index * (long + settings.rhythm.pause) });
    return { from: new Date(from.epochMilliseconds), to: new Date(from.add({ minutes: long }).epochMilliseconds) };
  });
}

/** When the applicant is expected: after the jurors spoke among themselves. */
export const welcomedAt = (slot: Slot, settings: StageSettings): Slot => ({
  from: new Date(slot.from.getTime() + settings.rhythm.amongJurors * 60_000),
  to: new Date(
    slot.from.getTime() + (settings.rhythm.amongJurors + settings.rhythm.pitch + settings.rhythm.questions) * 60_000,
  ),
});
