import { translator } from '@/lib/i18n/translator';
import { mailBodies } from '@/lib/mail-layout';
import type { Mail } from '@/lib/mailer';

export async function signInMail(input: {
  id: string;
  to: string;
  locale: string;
  link: string;
  code: string;
}): Promise<Mail> {
  const t = await translator(input.locale, 'auth');
  const spaced = `${input.code.slice(0, 4)} ${input.code.slice(4)}`;
  const bodies = mailBodies({
    lang: input.locale,
    title: t('mail.title'),
    paragraphs: [t('mail.intro')],
    code: spaced,
    action: { label: t('mail.action'), url: input.link },
    footer: t('mail.footer'),
  });
  return {
    key: `sign-in:${input.id}`,
    to: input.to,
    locale: input.locale,
    template: 'sign-in',
    subject: t('mail.subject', { code: spaced }),
    ...bodies,
  };
}
