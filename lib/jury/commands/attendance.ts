import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import type { Presence } from '@/lib/jury/panel-input';
import { jurorIdOf, runsJury } from '@/lib/jury/policy';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Room = { stageId: string; panelId: string | null };

/** The coordination keeps every room; a rapporteur keeps their own panel's. */
async function keepsRoom(viewer: Viewer, tx: Tx, { stageId, panelId }: Room): Promise<boolean> {
  if (runsJury(viewer)) return true;
  if (!panelId) return false;
  return (await tx.panel.count({ where: { id: panelId, stageId, rapporteurId: jurorIdOf(viewer) } })) > 0;
}

/** Who belongs in the room: the panel's members, or for the deliberation whoever sits on the call's jury. */
async function expectedIn(_viewer: Viewer, tx: Tx, { stageId, panelId }: Room): Promise<string[]> {
  if (panelId) {
    const members = await tx.panelMember.findMany({
      where: { panelId, panel: { stageId } },
      select: { personId: true },
    });
    return members.map(({ personId }) => personId);
  }
  const seats = await tx.juror.findMany({
    where: { state: 'accepted', call: { stages: { some: { id: stageId } } } },
    select: { personId: true },
  });
  return seats.map(({ personId }) => personId);
}

/** Someone comes in: their stay begins, and ends in any other room of the stage, since nobody is in two. False: already there. */
export async function comeIn(_viewer: Viewer, tx: Tx, room: Room, personId: string, at: Date): Promise<boolean> {
  const here = { stageId: room.stageId, personId, leftAt: null };
  if ((await tx.stay.count({ where: { ...here, panelId: room.panelId } })) > 0) return false;
  await tx.stay.updateMany({ where: here, data: { leftAt: at } });
  const { count } = await tx.stay.createMany({ data: [{ ...room, personId, arrivedAt: at }], skipDuplicates: true });
  if (count === 0) return false;
  if (room.panelId)
    await tx.panelMember.updateMany({
      where: { panelId: room.panelId, personId },
      data: { present: true, calledAt: at },
    });
  return true;
}

/** Someone goes out: their stay ends. They were there all the same: the roll call keeps "present". */
export async function goOut(_viewer: Viewer, tx: Tx, room: Room, personId: string, at: Date): Promise<boolean> {
  const { count } = await tx.stay.updateMany({
    where: { stageId: room.stageId, panelId: room.panelId, personId, leftAt: null },
    data: { leftAt: at },
  });
  return count > 0;
}

/** Notes an arrival or a departure at the moment it happens; `personId` absent: everyone expected there arrives or leaves. */
export async function notePresence(
  viewer: Viewer,
  input: Presence,
  clock: Clock,
): Promise<Result<{ count: number }, 'not_allowed' | 'unknown_juror' | 'already_noted'>> {
  const room = { stageId: input.stageId, panelId: input.panelId ?? null };
  return transaction(async (tx) => {
    if (!(await keepsRoom(viewer, tx, room))) return refuse('not_allowed');
    const expected = await expectedIn(viewer, tx, room);
    const people = input.personId ? expected.filter((id) => id === input.personId) : expected;
    if (people.length === 0) return refuse('unknown_juror');
    const at = clock();
    const move = input.act === 'arrived' ? comeIn : goOut;
    const moved: string[] = [];
    for (const id of people) if (await move(viewer, tx, room, id, at)) moved.push(id);
    if (moved.length === 0) return refuse('already_noted');
    await record(
      tx,
      viewer,
      input.act === 'arrived' ? 'juror.arrived' : 'juror.left',
      room.panelId ? { kind: 'panel', id: room.panelId } : { kind: 'stage', id: room.stageId },
      { people: moved },
    );
    return ok({ count: moved.length });
  });
}
