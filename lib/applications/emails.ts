import { moment } from '@/lib/calls/emails';
import type { MAILING_VARIABLES, MailEvent } from '@/lib/calls/mail-events';
import type { MailTexts } from '@/lib/calls/queries/mail-texts';
import { fillMail } from '@/lib/calls/wording';
import { env } from '@/lib/env';
import { translator } from '@/lib/i18n/translator';
import { mailBodies } from '@/lib/mail-layout';
import type { Mail } from '@/lib/mailer';

type File = { id: string; title: string; callTitle: string; timeZone: string };
type To = { email: string; locale: string };

/** One mail about a file, in the call's own words or the usual ones. */
async function mail(
  texts: MailTexts,
  to: To,
  file: File,
  event: MailEvent,
  key: string,
  values: Record<string, string>,
  path = `/my-applications/${file.id}`,
): Promise<Mail> {
  const t = await translator(to.locale, 'applications');
  const all = { title: file.title || t('untitled'), call: file.callTitle, ...values };
  const { subject, ...said } = fillMail(await texts(event, to.locale), all);
  return {
    key,
    to: to.email,
    locale: to.locale,
    template: `application-${event}`,
    subject,
    about: { kind: 'application', id: file.id },
    ...mailBodies({
      lang: to.locale,
      ...said,
      action: { label: t('mail.open'), url: `${env().NEXTAUTH_URL}/${to.locale}${path}` },
      footer: t('mail.footer'),
    }),
  };
}

/** The receipt: reference, moment of reception, number of the version, digest of what was received. */
export async function receiptMail(
  texts: MailTexts,
  to: To,
  file: File,
  sent: { id: string; number: number; reference: string; receivedAt: Date; digest: string },
): Promise<Mail> {
  return mail(texts, to, file, 'receipt', `receipt:${sent.id}:${to.email}`, {
    reference: sent.reference,
    number: String(sent.number),
    receivedAt: await moment(sent.receivedAt, to.locale, file.timeZone, 'medium'),
    digest: sent.digest.slice(0, 16),
    pdf: `${env().NEXTAUTH_URL}/${to.locale}/my-applications/${file.id}/versions/${sent.number}/pdf`,
  });
}

export function invitationMail(
  texts: MailTexts,
  to: To,
  file: File,
  member: { id: string; right: 'view' | 'edit'; by: string },
): Promise<Mail> {
  return mail(texts, to, file, `invitation_${member.right}`, `invitation:${member.id}:${member.right}`, {
    by: member.by,
  });
}

/** A file was withdrawn, or its withdrawal taken back. */
export async function withdrawalMail(
  texts: MailTexts,
  to: To,
  file: File,
  withdrawn: { event: 'withdrawal' | 'restored'; reference: string; at: Date },
): Promise<Mail> {
  const key = `${withdrawn.event}:${file.id}:${withdrawn.at.getTime()}:${to.email}`;
  return mail(texts, to, file, withdrawn.event, key, {
    reference: withdrawn.reference,
    at: await moment(withdrawn.at, to.locale, file.timeZone, 'medium'),
  });
}

/** A file was found dangerous and taken away: it must be sent again from a clean copy. */
export function infectedMail(
  texts: MailTexts,
  to: To,
  file: File,
  infected: { id: string; name: string },
): Promise<Mail> {
  return mail(texts, to, file, 'infected', `infected:${infected.id}:${to.email}`, { name: infected.name });
}

/** What one person of a mailing reads in place of each variable: all their files of the set, named together. */
export async function mailingValues(
  to: { name: string; files: { id: string; title: string; reference: string | null; organisation: string }[] },
  call: { title: string; closesAt: Date; timeZone: string },
  locale: string,
): Promise<Record<(typeof MAILING_VARIABLES)[number], string>> {
  const all = (texts: (string | null)[]) => [...new Set(texts.filter(Boolean))].join(', ');
  const path = to.files.length === 1 ? `/${to.files[0]?.id}` : '';
  return {
    name: to.name,
    title: all(to.files.map((one) => one.title)),
    reference: all(to.files.map((one) => one.reference)),
    organisation: all(to.files.map((one) => one.organisation)),
    call: call.title,
    deadline: await moment(call.closesAt, locale, call.timeZone),
    link: `${env().NEXTAUTH_URL}/${locale}/my-applications${path}`,
  };
}

