import { withdrawalMail } from '@/lib/applications/emails';
import { ownApplications, rightOn } from '@/lib/applications/policy';
import { mayMove } from '@/lib/applications/states';
import { mailTexts } from '@/lib/calls/queries/mail-texts';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { removeStored } from '@/lib/storage';
import type { Viewer } from '@/lib/viewer';

/** Takes a sent file out of the call, for good; what was sent stays on record. Only its owner may. */
export async function withdrawApplication(
  viewer: Viewer,
  { applicationId }: { applicationId: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'not_owner' | 'not_withdrawable'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const file = await tx.application.findFirst({
      where: { AND: [{ id: applicationId }, ownApplications(viewer)] },
      select: {
        id: true,
        state: true,
        ownerId: true,
        title: true,
        reference: true,
        call: { select: { title: true, timeZone: true } },
        members: { select: { email: true, right: true } },
      },
    });
    if (!file) return refuse('not_found');
    if (rightOn(viewer, file) !== 'owner') return refuse('not_owner');
    if (!mayMove(file.state, 'withdrawn')) return refuse('not_withdrawable');
    const { count } = await tx.application.updateMany({
      where: { id: file.id, state: file.state },
      data: { state: 'withdrawn', version: { increment: 1 } },
    });
    if (count === 0) return refuse('not_withdrawable');
    const about = { id: file.id, title: file.title, callTitle: file.call.title, timeZone: file.call.timeZone };
    const withdrawn = { reference: file.reference ?? '', at: clock() };
    const texts = await mailTexts(tx, { applicationId: file.id });
    for (const email of [viewer.email, ...file.members.map((one) => one.email)]) {
      await enqueue(tx, await withdrawalMail(texts, { email, locale: viewer.locale }, about, withdrawn));
    }
    await record(tx, viewer, 'application.withdrawn', { kind: 'application', id: file.id }, { before: file.state });
    return ok({ id: file.id });
  });
}

/** Erases a draft that was never sent, with its answers, files and members. Only its owner may. */
export async function discardDraft(
  viewer: Viewer,
  { applicationId }: { applicationId: string },
): Promise<Result<null, 'not_found' | 'not_owner' | 'already_sent'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const keys: string[] = [];
  const discarded = await transaction(async (tx): Promise<Result<null, 'not_found' | 'not_owner' | 'already_sent'>> => {
    const file = await tx.application.findFirst({
      where: { AND: [{ id: applicationId }, ownApplications(viewer)] },
      select: { id: true, ownerId: true, state: true, uploads: { select: { chunks: true } } },
    });
    if (!file) return refuse('not_found');
    if (file.ownerId !== viewer.id) return refuse('not_owner');
    const attached = { ownerKind: 'application', ownerId: file.id };
    const files = await tx.storedFile.findMany({ where: attached, select: { storageKey: true } });
    const { count } = await tx.application.deleteMany({
      where: { id: file.id, state: 'draft', submissions: { none: {} } },
    });
    if (count === 0) return refuse('already_sent');
    await tx.storedFile.deleteMany({ where: attached });
    keys.push(...files.map((one) => one.storageKey), ...file.uploads.flatMap((one) => one.chunks));
    await record(tx, viewer, 'application.discarded', { kind: 'application', id: file.id });
    return ok(null);
  });
  if (discarded.ok) for (const key of keys) await removeStored(key);
  return discarded;
}
