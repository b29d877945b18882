import { env } from '@/lib/env';
import { translator } from '@/lib/i18n/translator';
import { mailBodies } from '@/lib/mail-layout';
import type { Mail } from '@/lib/mailer';

type File = { id: string; title: string; callTitle: string; timeZone: string };
type To = { email: string; locale: string };

function moment(date: Date, locale: string, timeZone: string): string {
  const language = locale === 'en' ? 'en-GB' : 'fr-FR';
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'medium', timeZone }).format(date);
}

async function mail(to: To, file: File, template: string, key: string, values: Record<string, string>): Promise<Mail> {
  const t = await translator(to.locale, 'applications');
  const all = { title: file.title || t('untitled'), call: file.callTitle, ...values };
  return {
    key,
    to: to.email,
    locale: to.locale,
    template: `application-${template}`,
    subject: t(`mail.${template}.subject`, all),
    about: { kind: 'application', id: file.id },
    ...mailBodies({
      lang: to.locale,
      title: t(`mail.${template}.title`, all),
      paragraphs: t(`mail.${template}.text`, all).split('\n'),
      action: { label: t('mail.open'), url: `${env().NEXTAUTH_URL}/${to.locale}/my-applications/${file.id}` },
      footer: t('mail.footer'),
    }),
  };
}

/** The receipt: reference, moment of reception, number of the version, digest of what was received. */
export function receiptMail(
  to: To,
  file: File,
  sent: { id: string; number: number; reference: string; receivedAt: Date; digest: string },
): Promise<Mail> {
  return mail(to, file, 'receipt', `receipt:${sent.id}:${to.email}`, {
    reference: sent.reference,
    number: String(sent.number),
    receivedAt: moment(sent.receivedAt, to.locale, file.timeZone),
    digest: sent.digest.slice(0, 16),
  });
}

export function invitationMail(
  to: To,
  file: File,
  member: { id: string; right: 'view' | 'edit'; by: string },
): Promise<Mail> {
  return mail(to, file, `invitation_${member.right}`, `invitation:${member.id}`, { by: member.by });
}

export function withdrawalMail(to: To, file: File, withdrawn: { reference: string; at: Date }): Promise<Mail> {
  return mail(to, file, 'withdrawal', `withdrawal:${file.id}:${to.email}`, {
    reference: withdrawn.reference,
    at: moment(withdrawn.at, to.locale, file.timeZone),
  });
}

/** A file was found dangerous and taken away: it must be sent again from a clean copy. */
export function infectedMail(to: To, file: File, infected: { id: string; name: string }): Promise<Mail> {
  return mail(to, file, 'infected', `infected:${infected.id}:${to.email}`, { name: infected.name });
}
