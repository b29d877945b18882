import nodemailer, { type Transporter } from 'nodemailer';
import { type Tx, transaction } from '@/lib/db';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

export type Mail = {
  /** The cause, in words and ids: the same key is never mailed twice. Becomes the Message-ID. */
  key: string;
  to: string;
  locale: string;
  template: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
  /** Small texts sent along (a calendar file); kept with the mail. */
  attachments?: { filename: string; contentType: string; content: string }[];
  about?: { kind: string; id: string };
  notBefore?: Date;
};

/** What people typed may be anywhere in a mail: nothing turns its lines around, and its subject is one line. */
const straight = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
const oneLine = (text: string): string => straight(text).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

const rowOf = ({ about, attachments, headers, ...mail }: Mail) => ({
  ...mail,
  subject: oneLine(mail.subject),
  text: straight(mail.text),
  html: straight(mail.html),
  headers: headers ?? {},
  attachments: attachments ?? [],
  aboutKind: about?.kind,
  aboutId: about?.id,
});

/** Writes the mail in the transaction of its cause; the sender takes it from there. */
export async function enqueue(tx: Tx, mail: Mail): Promise<void> {
  await tx.outboxMessage.createMany({ data: [rowOf(mail)], skipDuplicates: true });
}

/** The same for many at once: each key still leaves once. */
export async function enqueueAll(tx: Tx, mails: readonly Mail[]): Promise<number> {
  let waiting = 0;
  for (let at = 0; at < mails.length; at += 200) {
    const data = mails.slice(at, at + 200).map(rowOf);
    waiting += (await tx.outboxMessage.createMany({ data, skipDuplicates: true })).count;
  }
  return waiting;
}

let transport: Transporter | undefined;

type Waiting = {
  id: string;
  key: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: object;
  attachments: object[];
  attempts: number;
};

/**
 * Sends what is due, one mail a transaction: a crash frees the row at once and nothing is lost.
 * Without SMTP_URL the row itself is the local mailbox: it is marked sent and the demo shows it.
 * Returns how many were sent.
 */
export async function sendOutbox(limit = 50): Promise<number> {
  let sent = 0;
  while (sent < limit && (await sendNext())) sent++;
  return sent;
}

async function sendNext(): Promise<boolean> {
  return transaction(async (tx) => {
    const [mail] = await tx.$queryRaw<Waiting[]>`
      SELECT id, key, "to", subject, text, html, headers, attachments, attempts FROM outbox_message
      WHERE sent_at IS NULL AND not_before <= now() AND attempts < 12
      ORDER BY not_before LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!mail) return false;
    try {
      if (env().SMTP_URL) await deliver(mail);
      await tx.outboxMessage.update({
        where: { id: mail.id },
        data: { sentAt: new Date(), attempts: mail.attempts + 1 },
      });
    } catch (error) {
      const wait = Math.min(2 ** mail.attempts, 720) * 60_000;
      log.warn({ mail: mail.id, attempts: mail.attempts + 1, reason: (error as Error).message }, 'mail not sent');
      await tx.outboxMessage.update({
        where: { id: mail.id },
        data: {
          attempts: mail.attempts + 1,
          lastError: (error as Error).message.slice(0, 500),
          notBefore: new Date(Date.now() + wait),
        },
      });
    }
    return true;
  });
}

async function deliver(mail: Waiting): Promise<void> {
  transport ??= nodemailer.createTransport(env().SMTP_URL, {
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  } as object);
  await transport.sendMail({
    from: env().MAIL_FROM,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: mail.headers as Record<string, string>,
    attachments: mail.attachments,
    messageId: `<${mail.id}@${new URL(env().NEXTAUTH_URL).hostname}>`,
  });
}
