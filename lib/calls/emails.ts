import { env } from '@/lib/env';
import { translator } from '@/lib/i18n/translator';
import { mailBodies } from '@/lib/mail-layout';
import type { Mail } from '@/lib/mailer';

export type Recipient = { applicationId: string; email: string; locale: string };
type About = { callId: string; title: string; timeZone: string };

/** A moment in full, in the call's own zone: "vendredi 18 mars 2022 à 23:59". */
export function moment(date: Date, locale: string, timeZone: string): string {
  const language = locale === 'en' ? 'en-GB' : 'fr-FR';
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(date);
}

/** The deadline moved: whoever has a file in this call is told, with the reason. */
export async function deadlineMail(
  to: Recipient,
  call: About,
  change: { id: string; before: Date; after: Date; reason: string },
): Promise<Mail> {
  const t = await translator(to.locale, 'calls');
  const later = change.after > change.before ? 'extended' : 'shortened';
  const when = (date: Date) => moment(date, to.locale, call.timeZone);
  return {
    key: `call-deadline:${change.id}:${to.applicationId}:${to.email}`,
    to: to.email,
    locale: to.locale,
    template: 'call-deadline',
    subject: t(`mail.${later}.subject`, { title: call.title }),
    about: { kind: 'application', id: to.applicationId },
    ...mailBodies({
      lang: to.locale,
      title: t(`mail.${later}.title`, { title: call.title }),
      paragraphs: [t('mail.deadline', { after: when(change.after), before: when(change.before) }), change.reason],
      action: { label: t('mail.open'), url: `${env().NEXTAUTH_URL}/${to.locale}/my-applications/${to.applicationId}` },
      footer: t('mail.footer'),
    }),
  };
}

/** The form changed: the draft was moved over, nothing was lost, and here is where to read what is new. */
export async function newFormMail(to: Recipient, call: About, number: number): Promise<Mail> {
  const t = await translator(to.locale, 'calls');
  return {
    key: `call-form:${call.callId}:${number}:${to.applicationId}:${to.email}`,
    to: to.email,
    locale: to.locale,
    template: 'call-form',
    subject: t('mail.newForm.subject', { title: call.title }),
    about: { kind: 'application', id: to.applicationId },
    ...mailBodies({
      lang: to.locale,
      title: t('mail.newForm.title'),
      paragraphs: [t('mail.newForm.text', { title: call.title })],
      action: { label: t('mail.open'), url: `${env().NEXTAUTH_URL}/${to.locale}/my-applications/${to.applicationId}` },
      footer: t('mail.footer'),
    }),
  };
}
