import { env } from '@/lib/env';
import { translator } from '@/lib/i18n/translator';
import { mailBodies } from '@/lib/mail-layout';
import type { Mail } from '@/lib/mailer';
import type { Family } from '@/lib/support/schema';

const language = (locale: string) => (locale === 'en' ? 'en' : 'fr');
const address = (locale: string, path: string) => `${env().NEXTAUTH_URL}/${language(locale)}${path}`;

type To = { key: string; to: string; locale: string };

export async function obstacleMail(
  input: To & { id: string; family: Family; why: 'logged' | 'escalated' },
): Promise<Mail> {
  const t = await translator(input.locale, 'support');
  const family = t(`family.${input.family}`);
  return mail(input, 'obstacle', {
    subject: t(`mail.obstacle.${input.why}`, { family }),
    paragraphs: [t('mail.obstacle.intro')],
    action: { label: t('mail.obstacle.action'), url: address(input.locale, `/obstacles/${input.id}`) },
    footer: t('mail.footer'),
  });
}

/** Someone would like to be introduced: the person asked decides, and only then do addresses travel. */
export async function introductionMail(input: To & { from: string; message: string }): Promise<Mail> {
  const t = await translator(input.locale, 'support');
  return mail(input, 'introduction', {
    subject: t('mail.introduction.subject', { from: input.from }),
    paragraphs: [t('mail.introduction.intro', { from: input.from }), input.message, t('mail.introduction.promise')],
    action: { label: t('mail.introduction.action'), url: address(input.locale, '/introductions') },
    footer: t('mail.footer'),
  });
}

export async function introducedMail(input: To & { name: string; email: string }): Promise<Mail> {
  const t = await translator(input.locale, 'support');
  return mail(input, 'introduced', {
    subject: t('mail.introduced.subject', { name: input.name }),
    paragraphs: [t('mail.introduced.intro', { name: input.name, email: input.email })],
    action: { label: t('mail.introduced.action'), url: address(input.locale, '/introductions') },
    footer: t('mail.footer'),
  });
}

type Said = { subject: string; paragraphs: string[]; action: { label: string; url: string }; footer: string };
const mail = ({ key, to, locale }: To, template: string, said: Said): Mail => ({
  key,
  to,
  locale: language(locale),
  template,
  subject: said.subject,
  ...mailBodies({
    lang: language(locale),
    title: said.subject,
    paragraphs: said.paragraphs,
    action: said.action,
    footer: said.footer,
  }),
});
