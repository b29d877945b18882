import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { overLimit } from '@/lib/rate-limit';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { introducedMail, introductionMail } from '@/lib/support/emails';
import { isMember } from '@/lib/support/policy';
import type { Viewer } from '@/lib/viewer';

/** Asks to be introduced. The person asked sees who asks and why; the one who asks sees no address. */
export async function askIntroduction(
  viewer: Viewer,
  input: { to: string; challenge?: string; message: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'already_asked' | 'too_many'>> {
  if (viewer.kind !== 'person' || !isMember(viewer)) return refuse('not_found');
  const now = clock();
  return transaction(async (tx) => {
    const person = await tx.person.findFirst({
      where: {
        slug: input.to,
        id: { not: viewer.id },
        disabledAt: null,
        email: { not: null },
        visibility: { not: 'private' },
      },
      select: { id: true, email: true, locale: true },
    });
    if (!person?.email) return refuse('not_found');
    const waiting = await tx.introduction.count({ where: { fromId: viewer.id, toId: person.id, answeredAt: null } });
    if (waiting > 0) return refuse('already_asked');
    const wait = await overLimit({ keys: { [`introduction:${viewer.id}`]: 10 }, seconds: 86_400 }, now);
    if (wait) return refuse('too_many', { seconds: wait });
    const challenge = input.challenge
      ? await tx.challenge.findUnique({ where: { slug: input.challenge }, select: { id: true } })
      : null;
    const made = await tx.introduction.create({
      data: { fromId: viewer.id, toId: person.id, challengeId: challenge?.id, message: input.message, createdAt: now },
      select: { id: true },
    });
    await enqueue(
      tx,
      await introductionMail({
        key: `introduction:${made.id}`,
        to: person.email,
        locale: person.locale,
        from: viewer.name,
        message: input.message,
      }),
    );
    await record(tx, viewer, 'introduction.asked', { kind: 'introduction', id: made.id }, { to: person.id });
    return ok({ id: made.id });
  });
}

/** Agreeing exchanges the two addresses; declining says nothing more than that. */
export async function answerIntroduction(
  viewer: Viewer,
  input: { id: string; agreed: boolean },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const [row] = await tx.introduction.updateManyAndReturn({
      where: { id: input.id, toId: viewer.id, answeredAt: null },
      data: { answeredAt: clock(), agreed: input.agreed },
      select: { id: true, fromId: true },
    });
    if (!row) return refuse('not_found');
    const from = await tx.person.findUniqueOrThrow({
      where: { id: row.fromId },
      select: { name: true, email: true, locale: true },
    });
    if (input.agreed && from.email) {
      const key = `introduced:${row.id}`;
      await enqueue(
        tx,
        await introducedMail({
          key: `${key}:from`,
          to: from.email,
          locale: from.locale,
          name: viewer.name,
          email: viewer.email,
        }),
      );
      await enqueue(
        tx,
        await introducedMail({
          key: `${key}:to`,
          to: viewer.email,
          locale: viewer.locale,
          name: from.name,
          email: from.email,
        }),
      );
    }
    await record(tx, viewer, input.agreed ? 'introduction.agreed' : 'introduction.declined', {
      kind: 'introduction',
      id: row.id,
    });
    return ok({ id: row.id });
  });
}
