import { callsManagedBy } from '@/lib/calls/policy';
import { ERASABLE, keptUntil, type RetentionForm } from '@/lib/calls/retention';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

export type RetentionRefusal = 'not_found' | 'same_retention' | 'kept_longer' | 'erases_now';

/**
 * Keeps what files not retained say for longer or shorter after their call. People answered under what was announced:
 * once there is a file, the time is only ever shortened. A time that has passed for some is refused once with how many.
 */
export async function changeRetention(
  viewer: Viewer,
  input: RetentionForm,
  clock: Clock,
): Promise<Result<{ slug: string }, RetentionRefusal>> {
  const byId = personId(viewer);
  if (!byId) return refuse('not_found');
  return transaction(async (tx) => {
    const call = await tx.call.findFirst({
      where: { AND: [{ id: input.callId }, callsManagedBy(viewer)] },
      select: { id: true, slug: true, retentionMonths: true, _count: { select: { applications: true } } },
    });
    if (!call) return refuse('not_found');
    const { retentionMonths: before } = call;
    const { months: after, reason } = input;
    if (after === before) return refuse('same_retention');
    if (after > before && call._count.applications > 0) return refuse('kept_longer');
    const [due] = await tx.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM application a JOIN call c ON c.id = a.call_id
       WHERE c.id = $1::uuid AND ${ERASABLE} AND ${keptUntil('$2::int')} < $3::timestamptz`,
      call.id,
      after,
      clock(),
    );
    if (due && due.count > 0 && !input.sure) return refuse('erases_now', due);
    const { count } = await tx.call.updateMany({
      where: { id: call.id, retentionMonths: before },
      data: { retentionMonths: after, version: { increment: 1 } },
    });
    if (count === 0) return refuse('same_retention');
    const { id } = await tx.retentionChange.create({
      data: { callId: call.id, before, after, reason, byId, createdAt: clock() },
      select: { id: true },
    });
    const told = { change: id, before, after, due: due?.count ?? 0 };
    await record(tx, viewer, 'call.retention_changed', { kind: 'call', id: call.id }, told);
    return ok({ slug: call.slug });
  });
}
