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

type Said = { subject: string; title: string; paragraphs: string[] };

/** One mail a file and a person. Thousands may be told at once: each language is worded once. */
async function toEach(
  recipients: readonly Recipient[],
  mail: { template: string; key: string },
  say: (locale: string) => Promise<Said>,
): Promise<Mail[]> {
  const words = new Map<string, { said: Said; label: string; footer: string }>();
  for (const locale of new Set(recipients.map((one) => one.locale))) {
    const t = await translator(locale, 'calls.mail');
    words.set(locale, { said: await say(locale), label: t('open'), footer: t('footer') });
  }
  return recipients.flatMap((to) => {
    const found = words.get(to.locale);
    if (!found) return [];
    const { subject, ...said } = found.said;
    const url = `${env().NEXTAUTH_URL}/${to.locale}/my-applications/${to.applicationId}`;
    const parts = { lang: to.locale, ...said, footer: found.footer, action: { label: found.label, url } };
    return [
      {
        key: `${mail.template}:${mail.key}:${to.applicationId}:${to.email}`,
        to: to.email,
        locale: to.locale,
        template: mail.template,
        subject,
        about: { kind: 'application', id: to.applicationId },
        ...mailBodies(parts),
      },
    ];
  });
}

/** The deadline moved: whoever has a file in this call is told, with the reason. */
export function deadlineMails(
  texts: MailTexts,
  recipients: readonly Recipient[],
  call: About,
  change: { id: string; before: Date; after: Date; reason: string },
): Promise<Mail[]> {
  return toEach(recipients, { template: 'call-deadline', key: change.id }, async (locale) =>
    fillMail(await texts(change.after > change.before ? 'extended' : 'shortened', locale), {
      call: call.title,
      after: await moment(change.after, locale, call.timeZone),
      before: await moment(change.before, locale, call.timeZone),
      reason: change.reason,
    }),
  );
}

/** The form changed: the draft was moved over, nothing was lost, and here is where to read what is new. */
export function newFormMails(
  texts: MailTexts,
  recipients: readonly Recipient[],
  call: About,
  number: number,
): Promise<Mail[]> {
  return toEach(recipients, { template: 'call-form', key: `${call.callId}:${number}` }, async (locale) =>
    fillMail(await texts('newForm', locale), { call: call.title }),
  );
}
