import { moment } from '@/lib/calls/emails';
import { isMailEvent } from '@/lib/calls/mail-events';
import { type OwnTexts, ownTexts } from '@/lib/calls/queries/mail-texts';
import { fillMail } from '@/lib/calls/wording';
import type { Tx } from '@/lib/db';
import { env } from '@/lib/env';
import { translator } from '@/lib/i18n/translator';
import { mailBodies } from '@/lib/mail-layout';
import type { Mail } from '@/lib/mailer';

/** `own`: what the call says in its own words to those who write the file. */
export type Recipient = { email: string; locale: string; own?: OwnTexts };
type Letter = {
  template:
    | 'mention'
    | 'message_to_applicant'
    | 'message_to_team'
    | 'correction_asked'
    | 'correction_reminder'
    | 'correction_cancelled'
    | 'correction_answered'
    | 'correction_expired'
    | 'reading_given'
    | 'questions_sent'
    | 'questions_reminder'
    | 'question_answered';
  /** The cause and what it happened to; the address is added: one mail a cause and a person. */
  key: string;
  fileId: string;
  /** Path without language, that the button opens. */
  path: string;
  values: Record<string, string | number>;
  notBefore?: Date;
};

/** A mail about a file, in the language of who reads it. A moment among the values is written in full. */
export async function fileMail(to: Recipient, letter: Letter, due?: { at: Date; zone: string }): Promise<Mail> {
  const t = await translator(to.locale, 'correspondence');
  const values = { ...letter.values, due: due ? await moment(due.at, to.locale, due.zone) : '' };
  const words = (part: string) => t(`mail.${letter.template}.${part}`, values);
  const own = isMailEvent(letter.template) ? to.own?.(letter.template, to.locale) : undefined;
  const said = own
    ? fillMail(own, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])))
    : { subject: words('subject'), title: words('title'), paragraphs: words('text').split('\n').filter(Boolean) };
  return {
    key: `${letter.template}:${letter.key}:${to.email}`,
    to: to.email,
    locale: to.locale,
    template: `application-${letter.template}`,
    subject: said.subject,
    about: { kind: 'application', id: letter.fileId },
    notBefore: letter.notBefore,
    ...mailBodies({
      lang: to.locale,
      title: said.title,
      paragraphs: said.paragraphs,
      action: { label: words('action'), url: `${env().NEXTAUTH_URL}/${to.locale}${letter.path}` },
      footer: t('mail.footer'),
    }),
  };
}

/** Who is told what happens to a file: its owner and those who write it with them. */
export async function writersOf(
  tx: Tx,
  file: { id: string; ownerId: string; members: { email: string; right: string }[] },
  except = '',
): Promise<Recipient[]> {
  const invited = file.members.filter(({ right }) => right === 'edit').map(({ email }) => email);
  const known = await tx.person.findMany({
    where: { OR: [{ id: file.ownerId }, { email: { in: invited } }], disabledAt: null },
    select: { id: true, email: true, locale: true },
  });
  const own = await ownTexts(tx, { applicationId: file.id });
  return known.flatMap(({ id, email, locale }) => (email && id !== except ? [{ email, locale, own }] : []));
}

/** The person in charge of a file or, while nobody is, the coordination. */
export async function teamOf(tx: Tx, file: { instructorId: string | null }): Promise<Recipient[]> {
  const people = await tx.person.findMany({
    where: file.instructorId
      ? { id: file.instructorId, disabledAt: null }
      : {
          disabledAt: null,
          roles: { some: { kind: 'coordinator', OR: [{ to: null }, { to: { gte: new Date() } }] } },
        },
    select: { email: true, locale: true },
    take: 20,
  });
  return people.flatMap(({ email, locale }) => (email ? [{ email, locale }] : []));
}
