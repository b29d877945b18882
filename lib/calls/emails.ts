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

/** The deadline moved: whoever has a file in this call is told, with the reason. Thousands may: each language is worded once. */
export async function deadlineMails(
  texts: MailTexts,
  recipients: readonly Recipient[],
  call: About,
  change: { id: string; before: Date; after: Date; reason: string },
): Promise<Mail[]> {
  const words = new Map<string, Awaited<ReturnType<typeof deadlineWords>>>();
  for (const locale of new Set(recipients.map((one) => one.locale)))
    words.set(locale, await deadlineWords(texts, locale, call, change));
  return recipients.flatMap((to) => {
    const said = words.get(to.locale);
    if (!said) return [];
    const url = `${env().NEXTAUTH_URL}/${to.locale}/my-applications/${to.applicationId}`;
    return [
      {
        key: `call-deadline:${change.id}:${to.applicationId}:${to.email}`,
        to: to.email,
        locale: to.locale,
        template: 'call-deadline',
        subject: said.subject,
        about: { kind: 'application', id: to.applicationId },
        ...mailBodies({ lang: to.locale, ...said.parts, action: { label: said.label, url } }),
      },
    ];
  });
}

async function deadlineWords(
  texts: MailTexts,
  locale: string,
  call: About,
  change: { before: Date; after: Date; reason: string },
) {
  const t = await translator(locale, 'calls');
  const [before, after] = await Promise.all(
    [change.before, change.after].map((date) => moment(date, locale, call.timeZone)),
  );
  const text = await texts(change.after > change.before ? 'extended' : 'shortened', locale);
  const { subject, ...said } = fillMail(text, {
    call: call.title,
    after: after ?? '',
    before: before ?? '',
    reason: change.reason,
  });
  return { subject, parts: { ...said, footer: t('mail.footer') }, label: t('mail.open') };
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
