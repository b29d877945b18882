import type { Clock } from '@/lib/clock';
import { fromDay } from '@/lib/dates';
import { type Tx, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { maySupport } from '@/lib/support/policy';
import type { ContactForm } from '@/lib/support/schema';
import { personId, type Viewer } from '@/lib/viewer';

type Challenge = { id: string; slug: string; hostId: string | null };

/** The challenge whose contacts, data sets and works this viewer keeps; null otherwise. */
export async function supportedChallenge(tx: Tx, viewer: Viewer, slug: string): Promise<Challenge | null> {
  const challenge = await tx.challenge.findUnique({ where: { slug }, select: { id: true, slug: true, hostId: true } });
  return challenge && maySupport(viewer, challenge.id) ? challenge : null;
}

/** Adds someone to know: in the host's directory, and on this challenge. */
export async function addContact(
  viewer: Viewer,
  input: ContactForm & { challenge: string },
  clock: Clock,
): Promise<Result<{ challenge: string }, 'not_found' | 'no_host'>> {
  return transaction(async (tx) => {
    const challenge = await supportedChallenge(tx, viewer, input.challenge);
    if (!challenge) return refuse('not_found');
    if (!challenge.hostId) return refuse('no_host');
    const { challenge: _, ...form } = input;
    const contact = await tx.contact.create({
      data: { ...form, organisationId: challenge.hostId, createdBy: personId(viewer), createdAt: clock() },
      select: { id: true },
    });
    await tx.challengeContact.create({
      data: { challengeId: challenge.id, contactId: contact.id, addedBy: personId(viewer) },
    });
    await record(
      tx,
      viewer,
      'contact.added',
      { kind: 'contact', id: contact.id },
      { challenge: challenge.id, function: form.function },
    );
    return ok({ challenge: challenge.slug });
  });
}

/** Takes up a contact of the same administration, known from an earlier challenge. */
export async function takeContact(
  viewer: Viewer,
  input: { challenge: string; contactId: string },
): Promise<Result<{ challenge: string }, 'not_found'>> {
  return transaction(async (tx) => {
    const challenge = await supportedChallenge(tx, viewer, input.challenge);
    const known = challenge?.hostId
      ? await tx.contact.findFirst({
          where: {
            id: input.contactId,
            leftAt: null,
            organisation: { OR: [{ id: challenge.hostId }, { children: { some: { id: challenge.hostId } } }] },
          },
          select: { id: true },
        })
      : null;
    if (!challenge || !known) return refuse('not_found');
    await tx.challengeContact.createMany({
      data: [{ challengeId: challenge.id, contactId: known.id, addedBy: personId(viewer) }],
      skipDuplicates: true,
    });
    await record(tx, viewer, 'contact.taken', { kind: 'contact', id: known.id }, { challenge: challenge.id });
    return ok({ challenge: challenge.slug });
  });
}

/** « Rencontré en personne », and when; an empty day takes it back. */
export async function meetContact(
  viewer: Viewer,
  input: { challenge: string; contactId: string; metOn?: string },
): Promise<Result<{ challenge: string }, 'not_found'>> {
  return transaction(async (tx) => {
    const challenge = await supportedChallenge(tx, viewer, input.challenge);
    if (!challenge) return refuse('not_found');
    const met = await tx.challengeContact.updateMany({
      where: { challengeId: challenge.id, contactId: input.contactId },
      data: { metOn: input.metOn ? fromDay(input.metOn) : null },
    });
    if (met.count === 0) return refuse('not_found');
    await record(
      tx,
      viewer,
      'contact.met',
      { kind: 'contact', id: input.contactId },
      { challenge: challenge.id, day: input.metOn },
    );
    return ok({ challenge: challenge.slug });
  });
}

/** The person has left the function: kept where they served, suggested to nobody. */
export async function retireContact(
  viewer: Viewer,
  input: { challenge: string; contactId: string },
  clock: Clock,
): Promise<Result<{ challenge: string }, 'not_found'>> {
  return transaction(async (tx) => {
    const challenge = await supportedChallenge(tx, viewer, input.challenge);
    if (!challenge) return refuse('not_found');
    const left = await tx.contact.updateMany({
      where: { id: input.contactId, leftAt: null, challenges: { some: { challengeId: challenge.id } } },
      data: { leftAt: clock() },
    });
    if (left.count === 0) return refuse('not_found');
    await record(tx, viewer, 'contact.left', { kind: 'contact', id: input.contactId });
    return ok({ challenge: challenge.slug });
  });
}
