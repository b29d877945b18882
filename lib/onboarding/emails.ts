import { translator } from '@/lib/i18n/translator';
import { mailBodies } from '@/lib/mail-layout';
import type { Mail } from '@/lib/mailer';
import { dayInWords } from '@/lib/onboarding/days';

type Delegated = {
  id: string;
  to: string;
  locale: string;
  from: string;
  challenge: string;
  item: string;
  message: string;
  link: string;
  expiresAt: Date;
};

/** To someone without an account: one line to answer, by a link that opens nothing else. */
export async function delegationMail(input: Delegated): Promise<Mail> {
  const t = await translator(input.locale, 'onboarding');
  const values = { from: input.from, challenge: input.challenge, item: input.item };
  return {
    key: `delegation:${input.id}`,
    to: input.to,
    locale: input.locale,
    template: 'checklist-delegation',
    subject: t('mail.delegation.subject', values),
    ...mailBodies({
      lang: input.locale,
      title: input.item,
      paragraphs: [
        t('mail.delegation.intro', values),
        ...(input.message ? [input.message] : []),
        t('mail.delegation.until', { day: dayInWords(input.expiresAt, input.locale) }),
      ],
      action: { label: t('mail.delegation.action'), url: input.link },
      footer: t('mail.delegation.footer', values),
    }),
    about: { kind: 'checklist_delegation', id: input.id },
  };
}

/** To the person who entrusted it: it has been answered. */
export async function answeredMail(input: {
  key: string;
  to: string;
  locale: string;
  by: string;
  item: string;
  challenge: string;
  state: string;
  url: string;
}): Promise<Mail> {
  const t = await translator(input.locale, 'onboarding');
  const values = { by: input.by, item: input.item, challenge: input.challenge, state: t(`state.${input.state}`) };
  return {
    key: input.key,
    to: input.to,
    locale: input.locale,
    template: 'checklist-answered',
    subject: t('mail.answered.subject', values),
    ...mailBodies({
      lang: input.locale,
      title: input.item,
      paragraphs: [t('mail.answered.intro', values)],
      action: { label: t('mail.answered.action'), url: input.url },
      footer: t('mail.footer'),
    }),
  };
}
