import type { MailTexts } from '@/lib/calls/queries/mail-texts';
import { fillMail } from '@/lib/calls/wording';
import { env } from '@/lib/env';
import { translator } from '@/lib/i18n/translator';
import { mailBodies } from '@/lib/mail-layout';
import type { Mail } from '@/lib/mailer';

export type Recipient = { applicationId: string; email: string; locale: string };
type About = { callId: string; title: string; timeZone: string };

/** A moment in full, in the call's own zone, named: "vendredi 18 mars 2022 à 23:59 (heure de Paris)"; `medium` has the seconds. */
export async function moment(
  date: Date,
  locale: string,
  timeZone: string,
  timeStyle: 'short' | 'medium' = 'short',
): Promise<string> {
  const t = await translator(locale, 'ui');
  const language = locale === 'en' ? 'en-GB' : 'fr-FR';
  const plain = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle, timeZone }).format(date);
  const text = locale === 'en' ? plain : inFrench(plain);
  return `${text} (${t('inZone', { place: t(`zones.${timeZone.replace('/', '_')}`) })})`;
}

/** « vendredi 1er avril 2022 à 9 h 05 min 07 s ». */
const inFrench = (text: string): string =>
  text
    .replace(/(^|\s)1 /, '$11er ')
    .replace(
      /(\d+):(\d+)(?::(\d+))?$/,
      (_, h, m, s) => `${Number(h)}\u00a0h\u00a0${m}${s ? `\u00a0min\u00a0${s}\u00a0s` : ''}`,
    );

/** The deadline moved: whoever has a file in this call is told, with the reason. */
export async function deadlineMail(
  texts: MailTexts,
  to: Recipient,
  call: About,
  change: { id: string; before: Date; after: Date; reason: string },
): Promise<Mail> {
  const t = await translator(to.locale, 'calls');
  const when = (date: Date) => moment(date, to.locale, call.timeZone);
  const { subject, ...said } = fillMail(
    await texts(change.after > change.before ? 'extended' : 'shortened', to.locale),
    { call: call.title, after: await when(change.after), before: await when(change.before), reason: change.reason },
  );
  return {
    key: `call-deadline:${change.id}:${to.applicationId}:${to.email}`,
    to: to.email,
    locale: to.locale,
    template: 'call-deadline',
    subject,
    about: { kind: 'application', id: to.applicationId },
    ...mailBodies({
      lang: to.locale,
      ...said,
      action: { label: t('mail.open'), url: `${env().NEXTAUTH_URL}/${to.locale}/my-applications/${to.applicationId}` },
      footer: t('mail.footer'),
    }),
  };
}

/** The form changed: the draft was moved over, nothing was lost, and here is where to read what is new. */
export async function newFormMail(texts: MailTexts, to: Recipient, call: About, number: number): Promise<Mail> {
  const t = await translator(to.locale, 'calls');
  const { subject, ...said } = fillMail(await texts('newForm', to.locale), { call: call.title });
  return {
    key: `call-form:${call.callId}:${number}:${to.applicationId}:${to.email}`,
    to: to.email,
    locale: to.locale,
    template: 'call-form',
    subject,
    about: { kind: 'application', id: to.applicationId },
    ...mailBodies({
      lang: to.locale,
      ...said,
      action: { label: t('mail.open'), url: `${env().NEXTAUTH_URL}/${to.locale}/my-applications/${to.applicationId}` },
      footer: t('mail.footer'),
    }),
  };
}