/** One mail of a mailing: to one person, about all their files of the set. */
export async function mailingMail(
  to: { email: string; name: string; locale: string; files: Parameters<typeof mailingValues>[0]['files'] },
  mailing: { id: string; subject: string; body: string; locale: string },
  call: { title: string; closesAt: Date; timeZone: string },
): Promise<Mail> {
  const t = await translator(mailing.locale, 'applications.mail');
  const values = await mailingValues(to, call, mailing.locale);
  const { subject, title, paragraphs } = fillMail({ ...mailing, title: mailing.subject }, values);
  return {
    key: `mailing:${mailing.id}:${to.email}`,
    to: to.email,
    locale: mailing.locale,
    template: 'mailing',
    subject,
    about: { kind: 'mailing', id: mailing.id },
    ...mailBodies({
      lang: mailing.locale,
      title,
      paragraphs,
      action: { label: t('open'), url: values.link },
      footer: t('footer'),
    }),
  };
}

/** A file proposed to somebody: the link opens a page with two buttons, once signed in with this address. */
export function transferMail(
  texts: MailTexts,
  to: To,
  file: File,
  transfer: { id: string; by: string },
): Promise<Mail> {
  const path = `/my-applications/transfers/${transfer.id}`;
  return mail(texts, to, file, 'transfer', `transfer:${transfer.id}`, { by: transfer.by }, path);
}

export function transferAcceptedMail(
  texts: MailTexts,
  to: To,
  file: File,
  transfer: { id: string; by: string },
): Promise<Mail> {
  return mail(texts, to, file, 'transferred', `transferred:${transfer.id}`, { by: transfer.by });
}

/** Whoever asked for an archive learns that it is there, or that it could not be made, wherever they are by then. */
export async function archiveMail(
  to: To,
  archive: { id: string; slug: string; call: string; files: number; size: string; left: number; until: string },
  fate: 'done' | 'failed',
): Promise<Mail> {
  const t = await translator(to.locale, 'archives.mail');
  const { id, slug, ...values } = archive;
  return {
    key: `archive:${id}:${to.email}`,
    to: to.email,
    locale: to.locale,
    template: `archive-${fate}`,
    subject: t(`${fate}.subject`, values),
    about: { kind: 'archive', id },
    ...mailBodies({
      lang: to.locale,
      title: t(`${fate}.title`),
      paragraphs: t(`${fate}.text`, values).split('\n'),
      action: { label: t('open'), url: `${env().NEXTAUTH_URL}/${to.locale}/admin/calls/${slug}/archives/${id}` },
      footer: t('footer'),
    }),
  };
}

/** Somebody invited to examine files of a call: what it is, and where they will find them. */
export async function instructorMail(
  to: To,
  invited: { id: string; at: Date; call: string; by: string },
): Promise<Mail> {
  const t = await translator(to.locale, 'instructors.mail');
  const values = { call: invited.call, by: invited.by };
  return {
    key: `instructor:${invited.id}:${invited.at.getTime()}`,
    to: to.email,
    locale: to.locale,
    template: 'instructor-invited',
    subject: t('subject', values),
    about: { kind: 'call_instructor', id: invited.id },
    ...mailBodies({
      lang: to.locale,
      title: t('title'),
      paragraphs: t('text', values).split('\n'),
      action: { label: t('open'), url: `${env().NEXTAUTH_URL}/${to.locale}/examining` },
      footer: t('footer'),
    }),
  };
}
