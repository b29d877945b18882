import { transferAcceptedMail, transferMail } from '@/lib/applications/emails';
import { ownApplications } from '@/lib/applications/policy';
import { mailTexts } from '@/lib/calls/queries/mail-texts';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

const WAITING = { acceptedAt: null, endedAt: null };
const FILE = {
  id: true,
  ownerId: true,
  title: true,
  call: { select: { title: true, timeZone: true } },
} as const;

/** Proposes a file to somebody else, by mail. Nothing changes until they accept; one proposal waits at a time. */
export async function proposeTransfer(
  viewer: Viewer,
  { applicationId, email }: { applicationId: string; email: string },
): Promise<Result<{ id: string }, 'not_found' | 'not_owner' | 'yourself' | 'transfer_waits'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const file = await tx.application.findFirst({
      where: { AND: [{ id: applicationId }, ownApplications(viewer)] },
      select: FILE,
    });
    if (!file) return refuse('not_found');
    if (file.ownerId !== viewer.id) return refuse('not_owner');
    if (email === viewer.email) return refuse('yourself');
    // The partial unique index decides between two proposals at once.
    const [made] = await tx.applicationTransfer.createManyAndReturn({
      data: [{ applicationId, byId: viewer.id, toEmail: email }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made) return refuse('transfer_waits');
    const person = await tx.person.findUnique({ where: { email }, select: { locale: true } });
    const about = { id: file.id, title: file.title, callTitle: file.call.title, timeZone: file.call.timeZone };
    const to = { email, locale: person?.locale ?? viewer.locale };
    const texts = await mailTexts(tx, { applicationId: file.id });
    await enqueue(tx, await transferMail(texts, to, about, { id: made.id, by: viewer.name }));
    await record(
      tx,
      viewer,
      'application.transfer_proposed',
      { kind: 'application', id: file.id },
      { transfer: made.id },
    );
    return ok({ id: file.id });
  });
}

/** Takes a file that was proposed to one's own address. Who had it stays as a co-author, and is told. */
export async function acceptTransfer(
  viewer: Viewer,
  { transferId }: { transferId: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'transfer_gone'>> {
  if (viewer.kind !== 'person') return refuse('transfer_gone');
  return transaction(async (tx) => {
    const transfer = await tx.applicationTransfer.findFirst({
      where: { id: transferId, toEmail: viewer.email, ...WAITING },
      select: { id: true, byId: true, application: { select: FILE } },
    });
    if (!transfer) return refuse('transfer_gone');
    const file = transfer.application;
    const { count } = await tx.applicationTransfer.updateMany({
      where: { id: transfer.id, ...WAITING },
      data: { acceptedAt: clock() },
    });
    if (count === 0) return refuse('transfer_gone');
    const moved = await tx.application.updateMany({
      where: { id: file.id, ownerId: transfer.byId },
      data: { ownerId: viewer.id, version: { increment: 1 } },
    });
    if (moved.count === 0) return refuse('transfer_gone');
    await tx.applicationMember.deleteMany({ where: { applicationId: file.id, email: viewer.email } });
    const former = await tx.person.findUnique({
      where: { id: transfer.byId },
      select: { id: true, email: true, locale: true },
    });
    if (former?.email) {
      const { email, locale, id: personId } = former;
      await tx.applicationMember.createMany({
        data: [{ applicationId: file.id, email, personId, right: 'edit' }],
        skipDuplicates: true,
      });
      const about = { id: file.id, title: file.title, callTitle: file.call.title, timeZone: file.call.timeZone };
      const texts = await mailTexts(tx, { applicationId: file.id });
      await enqueue(
        tx,
        await transferAcceptedMail(texts, { email, locale }, about, { id: transfer.id, by: viewer.name }),
      );
    }
    const parties = { transfer: transfer.id, from: transfer.byId, to: viewer.id };
    await record(tx, viewer, 'application.transferred', { kind: 'application', id: file.id }, parties);
    return ok({ id: file.id });
  });
}

/** Ends a proposal that waits: called back by the owner, or declined by whom it was made to. */
export async function endTransfer(
  viewer: Viewer,
  { transferId }: { transferId: string },
  clock: Clock,
): Promise<Result<{ id: string; mine: boolean }, 'transfer_gone'>> {
  if (viewer.kind !== 'person') return refuse('transfer_gone');
  return transaction(async (tx) => {
    const transfer = await tx.applicationTransfer.findFirst({
      where: { id: transferId, ...WAITING, OR: [{ toEmail: viewer.email }, { application: { ownerId: viewer.id } }] },
      select: { id: true, applicationId: true, application: { select: { ownerId: true } } },
    });
    if (!transfer) return refuse('transfer_gone');
    const { count } = await tx.applicationTransfer.updateMany({
      where: { id: transfer.id, ...WAITING },
      data: { endedAt: clock() },
    });
    if (count === 0) return refuse('transfer_gone');
    const mine = transfer.application.ownerId === viewer.id;
    const how = mine ? 'application.transfer_called_back' : 'application.transfer_declined';
    await record(tx, viewer, how, { kind: 'application', id: transfer.applicationId }, { transfer: transfer.id });
    return ok({ id: transfer.applicationId, mine });
  });
}
