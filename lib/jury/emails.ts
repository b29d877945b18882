import { fillMail, type MailText } from '@/lib/calls/wording';
import { translator } from '@/lib/i18n/translator';
import { type InvitationEntry, invitationCalendar } from '@/lib/jury/calendar';
import { halfDayText } from '@/lib/jury/half-day';
import type { Appointment } from '@/lib/jury/invitations';
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

/** Asks an author when the team can come, half-day by half-day. At most one a day and file. */
export async function halfDaysMail(input: {
  stageId: string;
  applicationId: string;
  title: string;
  email: string;
  name: string;
  locale: string;
  call: string;
  halfDays: string[];
  day: string;
  url: string;
}): Promise<Mail> {
  const t = await translator(input.locale, 'jury');
  const parts = { am: t('timetable.am'), pm: t('timetable.pm') };
  const words = { title: input.title, call: input.call };
  return {
    key: `half-days:${input.stageId}:${input.applicationId}:${input.email}:${input.day}`,
    to: input.email,
    locale: input.locale,
    template: 'hearing-half-days',
    subject: t('mail.halfDays.subject', words),
    about: { kind: 'application', id: input.applicationId },
    ...mailBodies({
      lang: input.locale,
      title: t('mail.halfDays.title'),
      paragraphs: [
        t('mail.halfDays.intro', words),
        input.halfDays.map((one) => `– ${halfDayText(one, input.locale, parts)}`).join('\n'),
        t('mail.halfDays.help'),
      ],
      action: { label: t('mail.halfDays.action'), url: input.url },
      footer: t('mail.footer'),
    }),
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
  /** The call's own words for this result, when it has any. */
  own?: MailText;
};

/** The letter of one result: the decision, its reason, and what the jury said of each criterion. */
export async function resultMail(input: ResultLetter): Promise<Mail> {
  const t = await translator(input.locale, 'jury');
  const criteria = input.criteria.map(({ label, words }) => t('mail.result.criterion', { label, words })).join('\n');
  const { title, reference, call } = input;
  const said = {
    reason: input.reason ? t('mail.result.reason', { reason: input.reason }) : '',
    criteria: criteria ? `${t('mail.result.criteria')}\n${criteria}` : '',
  };
  const own = input.own && fillMail(input.own, { title, reference, call, ...said });
  const bodies = mailBodies({
    lang: input.locale,
    title: own?.title ?? t(`mail.result.title.${input.outcome}`),
    paragraphs: own?.paragraphs ?? [
      t(`mail.result.intro.${input.outcome}`, { title, reference, call }),
      ...[said.reason, said.criteria].filter(Boolean),
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
    subject: own?.subject ?? t('mail.result.subject', { reference, call }),
    about: { kind: 'application', id: input.applicationId },
    ...bodies,
  };
}

export type HearingLetter = {
  what: 'invite' | 'update' | 'cancel';
  /** The invitation's own id: stable, so that calendars recognise it. */
  id: string;
  sequence: number;
  appointment: Omit<Appointment, 'subjectId'>;
  call: string;
  timeZone: string;
  host: string;
  organiser: InvitationEntry['organiser'];
  baseUrl: string;
  now: Date;
};

/** A hearing's invitation, its change or its cancellation, with the calendar file that says the same. */
export async function hearingMail(letter: HearingLetter): Promise<Mail> {
  const { what, id, sequence, appointment: one, call, timeZone } = letter;
  const space = one.kind === 'panel' ? 'jury' : `my-applications/${one.applicationId}/hearing`;
  const url = `${letter.baseUrl}/${one.locale === 'en' ? 'en' : 'fr'}/${space}`;
  const t = await translator(one.locale, 'jury');
  const lang = one.locale === 'en' ? 'en-GB' : 'fr-FR';
  const hour = (at: Date) => at.toLocaleTimeString(lang, { timeZone, hour: '2-digit', minute: '2-digit' });
  const day = one.startsAt.toLocaleDateString(lang, { timeZone, dateStyle: 'full' });
  const zone = timeZone.split('/').at(-1)!.replaceAll('_', ' ');
  const words = { day, zone, from: hour(one.startsAt), to: hour(one.endsAt), about: one.about, call };
  const title = t(`mail.hearing.${one.kind}.event`, words);
  const where = [one.place, one.link].filter(Boolean).join(' · ');
  const files = one.hearings.map(({ at, title: file }) => t('mail.hearing.line', { at: hour(at), title: file }));
  const description = [t(`mail.hearing.${one.kind}.${what}`, words), ...files].join('\n');
  const bodies = mailBodies({
    lang: one.locale,
    title: t(`mail.hearing.title.${what}`),
    paragraphs: [
      t(`mail.hearing.${one.kind}.${what}`, words),
      ...(what === 'cancel' ? [] : [t('mail.hearing.when', words), where ? t('mail.hearing.where', { where }) : '']),
      ...(what === 'cancel' || files.length === 0 ? [] : [files.join('\n')]),
      what === 'cancel' ? '' : t(`mail.hearing.${one.kind}.expect`),
    ].filter(Boolean),
    action: what === 'cancel' ? undefined : { label: t('mail.hearing.action'), url },
    footer: t('mail.footer'),
  });
  const calendar = invitationCalendar(
    {
      uid: `invitation-${id}@${letter.host}`,
      sequence,
      cancelled: what === 'cancel',
      title,
      description,
      where: one.place || one.link,
      link: one.link,
      startsAt: one.startsAt,
      endsAt: one.endsAt,
      organiser: letter.organiser,
      guest: { name: one.name, email: one.email },
    },
    letter.now,
  );
  const method = what === 'cancel' ? 'CANCEL' : 'REQUEST';
  return {
    key: `hearing:${id}:${sequence}`,
    to: one.email,
    locale: one.locale,
    template: `hearing-${what}`,
    subject: t(`mail.hearing.subject.${what}`, { ...words, title }),
    about: { kind: 'hearing_invitation', id },
    attachments: [
      { filename: 'audition.ics', contentType: `text/calendar; charset=utf-8; method=${method}`, content: calendar },
    ],
    ...bodies,
  };
}
