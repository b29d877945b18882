import { fileMail, teamOf, writersOf } from '@/lib/applications/file-mail';
import { filesExaminedBy, ownApplications, rightOn } from '@/lib/applications/policy';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Stored } from '@/lib/storage';
import type { PersonViewer, Viewer } from '@/lib/viewer';

export type MessageRefusal = 'not_found' | 'read_only';
/** Bytes already stored and checked, to be kept with the message. */
export type Attached = Stored & { name: string; contentType: string };
type Written = { id: string; fileId: string | null };
type Words = { applicationId: string; body: string; attached?: Attached };

const said = ({ body, attached }: Words): string => [body, attached?.name].filter(Boolean).join('\n');

async function keepFile(tx: Tx, viewer: PersonViewer, { applicationId, attached }: Words): Promise<string | null> {
  if (!attached) return null;
  const data = { ...attached, ownerKind: 'application', ownerId: applicationId, uploadedBy: viewer.id };
  return (await tx.storedFile.create({ data, select: { id: true } })).id;
}

const FILE = {
  id: true,
  title: true,
  reference: true,
  ownerId: true,
  instructorId: true,
  call: { select: { title: true } },
  members: { select: { email: true, right: true } },
} as const;

/** Writes to those who made the file: they read it here and are told by mail, which carries the words too. */
export async function writeToApplicant(
  viewer: Viewer,
  words: Words,
  clock: Clock,
): Promise<Result<Written, MessageRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const { applicationId, body } = words;
  return transaction(async (tx) => {
    const file = await tx.application.findFirst({
      where: { AND: [{ id: applicationId }, filesExaminedBy(viewer)] },
      select: FILE,
    });
    if (!file) return refuse('not_found');
    const fileId = await keepFile(tx, viewer, words);
    const message = await tx.fileMessage.create({
      data: { applicationId, side: 'team', authorId: viewer.id, body, fileId },
      select: { id: true },
    });
    // Answering is having read.
    await tx.fileMessage.updateMany({
      where: { applicationId, side: 'applicant', seenAt: null },
      data: { seenAt: clock() },
    });
    for (const to of await writersOf(tx, file)) {
      const letter = {
        template: 'message_to_applicant' as const,
        key: message.id,
        fileId: file.id,
        path: `/my-applications/${file.id}/messages`,
        values: { title: file.title, call: file.call.title, reference: file.reference ?? '', body: said(words) },
      };
      await enqueue(tx, await fileMail(to, letter));
    }
    const subject = { kind: 'application', id: file.id };
    await record(tx, viewer, 'application.message_sent', subject, { message: message.id });
    return ok({ id: message.id, fileId });
  });
}

/** The applicant writes to the team; whoever has the file in charge is told by mail. */
export async function writeToTeam(
  viewer: Viewer,
  words: Words,
  clock: Clock,
): Promise<Result<Written, MessageRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const { applicationId, body } = words;
  return transaction(async (tx) => {
    const file = await tx.application.findFirst({
      where: { AND: [{ id: applicationId, reference: { not: null } }, ownApplications(viewer)] },
      select: FILE,
    });
    if (!file) return refuse('not_found');
    if (rightOn(viewer, file) === 'view') return refuse('read_only');
    const fileId = await keepFile(tx, viewer, words);
    const message = await tx.fileMessage.create({
      data: { applicationId, side: 'applicant', authorId: viewer.id, body, fileId },
      select: { id: true },
    });
    await tx.fileMessage.updateMany({
      where: { applicationId, side: 'team', seenAt: null },
      data: { seenAt: clock() },
    });
    for (const to of await teamOf(tx, file)) {
      const letter = {
        template: 'message_to_team' as const,
        key: message.id,
        fileId: file.id,
        path: `/admin/applications/${file.id}/messages`,
        values: { title: file.title, reference: file.reference ?? '', body: said(words) },
      };
      await enqueue(tx, await fileMail(to, letter));
    }
    const subject = { kind: 'application', id: file.id };
    await record(tx, viewer, 'application.message_received', subject, { message: message.id });
    return ok({ id: message.id, fileId });
  });
}

/** Marks what the other side wrote as read. Said once: reading again changes nothing. */
export async function seeMessages(
  viewer: Viewer,
  { applicationId }: { applicationId: string },
  clock: Clock,
): Promise<Result<null, MessageRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const own = await tx.application.findFirst({
      where: { AND: [{ id: applicationId }, ownApplications(viewer)] },
      select: { ownerId: true, members: { select: { email: true, right: true } } },
    });
    // Read by somebody invited to look is not read by its authors, who would no longer be told of it.
    if (own && rightOn(viewer, own) === 'view') return refuse('read_only');
    const mine = own ? 1 : 0;
    const run =
      mine > 0 ? 0 : await tx.application.count({ where: { AND: [{ id: applicationId }, filesExaminedBy(viewer)] } });
    if (mine + run === 0) return refuse('not_found');
    const { count } = await tx.fileMessage.updateMany({
      where: { applicationId, side: mine > 0 ? 'team' : 'applicant', seenAt: null },
      data: { seenAt: clock() },
    });
    const subject = { kind: 'application', id: applicationId };
    if (count > 0) await record(tx, viewer, 'application.messages_read', subject, { count });
    return ok(null);
  });
}

/** Says that the applicant's last words call for no answer: the file stops asking for one. */
export async function settleMessages(
  viewer: Viewer,
  { applicationId }: { applicationId: string },
  clock: Clock,
): Promise<Result<null, MessageRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const run = await tx.application.count({ where: { AND: [{ id: applicationId }, filesExaminedBy(viewer)] } });
    if (run === 0) return refuse('not_found');
    const at = clock();
    const { count } = await tx.fileMessage.updateMany({
      where: { applicationId, side: 'applicant', settledAt: null },
      data: { settledAt: at },
    });
    await tx.fileMessage.updateMany({
      where: { applicationId, side: 'applicant', seenAt: null },
      data: { seenAt: at },
    });
    const subject = { kind: 'application', id: applicationId };
    if (count > 0) await record(tx, viewer, 'application.messages_settled', subject, { count });
    return ok(null);
  });
}
