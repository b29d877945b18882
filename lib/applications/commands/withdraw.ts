import { withdrawalMail } from '@/lib/applications/emails';
import { ownApplications, rightOn } from '@/lib/applications/policy';
import { mayMove } from '@/lib/applications/states';
import { mailTexts } from '@/lib/calls/queries/mail-texts';
import { accepts } from '@/lib/calls/states';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { removeStored } from '@/lib/storage';
import type { PersonViewer, Viewer } from '@/lib/viewer';

const FILE = {
  id: true,
  state: true,
  ownerId: true,
  title: true,
  reference: true,
  call: {
    select: {
      title: true,
      timeZone: true,
      publishedAt: true,
      resultsPublishedAt: true,
      opensAt: true,
      closesAt: true,
      graceSeconds: true,
    },
  },
  members: { select: { email: true, right: true } },
} as const;
const read = (tx: Tx, viewer: PersonViewer, id: string) =>
  tx.application.findFirst({ where: { AND: [{ id }, ownApplications(viewer)] }, select: FILE });
type File = NonNullable<Awaited<ReturnType<typeof read>>>;

/** Takes a sent file out of the call; what was sent stays on record. Only its owner may. */
export async function withdrawApplication(
  viewer: Viewer,
  { applicationId }: { applicationId: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'not_owner' | 'not_withdrawable'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const file = await read(tx, viewer, applicationId);
    if (!file) return refuse('not_found');
    if (rightOn(viewer, file) !== 'owner') return refuse('not_owner');
    if (!mayMove(file.state, 'withdrawn')) return refuse('not_withdrawable');
    const { count } = await tx.application.updateMany({
      where: { id: file.id, state: file.state },
      data: { state: 'withdrawn', version: { increment: 1 } },
    });
    if (count === 0) return refuse('not_withdrawable');
    await tell(tx, file, 'withdrawal', clock());
    await record(tx, viewer, 'application.withdrawn', { kind: 'application', id: file.id }, { before: file.state });
    return ok({ id: file.id });
  });
}

/**
 * Takes a withdrawal back while the call still accepts files: the version in force counts again, as if sent anew, so
 * that what was decided of it before no longer stands. Only its owner may.
 */
export async function restoreApplication(
  viewer: Viewer,
  { applicationId }: { applicationId: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'not_owner' | 'not_withdrawn' | 'call_closed'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const now = clock();
  return transaction(async (tx) => {
    const file = await read(tx, viewer, applicationId);
    if (!file) return refuse('not_found');
    if (rightOn(viewer, file) !== 'owner') return refuse('not_owner');
    if (file.call.resultsPublishedAt || !accepts(file.call, now)) return refuse('call_closed');
    const { count } = await tx.application.updateMany({
      where: { id: file.id, state: 'withdrawn', submissions: { some: { inForce: true } } },
      data: { state: 'submitted', version: { increment: 1 } },
    });
    if (count === 0) return refuse('not_withdrawn');
    await tx.decision.updateMany({ where: { applicationId: file.id, undoneAt: null }, data: { undoneAt: now } });
    await tell(tx, file, 'restored', now);
    await record(tx, viewer, 'application.restored', { kind: 'application', id: file.id });
    return ok({ id: file.id });
  });
}

/** Whoever reads or writes the file is told, each in their language. */
async function tell(tx: Tx, file: File, event: 'withdrawal' | 'restored', at: Date): Promise<void> {
  const emails = file.members.map((one) => one.email);
  const people = await tx.person.findMany({
    where: { OR: [{ id: file.ownerId }, { email: { in: emails } }] },
    select: { email: true, locale: true, disabledAt: true },
  });
  const strangers = emails.filter((email) => !people.some((one) => one.email === email));
  const about = { id: file.id, title: file.title, callTitle: file.call.title, timeZone: file.call.timeZone };
  const texts = await mailTexts(tx, { applicationId: file.id });
  const known = people.flatMap(({ email, locale, disabledAt }) => (email && !disabledAt ? [{ email, locale }] : []));
  for (const to of [...known, ...strangers.map((email) => ({ email, locale: 'fr' }))]) {
    await enqueue(tx, await withdrawalMail(texts, to, about, { event, reference: file.reference ?? '', at }));
  }
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
