import { mailingMail } from '@/lib/applications/emails';
import { type MailingChange, type NewMailing, wordsFor } from '@/lib/applications/mailing';
import { mailingRecipients } from '@/lib/applications/queries/mailings';
import { MAILING_VARIABLES } from '@/lib/calls/mail-events';
import { wordingFaults } from '@/lib/calls/wording';
import type { Clock } from '@/lib/clock';
import { type Prisma, type Tx, transaction } from '@/lib/db';
import { enqueueAll } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { isCoordinator, personId, type Viewer } from '@/lib/viewer';

type WordsRefusal = 'unknown_variable' | 'broken_braces' | 'half_english';
export type MailingRefusal = 'not_found' | 'nobody_chosen' | 'already_sent' | 'changed_meanwhile' | WordsRefusal;
type Where = { id: string; slug: string };

function refusedWords(words: { subjectFr: string; bodyFr: string; subjectEn: string; bodyEn: string }) {
  for (const text of [words.subjectFr, words.bodyFr, words.subjectEn, words.bodyEn]) {
    const [fault] = wordingFaults(text, MAILING_VARIABLES);
    if (fault) return refuse(fault.reason, { found: fault.found }) as Refusal<WordsRefusal>;
  }
  return Boolean(words.subjectEn) !== Boolean(words.bodyEn) ? (refuse('half_english') as Refusal<WordsRefusal>) : null;
}

/** Of the files ticked, those of this call that were sent: an identifier typed by hand opens nothing else. */
async function sentFiles(tx: Tx, callId: string, ids: string[]): Promise<string[]> {
  const where = { id: { in: ids }, callId, state: { not: 'draft' as const } };
  return (await tx.application.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** Writes a mailing; nothing leaves before it is sent. */
export async function writeMailing(
  viewer: Viewer,
  { filters, files, ...input }: NewMailing,
): Promise<Result<Where, MailingRefusal>> {
  if (!isCoordinator(viewer)) return refuse('not_found');
  const refused = refusedWords(input);
  if (refused) return refused;
  return transaction(async (tx) => {
    const call = await tx.call.findUnique({ where: { id: input.callId }, select: { slug: true } });
    if (!call) return refuse('not_found');
    const applicationIds = input.target === 'chosen' ? await sentFiles(tx, input.callId, files) : [];
    if (input.target === 'chosen' && applicationIds.length === 0) return refuse('nobody_chosen');
    const { id } = await tx.mailing.create({
      data: { ...input, applicationIds, filters: filters as Prisma.InputJsonObject, byId: personId(viewer) },
      select: { id: true },
    });
    await record(tx, viewer, 'mailing.written', { kind: 'call', id: input.callId }, { mailing: id });
    return ok({ id, slug: call.slug });
  });
}

/** Changes the words of a mailing that has not left. */
export async function rewriteMailing(
  viewer: Viewer,
  { mailingId, version, ...words }: MailingChange,
): Promise<Result<Where, MailingRefusal>> {
  if (!isCoordinator(viewer)) return refuse('not_found');
  const refused = refusedWords(words);
  if (refused) return refused;
  return transaction(async (tx) => {
    const mailing = await tx.mailing.findUnique({
      where: { id: mailingId },
      select: { call: { select: { slug: true } } },
    });
    if (!mailing) return refuse('not_found');
    const { count } = await tx.mailing.updateMany({
      where: { id: mailingId, version, sentAt: null },
      data: { ...words, version: { increment: 1 } },
    });
    if (count === 0) return refuse('changed_meanwhile');
    await record(tx, viewer, 'mailing.rewritten', { kind: 'mailing', id: mailingId });
    return ok({ id: mailingId, slug: mailing.call.slug });
  });
}

/** Drops a mailing that has not left. */
export async function discardMailing(
  viewer: Viewer,
  { mailingId, version }: { mailingId: string; version: number },
): Promise<Result<{ slug: string }, MailingRefusal>> {
  if (!isCoordinator(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    const mailing = await tx.mailing.findUnique({
      where: { id: mailingId },
      select: { call: { select: { slug: true } } },
    });
    if (!mailing) return refuse('not_found');
    const { count } = await tx.mailing.deleteMany({ where: { id: mailingId, version, sentAt: null } });
    if (count === 0) return refuse('already_sent');
    await record(tx, viewer, 'mailing.discarded', { kind: 'mailing', id: mailingId });
    return ok({ slug: mailing.call.slug });
  });
}

/**
 * Sends a mailing once: pressed twice, or by two people, it leaves once, and nobody gets it twice. Refused when the
 * number of people is no longer the one that was announced.
 */
export async function sendMailing(
  viewer: Viewer,
  { mailingId, version, count }: { mailingId: string; version: number; count: number },
  clock: Clock,
): Promise<Result<Where & { count: number }, MailingRefusal | 'count_changed' | 'nobody'>> {
  if (!isCoordinator(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT id FROM mailing WHERE id = ${mailingId}::uuid FOR UPDATE`;
    const mailing = await tx.mailing.findUnique({
      where: { id: mailingId },
      include: { call: { select: { slug: true, title: true, closesAt: true, timeZone: true } } },
    });
    if (!mailing) return refuse('not_found');
    if (mailing.sentAt) return refuse('already_sent');
    if (mailing.version !== version) return refuse('changed_meanwhile');
    const recipients = await mailingRecipients(viewer, mailing, tx);
    if (recipients.length === 0) return refuse('nobody');
    if (recipients.length !== count) return refuse('count_changed', { count: recipients.length });
    await tx.mailingRecipient.createMany({
      data: recipients.map(({ email, files }) => ({ mailingId, email, applicationIds: files.map(({ id }) => id) })),
    });
    const mails = [];
    for (const to of recipients)
      mails.push(await mailingMail(to, { id: mailingId, ...wordsFor(mailing, to.locale) }, mailing.call));
    await enqueueAll(tx, mails);
    await tx.mailing.update({
      where: { id: mailingId },
      data: { sentAt: clock(), count, version: { increment: 1 } },
    });
    await record(tx, viewer, 'mailing.sent', { kind: 'call', id: mailing.callId }, { mailing: mailingId, count });
    return ok({ id: mailingId, slug: mailing.call.slug, count });
  });
}
