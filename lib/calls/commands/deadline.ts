import { instantOf } from '@/lib/calls/calendar';
import { deadlineMail, type Recipient } from '@/lib/calls/emails';
import { callsManagedBy } from '@/lib/calls/policy';
import { mailTexts } from '@/lib/calls/queries/mail-texts';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

export type DeadlineRefusal = 'not_found' | 'same_date' | 'before_opening' | 'in_the_past';

/**
 * Extends or shortens a published call: who, when, why, kept for good; everyone with a file is told in the same
 * transaction. A closing that has passed may be moved forward again, never a coming one into the past.
 */
export async function changeDeadline(
  viewer: Viewer,
  input: { callId: string; closes: string; reason: string },
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
    if (after <= call.opensAt) return refuse('before_opening');
    if (after <= clock()) return refuse('in_the_past');
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
    for (const to of recipients) {
      await enqueue(
        tx,
        await deadlineMail(texts, to, about, { id: change.id, before: call.closesAt, after, reason: input.reason }),
      );
    }
    const dates = { before: call.closesAt.toISOString(), after: after.toISOString(), told: recipients.length };
    await record(tx, viewer, 'call.deadline_changed', { kind: 'call', id: call.id }, { change: change.id, ...dates });
    return ok({ slug: call.slug, told: recipients.length });
  });
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
