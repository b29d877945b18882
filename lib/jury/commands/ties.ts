import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import type { TieDeclared } from '@/lib/jury/conflict-input';
import { jurorIdOf } from '@/lib/jury/policy';
import { listedForTies, OPEN_TITLES } from '@/lib/jury/queries/ties';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** Before any content: a juror reading the call's titles says they have a tie with one; it closes to them at once. */
export async function declareTie(viewer: Viewer, input: TieDeclared): Promise<Result<null, 'not_found'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const [file] = await tx.$queryRawUnsafe<{ id: string }[]>(
      `SELECT a.id ${listedForTies('$1', '$2')} AND a.id = $3::uuid`,
      input.stageId,
      viewer.id,
      input.applicationId,
    );
    if (!file) return refuse('not_found');
    const key = { applicationId: file.id, personId: viewer.id, kind: input.kind };
    await tx.conflict.upsert({
      where: { applicationId_personId_kind: key },
      create: { ...key, reason: input.reason, state: 'declared' },
      update: { reason: input.reason, state: 'declared' },
    });
    await record(tx, viewer, 'conflict.declared', { kind: 'application', id: file.id }, { kind: input.kind });
    return ok(null);
  });
}

/** "I have gone through the list": the coordination knows that silence means no tie. */
export async function finishTies(
  viewer: Viewer,
  input: { stageId: string },
  clock: Clock,
): Promise<Result<null, 'not_found'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const [seat] = await tx.$queryRawUnsafe<{ id: string; call_id: string }[]>(
      `SELECT j.id, j.call_id FROM stage s JOIN juror j ON j.call_id = s.call_id AND j.person_id = $2::uuid
       WHERE s.id = $1::uuid AND ${OPEN_TITLES('$2')}`,
      input.stageId,
      jurorIdOf(viewer),
    );
    if (!seat) return refuse('not_found');
    await tx.juror.update({ where: { id: seat.id }, data: { tiesAt: clock(), version: { increment: 1 } } });
    await record(tx, viewer, 'conflicts.gone_through', { kind: 'call', id: seat.call_id }, { person: viewer.id });
    return ok(null);
  });
}
