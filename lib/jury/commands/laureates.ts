import { challengeFromApplication } from '@/lib/challenges/commands/create';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { runsJury } from '@/lib/jury/policy';
import { readSettings } from '@/lib/jury/stage-input';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Refusal = 'not_allowed' | 'unknown_call' | 'rehearsal' | 'no_laureate' | 'already_published' | 'challenge_in_use';

async function openCall(_viewer: Viewer, tx: Tx, callId: string) {
  const call = await tx.call.findUnique({
    where: { id: callId },
    select: { resultsPublishedAt: true, stages: { select: { settings: true } } },
  });
  return call && { ...call, rehearsal: call.stages.some(({ settings }) => readSettings(settings).rehearsal) };
}

/** Every laureate of a call becomes a challenge with its positions and mentors, all or none; those already made stay as they are. */
export async function makeLaureates(
  viewer: Viewer,
  callId: string,
  clock: Clock,
): Promise<Result<{ made: number }, Refusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const call = await openCall(viewer, tx, callId);
    if (!call) return refuse('unknown_call');
    if (call.rehearsal) return refuse('rehearsal');
    const files = await tx.$queryRaw<{ id: string }[]>`
      SELECT a.id FROM application a WHERE a.call_id = ${callId}::uuid AND a.state = 'selected'
        AND NOT EXISTS (SELECT 1 FROM challenge c WHERE c.application_id = a.id) ORDER BY a.reference, a.id FOR UPDATE OF a`;
    if (files.length === 0) return refuse('no_laureate');
    for (const { id } of files) {
      const made = await challengeFromApplication(viewer, tx, id, clock);
      if (!made.ok) throw new Error(`laureate ${id}: ${made.reason}`);
    }
    await record(tx, viewer, 'laureates.made', { kind: 'call', id: callId }, { challenges: files.length });
    return ok({ made: files.length });
  });
}

/**
 * Undoes it, as long as results are not published and nobody worked on a challenge since: no fellow seated, no page
 * published or edited, no checklist or line of money begun. Mentors lose the role this act gave them.
 */
export async function undoLaureates(viewer: Viewer, callId: string): Promise<Result<{ undone: number }, Refusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const call = await openCall(viewer, tx, callId);
    if (!call) return refuse('unknown_call');
    if (call.resultsPublishedAt) return refuse('already_published');
    const made = await tx.challenge.findMany({
      where: { application: { callId } },
      select: {
        id: true,
        published: true,
        version: true,
        positions: { where: { OR: [{ fellowId: { not: null } }, { version: { gt: 1 } }] }, select: { id: true } },
        _count: { select: { checklists: true, fundingLines: true, obstacles: true, datasets: true, openWorks: true } },
      },
    });
    if (made.length === 0) return refuse('no_laureate');
    const used = made.filter(
      ({ published, version, positions, _count }) =>
        published || version > 1 || positions.length > 0 || Object.values(_count).some((count) => count > 0),
    );
    if (used.length > 0) return refuse('challenge_in_use', { count: used.length });
    const ids = made.map(({ id }) => id);
    await tx.roleAssignment.deleteMany({ where: { challengeId: { in: ids } } });
    await tx.challenge.deleteMany({ where: { id: { in: ids } } });
    await record(tx, viewer, 'laureates.undone', { kind: 'call', id: callId }, { challenges: ids });
    return ok({ undone: ids.length });
  });
}
