import { MAIL_EVENTS, type MailEvent } from '@/lib/calls/mail-events';
import type { MailText } from '@/lib/calls/wording';
import { translator } from '@/lib/i18n/translator';

const DEADLINES: readonly string[] = ['extended', 'shortened'];

/** A number that no sentence holds: it chooses the plural, then gives its place to the variable. */
const MANY = 97;
const isTalk = (event: MailEvent): boolean => /^(message|correction|questions)_/.test(event);

/** The usual words, with their variables in double braces. */
export async function usualText(event: MailEvent, locale: string): Promise<MailText> {
  const named = Object.fromEntries(MAIL_EVENTS[event].map((name) => [name, `{{${name}}}`]));
  if (event === 'newForm' || DEADLINES.includes(event)) {
    const t = await translator(locale, 'calls.mail');
    const values = { ...named, title: '{{call}}' };
    return {
      subject: t(`${event}.subject`, values),
      title: t(`${event}.title`, values),
      body: event === 'newForm' ? t('newForm.text', values) : `${t('deadline', values)}\n{{reason}}`,
    };
  }
  const outcome = /^result_(.+)$/.exec(event)?.[1];
  if (outcome) {
    const t = await translator(locale, 'jury.mail.result');
    const criteria = (MAIL_EVENTS[event] as readonly string[]).includes('criteria') ? ['{{criteria}}'] : [];
    const body = [t(`intro.${outcome}`, named), '{{reason}}', ...criteria, t(`next.${outcome}`)];
    return { subject: t('subject', named), title: t(`title.${outcome}`), body: body.join('\n') };
  }
  if (isTalk(event)) {
    const t = await translator(locale, 'correspondence.mail');
    const say = (part: string) =>
      t(`${event}.${part}`, { ...named, count: MANY }).replaceAll(String(MANY), '{{count}}');
    return { subject: say('subject'), title: say('title'), body: say('text') };
  }
  const t = await translator(locale, 'applications.mail');
  return { subject: t(`${event}.subject`, named), title: t(`${event}.title`, named), body: t(`${event}.text`, named) };
}
