import { type Day, dayInWords, fromDay } from '@/lib/dates';
import { translator } from '@/lib/i18n/translator';
import { mailBodies } from '@/lib/mail-layout';
import type { Mail } from '@/lib/mailer';
import type { ReminderKind } from '@/lib/onboarding/reminders';
import { type Bilingual, inLanguage } from '@/lib/onboarding/schema';

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

/** To the mentors: a fellow has said what they need. Never what: it may be about their health. */
export async function needsMail(input: {
  key: string;
  to: string;
  locale: string;
  name: string;
  challenge: string;
  url: string;
}): Promise<Mail> {
  const t = await translator(input.locale, 'onboarding');
  const values = { name: input.name, challenge: input.challenge };
  return {
    key: input.key,
    to: input.to,
    locale: input.locale,
    template: 'checklist-needs',
    subject: t('mail.needs.subject', values),
    ...mailBodies({
      lang: input.locale,
      title: input.challenge,
      paragraphs: [t('mail.needs.intro', values)],
      action: { label: t('mail.needs.action'), url: input.url },
      footer: t('mail.footer'),
    }),
  };
}

type Digest = {
  key: string;
  to: string;
  locale: string;
  url: string;
  today: Day;
  lines: { title: Bilingual; challenge: string; about: string | null; dueOn: Day; kind: ReminderKind }[];
};

/** All that has come near or gone past, late things first, one mail. */
export async function digestMail({ key, to, locale, url, lines }: Digest): Promise<Mail> {
  const t = await translator(locale, 'onboarding');
  const block = (kind: ReminderKind) => {
    const own = lines.filter((line) => line.kind === kind);
    if (own.length === 0) return [];
    const items = own.map((line) => {
      const where = [line.challenge, line.about].filter(Boolean).join(', ');
      return `– ${inLanguage(line.title, locale)} (${where})${locale === 'en' ? '' : '\u00A0'}: ${dayInWords(fromDay(line.dueOn), locale)}`;
    });
    return [`${t(`mail.digest.${kind}`)}\n${items.join('\n')}`];
  };
  const late = lines.filter((line) => line.kind === 'overdue').length;
  return {
    key,
    to,
    locale,
    template: 'checklist-digest',
    subject: t('mail.digest.subject', { count: lines.length, late }),
    ...mailBodies({
      lang: locale,
      title: t('mail.digest.title'),
      paragraphs: [...block('overdue'), ...block('d7'), ...block('d30')],
      action: { label: t('mail.digest.action'), url },
      footer: t('mail.digest.footer'),
    }),
  };
}
