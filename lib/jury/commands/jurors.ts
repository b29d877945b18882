import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { invitationMail } from '@/lib/jury/emails';
import type { Invitation, SeatAnswer } from '@/lib/jury/juror-input';
import { runsJury } from '@/lib/jury/policy';
import { mayAnswer } from '@/lib/jury/states';
import { enqueue } from '@/lib/mailer';
import { cleanName, freeSlug, nameKeys } from '@/lib/people/names';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** The person of that address, made when nobody has it: private, with a name and nothing else. */
async function personOf(_viewer: Viewer, tx: Tx, input: { email: string; name: string }) {
  const known = await tx.person.findUnique({
    where: { email: input.email },
    select: { id: true, locale: true, name: true },
  });
  if (known) return known;
  const name = cleanName(input.name);
  const slug = await freeSlug(name, async (taken) => (await tx.person.count({ where: { slug: taken } })) > 0);
  return tx.person.create({
    data: { slug, name, email: input.email, nameKeys: nameKeys(name) },
    select: { id: true, locale: true, name: true },
  });
}

/** Invites someone to a call's jury by mail; inviting who declined asks again. `replaces` gives them another's seat. */
export async function inviteJuror(
  viewer: Viewer,
  input: Invitation,
  context: { baseUrl: string; clock: Clock },
): Promise<
  Result<{ id: string; personId: string }, 'not_allowed' | 'unknown_call' | 'already_seated' | 'rehearsal_mails'>
> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const call = await tx.call.findUnique({
      where: { id: input.callId },
      select: { title: true, cohortId: true, settings: true },
    });
    if (!call) return refuse('unknown_call');
    if ((call.settings as { rehearsal?: true }).rehearsal) return refuse('rehearsal_mails');
    const person = await personOf(viewer, tx, input);
    const before = await tx.juror.findUnique({
      where: { callId_personId: { callId: input.callId, personId: person.id } },
    });
    if (before && !mayAnswer(before.state, 'invited')) return refuse('already_seated');
    const facts = {
      background: input.background,
      formerFellow: input.formerFellow,
      themes: input.themes,
      replacesId: input.replaces,
    };
    const seat = await tx.juror.upsert({
      where: { callId_personId: { callId: input.callId, personId: person.id } },
      create: { callId: input.callId, personId: person.id, invitedAt: context.clock(), ...facts },
      update: { state: 'invited', invitedAt: context.clock(), answeredAt: null, version: { increment: 1 }, ...facts },
      select: { id: true, version: true },
    });
    if (input.replaces) {
      await tx.juror.updateMany({
        where: { id: input.replaces, callId: input.callId },
        data: { state: 'replaced', version: { increment: 1 } },
      });
    }
    await enqueue(
      tx,
      await invitationMail({
        seatId: seat.id,
        version: seat.version,
        to: input.email,
        name: person.name,
        locale: person.locale,
        call: call.title,
        url: `${context.baseUrl}/${person.locale}/jury`,
      }),
    );
    await record(
      tx,
      viewer,
      'juror.invited',
      { kind: 'call', id: input.callId },
      { person: person.id, ...(input.replaces ? { replaces: input.replaces } : {}) },
    );
    return ok({ id: seat.id, personId: person.id });
  });
}

/** The invited person accepts (and the charter with it) or declines. Accepting gives the role of juror of that cohort. */
export async function answerInvitation(
  viewer: Viewer,
  input: SeatAnswer,
  clock: Clock,
): Promise<Result<null, 'not_found' | 'charter_required' | 'not_open'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  if (input.answer === 'accepted' && input.charter !== 'yes') return refuse('charter_required');
  return transaction(async (tx) => {
    const seat = await tx.juror.findFirst({
      where: { id: input.seatId, personId: viewer.id },
      select: { id: true, state: true, version: true, callId: true, call: { select: { cohortId: true } } },
    });
    if (!seat) return refuse('not_found');
    if (!mayAnswer(seat.state, input.answer)) return refuse('not_open');
    const accepted = input.answer === 'accepted';
    const { count } = await tx.juror.updateMany({
      where: { id: seat.id, version: seat.version },
      data: {
        state: input.answer,
        answeredAt: clock(),
        charterAt: accepted ? clock() : null,
        declineNote: accepted ? '' : input.note,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse('not_open');
    if (accepted) {
      const role = { personId: viewer.id, kind: 'juror' as const, cohortId: seat.call.cohortId };
      if ((await tx.roleAssignment.count({ where: role })) === 0) await tx.roleAssignment.create({ data: role });
    }
    await record(
      tx,
      viewer,
      accepted ? 'juror.accepted' : 'juror.declined',
      { kind: 'call', id: seat.callId },
      { person: viewer.id, ...(accepted ? { charter: 1 } : {}) },
    );
    return ok(null);
  });
}

/** What a juror says of themself: what they know, and the half-days they can sit. */
export async function describeSeat(
  viewer: Viewer,
  input: { seatId: string; themes: string[]; skills: string[]; offered: string; available: string[] },
): Promise<Result<null, 'not_found'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const seat = await tx.juror.findFirst({
      where: { id: input.seatId, personId: viewer.id },
      select: { id: true, callId: true },
    });
    if (!seat) return refuse('not_found');
    await tx.juror.update({
      where: { id: seat.id },
      data: {
        themes: input.themes,
        skills: input.skills,
        available: input.offered === 'yes' ? input.available : undefined,
        version: { increment: 1 },
      },
    });
    await record(
      tx,
      viewer,
      'juror.described',
      { kind: 'call', id: seat.callId },
      { person: viewer.id, halfDays: input.available },
    );
    return ok(null);
  });
}
