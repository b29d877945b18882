import { checkDates, instantOf, localTime, type SchoolHoliday } from '@/lib/calls/calendar';
import { deadlineMails, moment, type Recipient } from '@/lib/calls/emails';
import { callsManagedBy } from '@/lib/calls/policy';
import { mailTexts } from '@/lib/calls/queries/mail-texts';
import type { Clock } from '@/lib/clock';
import { toDay } from '@/lib/dates';
import { type Tx, transaction } from '@/lib/db';
import { enqueueAll } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

export type DeadlineRefusal =
  | 'not_found'
  | 'same_date'
  | 'wrong_year'
  | 'before_opening'
  | 'in_the_past'
  | 'date_to_check';

/**
 * Extends or shortens a published call: who, when, why, kept for good; everyone with a file is told in the same
 * transaction. A closing that has passed may be moved forward again, never a coming one into the past. A day when
 * nobody works is refused once with a better one, unless `keep` says that it was seen.
 */
export async function changeDeadline(
  viewer: Viewer,
  input: { callId: string; closes: string; reason: string; keep?: string },
  clock: Clock,
): Promise<Result<{ slug: string; told: number }, DeadlineRefusal>> {
  const by = personId(viewer);
  if (!by) return refuse('not_found');
  return transaction(async (tx) => {
    const call = await tx.call.findFirst({
      where: { AND: [{ id: input.callId, publishedAt: { not: null } }, callsManagedBy(viewer)] },
      select: { id: true, slug: true, title: true, opensAt: true, closesAt: true, timeZone: true },
    });
    if (!call) return refuse('not_found');
    const after = instantOf(input.closes, call.timeZone);
    if (after.getTime() === call.closesAt.getTime()) return refuse('same_date');
    const doubt = await doubtAbout(tx, viewer, call, input.closes, clock());
    if (after <= call.opensAt)
      return doubt?.what === 'wrong_year' ? refuse('wrong_year', doubt) : refuse('before_opening');
    if (after <= clock()) return refuse('in_the_past');
    if (doubt && !input.keep) return refuse('date_to_check', doubt);
    const { count } = await tx.call.updateMany({
      where: { id: call.id, closesAt: call.closesAt },
      data: { closesAt: after, version: { increment: 1 } },
    });
    if (count === 0) return refuse('same_date');
    const change = await tx.callExtension.create({
      data: { callId: call.id, byId: by, reason: input.reason, before: call.closesAt, after },
      select: { id: true },
    });
    const recipients = await peopleWithAFile(tx, viewer, call.id, ['draft', 'submitted']);
    const texts = await mailTexts(tx, { callId: call.id });
    const about = { callId: call.id, title: call.title, timeZone: call.timeZone };
    const moved = { id: change.id, before: call.closesAt, after, reason: input.reason };
    await enqueueAll(tx, await deadlineMails(texts, recipients, about, moved));
    const dates = { before: call.closesAt.toISOString(), after: after.toISOString(), told: recipients.length };
    await record(tx, viewer, 'call.deadline_changed', { kind: 'call', id: call.id }, { change: change.id, ...dates });
    return ok({ slug: call.slug, told: recipients.length });
  });
}

/** The first thing to look at twice in a new closing, with a better moment in the viewer's language. */
async function doubtAbout(
  tx: Tx,
  viewer: Viewer,
  call: { opensAt: Date; timeZone: string },
  closes: string,
  now: Date,
): Promise<Record<string, string | number> | undefined> {
  const { timeZone } = call;
  const school = await knownHolidays(tx, viewer);
  const found = checkDates({ opens: localTime(call.opensAt, timeZone), closes, timeZone }, now, school).find(
    (one) => one.about === 'closes' && one.reason !== 'short' && one.reason !== 'past',
  );
  if (!found) return undefined;
  const locale = viewer.kind === 'person' ? viewer.locale : 'fr';
  return {
    what: found.reason,
    name: found.params?.name ?? '',
    zones: found.params?.zones ?? '',
    count: found.params?.count ?? 0,
    days: String(found.params?.days ?? ''),
    proposal: found.proposal ? await moment(instantOf(found.proposal, timeZone), locale, timeZone) : 'none',
    better: found.proposal ?? '',
  };
}

async function knownHolidays(tx: Tx, _viewer: Viewer): Promise<SchoolHoliday[]> {
  const found = await tx.schoolHoliday.findMany({ take: 500, orderBy: { from: 'desc' } });
  return found.map((one) => ({ ...one, from: toDay(one.from), to: toDay(one.to) }));
}

/** Owners and co-authors of the files of a call in these states, each once a file. */
export async function peopleWithAFile(tx: Tx, _viewer: Viewer, callId: string, states: string[]): Promise<Recipient[]> {
  return tx.$queryRaw<Recipient[]>`
    SELECT a.id::text AS "applicationId", p.email, p.locale FROM application a
      JOIN person p ON p.id = a.owner_id
      WHERE a.call_id = ${callId}::uuid AND a.state::text = ANY(${states}) AND p.email IS NOT NULL AND p.disabled_at IS NULL
    UNION
    SELECT a.id::text, m.email, COALESCE(p.locale, 'fr') FROM application a
      JOIN application_member m ON m.application_id = a.id LEFT JOIN person p ON p.email = m.email
      WHERE a.call_id = ${callId}::uuid AND a.state::text = ANY(${states}) AND p.disabled_at IS NULL`;
}
