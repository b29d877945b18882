import { managesSomeCall } from '@/lib/calls/policy';
import type { Clock } from '@/lib/clock';
import { dayOf, fromDay } from '@/lib/dates';
import { transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** School holidays of a zone, as read today in their source: no package publishes them, so the team keeps the table. */
export async function addHoliday(
  viewer: Viewer,
  input: { zone: string; name: string; from: string; to: string; source: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_allowed' | 'same_holiday'>> {
  if (!managesSomeCall(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const [made] = await tx.schoolHoliday.createManyAndReturn({
      data: [{ ...input, from: fromDay(input.from), to: fromDay(input.to), checkedOn: fromDay(dayOf(clock())) }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made) return refuse('same_holiday');
    await record(tx, viewer, 'holiday.entered', { kind: 'school_holiday', id: made.id }, { from: input.from });
    return ok(made);
  });
}

export async function removeHoliday(
  viewer: Viewer,
  { holidayId }: { holidayId: string },
): Promise<Result<null, 'not_allowed'>> {
  if (!managesSomeCall(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    await tx.schoolHoliday.deleteMany({ where: { id: holidayId } });
    await record(tx, viewer, 'holiday.removed', { kind: 'school_holiday', id: holidayId });
    return ok(null);
  });
}
