import { randomUUID } from 'node:crypto';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { env } from '@/lib/env';
import { type HearingLetter, hearingMail } from '@/lib/jury/emails';
import { type Appointment, planInvitations, type Told } from '@/lib/jury/invitations';
import { runsJury } from '@/lib/jury/policy';
import { appointments, told } from '@/lib/jury/queries/invitations';
import { type StageDetail, stageDetail } from '@/lib/jury/queries/stages';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Sent = { invited: number; updated: number; cancelled: number };

/**
 * Tells jurors and teams when and where they are expected, each with a calendar file: those who were never told, those
 * for whom something changed since (SEQUENCE + 1), and those whose appointment is gone (CANCEL). Twice in a row sends nothing.
 */
export async function sendInvitations(
  viewer: Viewer,
  stageId: string,
  clock: Clock,
): Promise<Result<Sent, 'not_allowed' | 'unknown_stage' | 'rehearsal_mails' | 'everyone_told'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const stage = await stageDetail(viewer, stageId);
  if (!stage) return refuse('unknown_stage');
  if (stage.settings.rehearsal) return refuse('rehearsal_mails');
  return transaction(async (tx) => {
    // One coordinator at a time: two would each send the whole.
    await tx.$queryRaw`SELECT id FROM stage WHERE id = ${stageId}::uuid FOR UPDATE`;
    const plan = planInvitations(await appointments(viewer, stage), await told(viewer, stage));
    const { invite, update, cancel } = plan;
    if (invite.length + update.length + cancel.length === 0) return refuse('everyone_told');
    const letters = [
      ...(await Promise.all(invite.map((one) => first(tx, stage, one, clock())))),
      ...(await Promise.all(update.map(({ told: was, now }) => again(tx, was, now, clock())))),
      ...(await Promise.all(cancel.map((was) => off(tx, was, clock())))),
    ];
    for (const letter of letters) await enqueue(tx, await hearingMail({ ...letter, ...common(stage, clock()) }));
    const sent = { invited: invite.length, updated: update.length, cancelled: cancel.length };
    await record(tx, viewer, 'hearings.announced', { kind: 'stage', id: stageId }, sent);
    return ok(sent);
  });
}

type Letter = Pick<HearingLetter, 'what' | 'id' | 'sequence' | 'appointment'>;

const toldAs = ({ subjectId, startsAt, endsAt, place, link, name, locale }: Appointment, sentAt: Date) => ({
  subjectId,
  startsAt,
  endsAt,
  place,
  link,
  name,
  locale,
  sentAt,
});

async function first(tx: Tx, stage: StageDetail, one: Appointment, now: Date): Promise<Letter> {
  const id = randomUUID();
  const { kind, applicationId, email } = one;
  await tx.hearingInvitation.create({
    data: { id, stageId: stage.id, kind, applicationId, email, ...toldAs(one, now) },
  });
  return { what: 'invite', id, sequence: 0, appointment: one };
}

async function again(tx: Tx, { id, sequence }: Told, one: Appointment, now: Date): Promise<Letter> {
  const next = sequence + 1;
  const { applicationId } = one;
  await tx.hearingInvitation.update({ where: { id }, data: { sequence: next, applicationId, ...toldAs(one, now) } });
  return { what: 'update', id, sequence: next, appointment: one };
}

async function off(tx: Tx, was: Told, now: Date): Promise<Letter> {
  const sequence = was.sequence + 1;
  await tx.hearingInvitation.update({ where: { id: was.id }, data: { sequence, cancelledAt: now } });
  const kind = was.kind === 'panel' ? 'panel' : 'hearing';
  return { what: 'cancel', id: was.id, sequence, appointment: { ...was, kind, about: '', hearings: [] } };
}

function common(stage: StageDetail, now: Date) {
  const { NEXTAUTH_URL, MAIL_FROM } = env();
  const [, name, email] = /^(.*?)\s*<(.+)>$/.exec(MAIL_FROM) ?? [undefined, 'Cohorte', MAIL_FROM];
  return {
    call: stage.call,
    timeZone: stage.timeZone,
    host: new URL(NEXTAUTH_URL).host,
    organiser: { name: name || 'Cohorte', email: email! },
    baseUrl: NEXTAUTH_URL,
    now,
  };
}
