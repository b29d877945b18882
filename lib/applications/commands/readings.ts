import type { Done } from '@/lib/applications/commands/examine';
import { settingsOf } from '@/lib/applications/examination-settings';
import { fileMail } from '@/lib/applications/file-mail';
import { filesRunBy } from '@/lib/applications/policy';
import { invitedTo, READERS } from '@/lib/applications/queries/colleagues';
import { type ReadingInput, readingProblems } from '@/lib/applications/reading';
import { instantOf } from '@/lib/calls/calendar';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** Gives files found eligible to one or several people to read for pre-selection; each marks on their own. */
export async function giveReaders(
  viewer: Viewer,
  { ids, readers, due }: { ids: string[]; readers: string[]; due: string },
  clock: Clock,
): Promise<Result<Done, 'not_allowed' | 'unknown_person' | 'nothing_to_change'>> {
  if (viewer.kind !== 'person') return refuse('not_allowed');
  return transaction(async (tx) => {
    const files = await tx.application.findMany({
      where: { AND: [{ id: { in: ids }, state: { in: ['submitted', 'eligible'] } }, filesRunBy(viewer)] },
      select: {
        id: true,
        callId: true,
        title: true,
        reference: true,
        call: { select: { title: true, timeZone: true } },
      },
    });
    const calls = [...new Set(files.map(({ callId }) => callId))];
    const able = await tx.$queryRawUnsafe<{ id: string; email: string | null; locale: string }[]>(
      `SELECT p.id, p.email, p.locale FROM person p WHERE p.id = ANY ($1::uuid[]) AND ((${READERS})
         OR (cardinality($2::uuid[]) > 0 AND NOT EXISTS (SELECT 1 FROM unnest($2::uuid[]) one WHERE NOT ${invitedTo('one')})))`,
      readers,
      calls,
    );
    if (able.length !== new Set(readers).size) return refuse('unknown_person');
    const changes: { id: string; before: null; after: string }[] = [];
    for (const file of files) {
      const dueAt = due ? instantOf(`${due}T23:59`, file.call.timeZone) : null;
      const made: string[] = [];
      for (const reader of able) {
        const data = { applicationId: file.id, readerId: reader.id, givenById: viewer.id, dueAt, createdAt: clock() };
        const [row] = await tx.reading.createManyAndReturn({
          data: [data],
          skipDuplicates: true,
          select: { id: true },
        });
        if (!row) continue;
        made.push(row.id);
        if (!reader.email || reader.id === viewer.id) continue;
        const values = {
          title: file.title,
          call: file.call.title,
          reference: file.reference ?? '',
          dated: dueAt ? 'yes' : 'no',
        };
        const letter = {
          template: 'reading_given' as const,
          key: row.id,
          fileId: file.id,
          path: `/readings/${row.id}`,
          values,
        };
        const to = { email: reader.email, locale: reader.locale };
        await enqueue(tx, await fileMail(to, letter, dueAt ? { at: dueAt, zone: file.call.timeZone } : undefined));
      }
      if (made.length) changes.push({ id: file.id, before: null, after: made.join(' ') });
    }
    const callId = files[0]?.callId;
    if (changes.length === 0 || !callId) return refuse('nothing_to_change');
    const act = await tx.fileAct.create({
      data: { callId, byId: viewer.id, kind: 'readers', changes },
      select: { id: true },
    });
    for (const { id, after } of changes)
      await record(
        tx,
        viewer,
        'application.readers_given',
        { kind: 'application', id },
        { readings: after.split(' ') },
      );
    return ok({ changed: changes.length, left: ids.length - changes.length, act: act.id });
  });
}

export type ReadingRefusal = 'not_found' | 'already_sent' | 'incomplete' | 'changed' | 'decided';

/** Keeps or sends one's own reading. Sent, it opens the others' and can be taken back until the file is decided. */
export async function saveReading(
  viewer: Viewer,
  input: ReadingInput,
  clock: Clock,
): Promise<Result<{ id: string; sent: boolean }, ReadingRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const now = clock();
  return transaction(async (tx) => {
    const reading = await tx.reading.findFirst({
      where: { id: input.readingId, readerId: viewer.id },
      select: {
        id: true,
        sentAt: true,
        applicationId: true,
        application: { select: { state: true, call: { select: { examination: true } } } },
      },
    });
    if (!reading) return refuse('not_found');
    if (reading.sentAt) return refuse('already_sent');
    if (!READABLE.includes(reading.application.state)) return refuse('decided');
    const { criteria, scale } = settingsOf(reading.application.call.examination);
    const { marks, missing } = readingProblems(input, criteria, scale);
    const sent = input.intent === 'send';
    if (sent && missing > 0) return refuse('incomplete', { count: missing });
    const { count } = await tx.reading.updateMany({
      where: { id: reading.id, readerId: viewer.id, sentAt: null, version: input.version },
      data: {
        marks,
        opinion: input.opinion || null,
        comment: input.comment,
        sentAt: sent ? now : null,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse('changed');
    if (input.question) {
      const data = { applicationId: reading.applicationId, byId: viewer.id, body: input.question, createdAt: now };
      await tx.hearingQuestion.create({ data });
    }
    const subject = { kind: 'application', id: reading.applicationId };
    if (sent) await record(tx, viewer, 'application.reading_sent', subject, { reading: reading.id });
    return ok({ id: reading.id, sent });
  });
}

const READABLE: readonly string[] = ['submitted', 'eligible'];

/** Takes one's sent reading back to change it, while the file is not decided. */
export async function reopenReading(
  viewer: Viewer,
  { readingId }: { readingId: string },
): Promise<Result<{ id: string }, ReadingRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const readerId = viewer.id;
  return transaction(async (tx) => {
    const reading = await tx.reading.findFirst({ where: { id: readingId, readerId }, select: { applicationId: true } });
    if (!reading) return refuse('not_found');
    const { count } = await tx.reading.updateMany({
      where: {
        id: readingId,
        readerId,
        sentAt: { not: null },
        application: { state: { in: ['submitted', 'eligible'] } },
      },
      data: { sentAt: null, version: { increment: 1 } },
    });
    if (count === 0) return refuse('decided');
    const subject = { kind: 'application', id: reading.applicationId };
    await record(tx, viewer, 'application.reading_reopened', subject, { reading: readingId });
    return ok({ id: readingId });
  });
}

/** Takes a file back from a reader who has not sent anything. */
export async function removeReader(
  viewer: Viewer,
  { readingId }: { readingId: string },
): Promise<Result<null, ReadingRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const reading = await tx.reading.findFirst({
      where: { id: readingId, application: filesRunBy(viewer) },
      select: { applicationId: true, readerId: true },
    });
    if (!reading) return refuse('not_found');
    const { count } = await tx.reading.deleteMany({ where: { id: readingId, sentAt: null } });
    if (count === 0) return refuse('already_sent');
    const subject = { kind: 'application', id: reading.applicationId };
    await record(tx, viewer, 'application.readers_removed', subject, { reader: reading.readerId });
    return ok(null);
  });
}
