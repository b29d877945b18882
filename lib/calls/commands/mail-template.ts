import { MAIL_EVENTS, type MailEvent } from '@/lib/calls/mail-events';
import { callsManagedBy } from '@/lib/calls/policy';
import type { MailTemplateInput } from '@/lib/calls/schema';
import { usualText } from '@/lib/calls/usual-mails';
import { wordingFaults } from '@/lib/calls/wording';
import { type Tx, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

export type TemplateRefusal =
  | 'not_found'
  | 'changed_meanwhile'
  | 'unknown_in_subject'
  | 'unknown_in_title'
  | 'unknown_in_body'
  | 'broken_in_subject'
  | 'broken_in_title'
  | 'broken_in_body';
type Done = { slug: string; event: MailEvent; locale: string };

const managed = (tx: Tx, viewer: Viewer, callId: string) =>
  tx.call.findFirst({ where: { AND: [{ id: callId }, callsManagedBy(viewer)] }, select: { id: true, slug: true } });

/** Words a mail of a call in one language. The usual words given back as they are leave no row. */
export async function wordMail(viewer: Viewer, input: MailTemplateInput): Promise<Result<Done, TemplateRefusal>> {
  const { event, locale, subject, title, body, version } = input;
  for (const part of ['subject', 'title', 'body'] as const) {
    const [fault] = wordingFaults(input[part], MAIL_EVENTS[event]);
    if (fault)
      return refuse(`${fault.reason === 'unknown_variable' ? 'unknown' : 'broken'}_in_${part}`, { found: fault.found });
  }
  const usual = await usualText(event, locale);
  if (usual.subject === subject && usual.title === title && usual.body === body)
    return usualMail(viewer, { callId: input.callId, event, locale });
  return transaction(async (tx) => {
    const call = await managed(tx, viewer, input.callId);
    if (!call) return refuse('not_found');
    const text = { subject, title, body, byId: personId(viewer) };
    const where = { callId: call.id, event, locale };
    const { count } =
      version === 0
        ? await tx.mailTemplate.createMany({ data: [{ ...where, ...text }], skipDuplicates: true })
        : await tx.mailTemplate.updateMany({
            where: { ...where, version },
            data: { ...text, version: { increment: 1 } },
          });
    if (count === 0) return refuse('changed_meanwhile');
    await record(tx, viewer, 'mail_template.worded', { kind: 'call', id: call.id }, { event, locale });
    return ok({ slug: call.slug, event, locale });
  });
}

/** Goes back to the usual words. */
export async function usualMail(
  viewer: Viewer,
  { callId, event, locale }: { callId: string; event: MailEvent; locale: string },
): Promise<Result<Done, 'not_found'>> {
  return transaction(async (tx) => {
    const call = await managed(tx, viewer, callId);
    if (!call) return refuse('not_found');
    const { count } = await tx.mailTemplate.deleteMany({ where: { callId: call.id, event, locale } });
    if (count > 0) await record(tx, viewer, 'mail_template.reset', { kind: 'call', id: call.id }, { event, locale });
    return ok({ slug: call.slug, event, locale });
  });
}
