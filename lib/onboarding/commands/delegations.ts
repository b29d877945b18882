import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/mailer';
import { type AnswerForm, readAnswer } from '@/lib/onboarding/answers';
import { type ItemRefusal, loadItem, writeAnswer } from '@/lib/onboarding/commands/items';
import { answeredMail, delegationMail } from '@/lib/onboarding/emails';
import { linkSecret, namedIn, proves, signLink } from '@/lib/onboarding/links';
import { mayManage } from '@/lib/onboarding/policy';
import { inLanguage } from '@/lib/onboarding/schema';
import { overLimit } from '@/lib/rate-limit';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

export type Delegating = {
  id: string;
  email: string;
  name: string;
  message: string;
  days: number;
  locale: 'fr' | 'en';
};

/** Entrusts one line to someone without an account. A later link to the same address replaces the earlier one. */
export async function delegateItem(
  viewer: Viewer,
  input: Delegating,
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'not_delegable' | 'too_many'>> {
  const now = clock();
  return transaction(async (tx) => {
    const item = await loadItem(tx, input.id);
    if (!item || viewer.kind !== 'person' || !mayManage(viewer, item)) return refuse('not_found');
    // What a fellow needs is theirs to say, and may be about their health.
    if (item.definition.answer.kind === 'workstation') return refuse('not_delegable');
    const wait = await overLimit({ keys: { [`delegation:${viewer.id}`]: 40 }, seconds: 3_600 }, now);
    if (wait) return refuse('too_many', { seconds: wait });
    await tx.checklistDelegation.updateMany({
      where: { itemId: item.id, email: input.email, revokedAt: null, answeredAt: null },
      data: { revokedAt: now },
    });
    const made = await tx.checklistDelegation.create({
      data: {
        itemId: item.id,
        email: input.email,
        name: input.name,
        message: input.message,
        locale: input.locale,
        createdBy: viewer.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + input.days * 86_400_000),
      },
      select: { id: true, itemId: true, expiresAt: true },
    });
    const challenge = await tx.challenge.findUniqueOrThrow({
      where: { id: item.challengeId },
      select: { title: true },
    });
    await enqueue(
      tx,
      await delegationMail({
        id: made.id,
        to: input.email,
        locale: input.locale,
        from: viewer.name,
        challenge: challenge.title,
        item: inLanguage(item.definition.title, input.locale),
        message: input.message,
        link: `${env().NEXTAUTH_URL}/${input.locale}/delegated/${signLink(made, linkSecret())}`,
        expiresAt: made.expiresAt,
      }),
    );
    await tx.checklistItem.updateMany({ where: { id: item.id, touchedAt: null }, data: { touchedAt: now } });
    await record(
      tx,
      viewer,
      'checklist_item.delegated',
      { kind: 'checklist_item', id: item.id },
      { delegation: made.id, days: input.days },
    );
    return ok({ id: made.id });
  });
}

/** Ends a link at once. */
export async function revokeDelegation(
  viewer: Viewer,
  input: { delegationId: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found'>> {
  return transaction(async (tx) => {
    const row = await tx.checklistDelegation.findUnique({
      where: { id: input.delegationId },
      select: { id: true, itemId: true },
    });
    const item = row && (await loadItem(tx, row.itemId));
    if (!row || !item || !mayManage(viewer, item)) return refuse('not_found');
    await tx.checklistDelegation.updateMany({ where: { id: row.id, revokedAt: null }, data: { revokedAt: clock() } });
    await record(
      tx,
      viewer,
      'checklist_item.delegation_revoked',
      { kind: 'checklist_item', id: row.itemId },
      { delegation: row.id },
    );
    return ok({ id: row.id });
  });
}

/** The answer of someone who only has the link: that line, while the link lives. */
export async function answerDelegated(
  viewer: Viewer,
  input: AnswerForm & { token: string; version: number },
  device: { ip: string },
  clock: Clock,
): Promise<Result<{ id: string }, ItemRefusal | 'too_many' | 'link_over'>> {
  const now = clock();
  const wait = await overLimit({ keys: { [`delegated:${device.ip}`]: 30 }, seconds: 300 }, now);
  if (wait) return refuse('too_many', { seconds: wait });
  return transaction(async (tx) => {
    const link = await liveDelegation(tx, input.token, now);
    const item = link && (await loadItem(tx, link.itemId));
    if (!link || !item) return refuse('link_over');
    const read = readAnswer(item.definition.answer, input, 0);
    if (!read.ok) return read;
    const by = { byId: null, delegationId: link.id };
    if (!(await writeAnswer(tx, item, input.version, { ...read.value, note: input.note }, by, now)))
      return refuse('stale');
    await tx.checklistDelegation.update({ where: { id: link.id }, data: { answeredAt: now } });
    await tellDelegator(tx, link, item, read.value.state, input.version);
    await record(
      tx,
      viewer,
      'checklist_item.answered_by_link',
      { kind: 'checklist_item', id: item.id },
      { state: read.value.state, delegation: link.id },
    );
    return ok({ id: item.id });
  });
}

async function liveDelegation(tx: Tx, token: string, now: Date) {
  const id = namedIn(token);
  const row = id ? await tx.checklistDelegation.findUnique({ where: { id } }) : null;
  return row && proves(token, row, linkSecret()) && !row.revokedAt && row.expiresAt > now ? row : null;
}

async function tellDelegator(
  tx: Tx,
  link: { id: string; createdBy: string; name: string; email: string },
  item: NonNullable<Awaited<ReturnType<typeof loadItem>>>,
  state: string,
  version: number,
): Promise<void> {
  const person = await tx.person.findUnique({
    where: { id: link.createdBy },
    select: { email: true, locale: true, disabledAt: true },
  });
  if (!person?.email || person.disabledAt) return;
  const challenge = await tx.challenge.findUniqueOrThrow({
    where: { id: item.challengeId },
    select: { title: true, slug: true },
  });
  const locale = person.locale === 'en' ? 'en' : 'fr';
  await enqueue(
    tx,
    await answeredMail({
      key: `delegation-answered:${link.id}:${version}`,
      to: person.email,
      locale,
      by: link.name || link.email,
      item: inLanguage(item.definition.title, locale),
      challenge: challenge.title,
      state,
      url: `${env().NEXTAUTH_URL}/${locale}/onboarding/${challenge.slug}/${item.id}`,
    }),
  );
}
