import { translator } from '@/lib/i18n/translator';
import { mailBodies } from '@/lib/mail-layout';
import type { Mail } from '@/lib/mailer';

export async function invitationMail(input: {
  seatId: string;
  version: number;
  to: string;
  name: string;
  locale: string;
  call: string;
  url: string;
}): Promise<Mail> {
  const t = await translator(input.locale, 'jury');
  const bodies = mailBodies({
    lang: input.locale,
    title: t('mail.invitation.title'),
    paragraphs: [
      t('mail.invitation.intro', { name: input.name, call: input.call }),
      t('mail.invitation.charter'),
      t('mail.invitation.answer'),
    ],
    action: { label: t('mail.invitation.action'), url: input.url },
    footer: t('mail.footer'),
  });
  return {
    key: `jury-invitation:${input.seatId}:${input.version}`,
    to: input.to,
    locale: input.locale,
    template: 'jury-invitation',
    subject: t('mail.invitation.subject', { call: input.call }),
    about: { kind: 'juror', id: input.seatId },
    ...bodies,
  };
}

export type ResultLetter = {
  callId: string;
  applicationId: string;
  recipient: string;
  locale: string;
  call: string;
  reference: string;
  title: string;
  outcome: 'preselected' | 'not_preselected' | 'selected' | 'reserve' | 'not_selected' | 'ineligible';
  reason: string;
  /** Only for those who were not selected: what the jury said, criterion by criterion. */
  criteria: { label: string; words: string }[];
  url: string;
};

/** The letter of one result: the decision, its reason, and what the jury said of each criterion. */
export async function resultMail(input: ResultLetter): Promise<Mail> {
  const t = await translator(input.locale, 'jury');
  const criteria = input.criteria.map(({ label, words }) => t('mail.result.criterion', { label, words })).join('\n');
  const bodies = mailBodies({
    lang: input.locale,
    title: t(`mail.result.title.${input.outcome}`),
    paragraphs: [
      t(`mail.result.intro.${input.outcome}`, { title: input.title, reference: input.reference, call: input.call }),
      ...(input.reason ? [t('mail.result.reason', { reason: input.reason })] : []),
      ...(criteria ? [`${t('mail.result.criteria')}\n${criteria}`] : []),
      t(`mail.result.next.${input.outcome}`),
    ],
    action: { label: t('mail.result.action'), url: input.url },
    footer: t('mail.footer'),
  });
  return {
    key: `result:${input.callId}:${input.applicationId}:${input.recipient}`,
    to: input.recipient,
    locale: input.locale,
    template: 'result',
    subject: t('mail.result.subject', { reference: input.reference, call: input.call }),
    about: { kind: 'application', id: input.applicationId },
    ...bodies,
  };
}
