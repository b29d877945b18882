import { undoIn } from '@/lib/applications/commands/decide';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { isCoordinator, type PersonViewer, type Viewer } from '@/lib/viewer';

type Change = { id: string; before: string | null; after: string | null };

/**
 * Undoes what one act of the board did, file by file: a file that changed again since is left as it is and counted.
 * Whoever did it may, once.
 */
export async function undoAct(
  viewer: Viewer,
  { actId }: { actId: string },
  clock: Clock,
): Promise<Result<{ changed: number; left: number }, 'not_allowed' | 'not_undoable'>> {
  if (viewer.kind !== 'person' || !isCoordinator(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const act = await tx.fileAct.findFirst({
      where: { id: actId, byId: viewer.id },
      select: { callId: true, kind: true, changes: true },
    });
    if (!act) return refuse('not_undoable');
    const taken = await tx.fileAct.updateMany({ where: { id: actId, undoneAt: null }, data: { undoneAt: clock() } });
    if (taken.count === 0) return refuse('not_undoable');
    const changes = act.changes as Change[];
    let changed = 0;
    for (const change of changes) if (await undoOne(tx, viewer, act.kind, change, clock())) changed += 1;
    await record(tx, viewer, 'call.act_undone', { kind: 'call', id: act.callId }, { act: actId, changed });
    return ok({ changed, left: changes.length - changed });
  });
}

async function undoOne(tx: Tx, viewer: PersonViewer, kind: string, change: Change, at: Date): Promise<boolean> {
  const subject = { kind: 'application', id: change.id };
  if (kind === 'entrust') {
    const where = { id: change.id, instructorId: change.after };
    const { count } = await tx.application.updateMany({ where, data: { instructorId: change.before } });
    if (count) await record(tx, viewer, 'application.entrusted', subject, { to: change.before });
    return count > 0;
  }
  if (kind === 'label' || kind === 'unlabel') {
    const label = change.after ?? change.before ?? '';
    const count =
      kind === 'label'
        ? await tx.$executeRaw`UPDATE application SET labels = array_remove(labels, ${label}) WHERE id = ${change.id}::uuid AND ${label} = ANY (labels)`
        : await tx.$executeRaw`UPDATE application SET labels = labels || ${label}::text WHERE id = ${change.id}::uuid AND NOT ${label} = ANY (labels)`;
    const name = kind === 'label' ? 'application.unlabelled' : 'application.labelled';
    if (count) await record(tx, viewer, name, subject);
    return count > 0;
  }
  if (kind === 'remind') {
    // Only what has not left yet; a mail being sent keeps its row until it is.
    const { count } = await tx.outboxMessage.deleteMany({
      where: { key: { startsWith: change.after ?? ' ' }, sentAt: null },
    });
    if (count) await record(tx, viewer, 'application.reminder_stopped', subject);
    return count > 0;
  }
  if (kind === 'readers') {
    const ids = (change.after ?? '').split(' ');
    const { count } = await tx.reading.deleteMany({ where: { id: { in: ids }, sentAt: null, version: 1 } });
    if (count) await record(tx, viewer, 'application.readers_removed', subject, { count });
    return count > 0;
  }
  return change.after ? undoIn(tx, viewer, change.after, at) : false;
}
