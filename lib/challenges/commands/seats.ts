import type { z } from 'zod';
import { mayManageChallenges } from '@/lib/challenges/policy';
import type { FellowForm, PositionForm } from '@/lib/challenges/schema';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { giveRole, knownPerson } from '@/lib/people/known';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

const day = (iso?: string): Date | null => (iso ? new Date(`${iso}T00:00:00Z`) : null);
type Slug = { slug: string };

async function managed(tx: Tx, viewer: Viewer, challengeId: string) {
  const challenge = await tx.challenge.findUnique({
    where: { id: challengeId },
    select: { id: true, slug: true, cohortId: true },
  });
  return challenge && mayManageChallenges(viewer, challenge.cohortId) ? challenge : null;
}

async function managedSeat(tx: Tx, viewer: Viewer, positionId: string) {
  const seat = await tx.position.findUnique({
    where: { id: positionId },
    select: { id: true, fellowId: true, challengeId: true },
  });
  const challenge = seat && (await managed(tx, viewer, seat.challengeId));
  return challenge ? { ...seat, challenge } : null;
}

/** Adds a seat, or changes its profile and pay. */
export async function setPosition(
  viewer: Viewer,
  form: z.output<typeof PositionForm>,
): Promise<Result<Slug, 'not_found' | 'changed'>> {
  return transaction(async (tx) => {
    const challenge = await managed(tx, viewer, form.challengeId);
    if (!challenge) return refuse('not_found');
    const data = { profile: form.profile, title: form.title, netMonthlyCents: form.netMonthlyCents ?? null };
    let id = form.id;
    if (id) {
      const where = { id, challengeId: challenge.id, version: form.version ?? -1 };
      const saved = await tx.position.updateMany({ where, data: { ...data, version: { increment: 1 } } });
      if (saved.count === 0) return refuse('changed');
    } else {
      id = (await tx.position.create({ data: { ...data, challengeId: challenge.id }, select: { id: true } })).id;
    }
    const act = form.id ? 'position.updated' : 'position.added';
    await record(tx, viewer, act, { kind: 'challenge', id: challenge.id }, { position: id, profile: form.profile });
    return ok({ slug: challenge.slug });
  });
}

/** Takes an empty seat away. */
export async function removePosition(
  viewer: Viewer,
  input: { positionId: string; version: number },
): Promise<Result<Slug, 'not_found' | 'seat_taken'>> {
  return transaction(async (tx) => {
    const seat = await managedSeat(tx, viewer, input.positionId);
    if (!seat) return refuse('not_found');
    const gone = await tx.position.deleteMany({ where: { id: seat.id, fellowId: null, version: input.version } });
    if (gone.count === 0) return refuse('seat_taken');
    const subject = { kind: 'challenge', id: seat.challengeId };
    await record(tx, viewer, 'position.removed', subject, { position: seat.id });
    return ok({ slug: seat.challenge.slug });
  });
}

/**
 * Enters the fellow of a seat with their role on the challenge, or changes their dates.
 * The proof of recruitment is what the co-funding is paid on. A seat taken by someone else has to be freed first.
 */
export async function enterFellow(
  viewer: Viewer,
  form: FellowForm,
  clock: Clock,
): Promise<Result<Slug, 'not_found' | 'changed' | 'seat_taken' | 'already_fellow'>> {
  return transaction(async (tx) => {
    const seat = await managedSeat(tx, viewer, form.positionId);
    if (!seat) return refuse('not_found');
    const { id: fellowId } = await knownPerson(tx, form);
    if (seat.fellowId && seat.fellowId !== fellowId) return refuse('seat_taken');
    const { challengeId } = seat;
    if (await tx.position.count({ where: { challengeId, fellowId, id: { not: seat.id } } }))
      return refuse('already_fellow');
    const [arrivesOn, leavesOn, recruitedOn] = [day(form.arrivesOn), day(form.leavesOn), day(form.recruitedOn)];
    const saved = await tx.position.updateMany({
      where: { id: seat.id, version: form.version },
      data: { fellowId, arrivesOn, leavesOn, recruitedOn, version: { increment: 1 } },
    });
    if (saved.count === 0) return refuse('changed');
    const role = { personId: fellowId, kind: 'fellow' as const, cohortId: seat.challenge.cohortId, challengeId };
    await giveRole(tx, { ...role, from: arrivesOn, to: leavesOn }, clock());
    await tx.roleAssignment.updateMany({ where: role, data: { from: arrivesOn, to: leavesOn } });
    const proof = recruitedOn !== null;
    const data = { position: seat.id, fellow: fellowId, arrives: form.arrivesOn, proof };
    await record(tx, viewer, 'fellow.entered', { kind: 'challenge', id: challengeId }, data);
    return ok({ slug: seat.challenge.slug });
  });
}

/** Frees a seat: the fellow left before the end, or was entered by mistake. Their role ends today and stays in the history. */
export async function freeSeat(
  viewer: Viewer,
  input: { positionId: string; version: number },
  clock: Clock,
): Promise<Result<Slug, 'not_found' | 'changed'>> {
  return transaction(async (tx) => {
    const seat = await managedSeat(tx, viewer, input.positionId);
    if (!seat?.fellowId) return refuse('not_found');
    const saved = await tx.position.updateMany({
      where: { id: seat.id, version: input.version },
      data: { fellowId: null, arrivesOn: null, leavesOn: null, recruitedOn: null, version: { increment: 1 } },
    });
    if (saved.count === 0) return refuse('changed');
    const where = { personId: seat.fellowId, kind: 'fellow' as const, challengeId: seat.challengeId };
    await tx.roleAssignment.updateMany({ where, data: { to: clock() } });
    const data = { position: seat.id, fellow: seat.fellowId };
    await record(tx, viewer, 'fellow.left', { kind: 'challenge', id: seat.challengeId }, data);
    return ok({ slug: seat.challenge.slug });
  });
}
