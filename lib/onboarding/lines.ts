import { type Day, dueOn } from '@/lib/dates';
import type { ChecklistDefinition, ItemDefinition } from '@/lib/onboarding/schema';
import { nameKey } from '@/lib/people/names';

export type Seat = { id: string; profile: string; arrivesOn: Day | null; leavesOn: Day | null };
export type Line = {
  itemKey: string;
  sectionKey: string;
  positionId: string | null;
  position: number;
  doer: string;
  blocking: boolean;
  counts: boolean;
  dueOn: Day | null;
};

/** Profiles are written freely (« Développeuse web »): an item names stems (`dev`), accents and case apart. */
export const concerns = (item: Pick<ItemDefinition, 'profiles'>, profile: string): boolean =>
  item.profiles.length === 0 || item.profiles.some((stem) => nameKey(profile).includes(nameKey(stem)));

/** The lines a list should have today: one per item, or one per item and fellow it concerns, with its due day. */
export function linesOf(
  definition: ChecklistDefinition,
  seats: Seat[],
  days: { arrivesOn: Day | null; leavesOn: Day | null },
): Line[] {
  let position = 0;
  return definition.sections.flatMap((section) =>
    section.items.flatMap((item) => {
      const at = position++;
      const line = (positionId: string | null, anchors: typeof days): Line => ({
        itemKey: item.key,
        sectionKey: section.key,
        positionId,
        position: at,
        doer: item.doer,
        blocking: item.blocking,
        counts: !item.optional,
        dueOn: dueOn(item.due, anchors),
      });
      if (item.per === 'challenge') return [line(null, days)];
      return seats
        .filter((seat) => concerns(item, seat.profile))
        .map((seat) =>
          line(seat.id, { arrivesOn: seat.arrivesOn ?? days.arrivesOn, leavesOn: seat.leavesOn ?? days.leavesOn }),
        );
    }),
  );
}
