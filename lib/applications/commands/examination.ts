import { readPoints, settingsOf } from '@/lib/applications/examination-settings';
import { transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { isCoordinator, type Viewer } from '@/lib/viewer';

type Input = { callId: string; version: number; points: string; criteria: string; scale: number };

/** Sets how the files of a call are examined. The scale and the criteria hold once a reading has been sent. */
export async function setExamination(
  viewer: Viewer,
  { callId, version, points, criteria, scale }: Input,
): Promise<Result<null, 'not_allowed' | 'changed' | 'already_read'>> {
  if (!isCoordinator(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const call = await tx.call.findUnique({ where: { id: callId }, select: { examination: true } });
    if (!call) return refuse('not_allowed');
    const before = settingsOf(call.examination);
    const next = { points: readPoints(points, before.points), criteria: readPoints(criteria, before.criteria), scale };
    const sameGrid =
      before.scale === scale && before.criteria.map(({ id }) => id).join() === next.criteria.map(({ id }) => id).join();
    if (!sameGrid && (await tx.reading.count({ where: { sentAt: { not: null }, application: { callId } } })))
      return refuse('already_read');
    if (version === 0) {
      const { count } = await tx.examination.createMany({ data: [{ callId, ...next }], skipDuplicates: true });
      if (count === 0) return refuse('changed');
    } else {
      const data = { ...next, version: { increment: 1 } };
      const { count } = await tx.examination.updateMany({ where: { callId, version }, data });
      if (count === 0) return refuse('changed');
    }
    const counts = { points: next.points.length, criteria: next.criteria.length, scale };
    await record(tx, viewer, 'call.examination_set', { kind: 'call', id: callId }, counts);
    return ok(null);
  });
}
