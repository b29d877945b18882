import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import type { SeatAbsence, SeatHalfDays } from '@/lib/jury/juror-input';
import { runsJury } from '@/lib/jury/policy';
import { readSettings } from '@/lib/jury/stage-input';
import { mayAnswer } from '@/lib/jury/states';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/**
 * The coordination notes that a juror will not come (their files close at once, and later solutions do without them), or
 * that they sit after all: the charter they accepted still stands.
 */
export async function noteAbsence(
  viewer: Viewer,
  input: SeatAbsence,
  clock: Clock,
): Promise<Result<null, 'not_allowed' | 'unknown_juror' | 'seat_unchanged' | 'charter_required'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const seat = await tx.juror.findFirst({
      where: { id: input.seatId, call: { stages: { some: { id: input.stageId } } } },
      select: { state: true, version: true, personId: true, callId: true, charterAt: true },
    });
    if (!seat) return refuse('unknown_juror');
    const after = input.act === 'absent' ? 'declined' : 'accepted';
    if (seat.state === after || !mayAnswer(seat.state, after)) return refuse('seat_unchanged');
    if (after === 'accepted' && !seat.charterAt) return refuse('charter_required');
    const { count } = await tx.juror.updateMany({
      where: { id: input.seatId, version: seat.version },
      data: {
        state: after,
        declineNote: after === 'declined' ? input.note : '',
        answeredAt: clock(),
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse('seat_unchanged');
    await record(
      tx,
      viewer,
      after === 'declined' ? 'juror.stood_down' : 'juror.seated_again',
      { kind: 'call', id: seat.callId },
      { person: seat.personId },
    );
    return ok(null);
  });
}

/** The half-days of a juror as they told the coordination, by phone or by mail. */
export async function sayJurorHalfDays(
  viewer: Viewer,
  input: SeatHalfDays,
): Promise<Result<null, 'not_allowed' | 'unknown_juror' | 'half_day_unknown'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const seat = await tx.juror.findFirst({
      where: { id: input.seatId, call: { stages: { some: { id: input.stageId } } } },
      select: { personId: true, callId: true, call: { select: { stages: { select: { settings: true } } } } },
    });
    if (!seat) return refuse('unknown_juror');
    const offered = new Set(seat.call.stages.flatMap(({ settings }) => readSettings(settings).halfDays));
    if (input.available.some((day) => !offered.has(day))) return refuse('half_day_unknown');
    await tx.juror.update({
      where: { id: input.seatId },
      data: { available: input.available, version: { increment: 1 } },
    });
    await record(
      tx,
      viewer,
      'juror.described',
      { kind: 'call', id: seat.callId },
      { person: seat.personId, halfDays: input.available },
    );
    return ok(null);
  });
}
