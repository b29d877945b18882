import { isMailEvent, type MailEvent } from '@/lib/calls/mail-events';
import { callsManagedBy } from '@/lib/calls/policy';
import { usualText } from '@/lib/calls/usual-mails';
import type { MailText } from '@/lib/calls/wording';
import { db, type Tx } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

/** The words of a mail in one language: the call's own, or the usual ones. */
export type MailTexts = (event: MailEvent, locale: string) => Promise<MailText>;

/** The call's own words, where it has any. */
export type OwnTexts = (event: MailEvent, locale: string) => MailText | undefined;

/** What the call of a file says in its own words: one query whatever the number of mails. */
export async function ownTexts(tx: Tx, of: { callId: string } | { applicationId: string }): Promise<OwnTexts> {
  const own = await tx.mailTemplate.findMany({
    where: 'callId' in of ? { callId: of.callId } : { call: { applications: { some: { id: of.applicationId } } } },
    select: { event: true, locale: true, subject: true, title: true, body: true },
  });
  return (event, locale) => own.find((one) => one.event === event && one.locale === (locale === 'en' ? 'en' : 'fr'));
}

/** How the mails of a call are worded: in its own words, or the usual ones. */
export async function mailTexts(tx: Tx, of: { callId: string } | { applicationId: string }): Promise<MailTexts> {
  const own = await ownTexts(tx, of);
  return async (event, locale) => own(event, locale) ?? usualText(event, locale);
}

export type MailTemplateRow = MailText & { event: MailEvent; locale: string; version: number; updatedAt: Date };

/** What the call says in its own words; null for who does not manage it, as for a call that does not exist. */
export async function callMailTemplates(viewer: Viewer, slug: string) {
  const call = await db.call.findFirst({
    where: { AND: [{ slug }, callsManagedBy(viewer)] },
    select: {
      id: true,
      slug: true,
      title: true,
      timeZone: true,
      closesAt: true,
      mailTemplates: {
        select: { event: true, locale: true, subject: true, title: true, body: true, version: true, updatedAt: true },
      },
    },
  });
  if (!call) return null;
  const { mailTemplates, ...rest } = call;
  return { ...rest, templates: mailTemplates.filter((one): one is MailTemplateRow => isMailEvent(one.event)) };
}
