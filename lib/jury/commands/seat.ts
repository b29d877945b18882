import { transaction } from '@/lib/db';
import { conflictsBetween } from '@/lib/jury/commands/assign';
import type { SeatMove } from '@/lib/jury/panel-input';
import { runsJury } from '@/lib/jury/policy';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Refusal = 'not_allowed' | 'unknown_panel' | 'unknown_juror' | 'conflict' | 'nothing_changes';

/** Puts a juror on a panel of the stage, off the one they sat on, or on none. A tie with one of its files refuses. */
export async function seatJuror(viewer: Viewer, input: SeatMove): Promise<Result<null, Refusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const { stageId, personId, panelId } = input;
    const seat = await tx.juror.findFirst({
      where: { personId, state: 'accepted', call: { stages: { some: { id: stageId } } } },
      select: { person: { select: { name: true } } },
    });
    if (!seat) return refuse('unknown_juror');
    if (panelId) {
      const panel = await tx.panel.findFirst({
        where: { id: panelId, stageId },
        select: { hearings: { select: { applicationId: true } } },
      });
      if (!panel) return refuse('unknown_panel');
      const files = panel.hearings.map(({ applicationId }) => applicationId);
      const [tie] = await conflictsBetween(viewer, tx, [personId], files);
      if (tie) {
        const file = await tx.application.findUnique({ where: { id: tie.application_id }, select: { title: true } });
        return refuse('conflict', { kind: tie.kind, juror: seat.person.name, file: file?.title ?? '' });
      }
    }
    const gone = await tx.panelMember.deleteMany({
      where: { personId, panel: { stageId }, ...(panelId && { NOT: { panelId } }) },
    });
    const { count } = panelId
      ? await tx.panelMember.createMany({ data: [{ panelId, personId }], skipDuplicates: true })
      : { count: 0 };
    if (gone.count + count === 0) return refuse('nothing_changes');
    // Whoever left no longer holds the pen.
    await tx.panel.updateMany({
      where: { stageId, rapporteurId: personId, ...(panelId && { NOT: { id: panelId } }) },
      data: { rapporteurId: null },
    });
    await record(
      tx,
      viewer,
      'juror.seated',
      { kind: 'stage', id: stageId },
      { person: personId, panel: panelId ?? null },
    );
    return ok(null);
  });
}
