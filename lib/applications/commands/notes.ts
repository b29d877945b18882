import { fileMail } from '@/lib/applications/file-mail';
import { mentioned } from '@/lib/applications/mentions';
import { filesExaminedBy } from '@/lib/applications/policy';
import { notedFor } from '@/lib/applications/queries/colleagues';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type NoteRefusal = 'not_found' | 'not_yours';

/** Leaves a note that those who examine the file alone read, and alone can be called in. Who is called by name gets a mail and a line in Today. */
export async function writeNote(
  viewer: Viewer,
  { applicationId, body }: { applicationId: string; body: string },
): Promise<Result<{ id: string; told: string[] }, NoteRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const file = await tx.application.findFirst({
      where: { AND: [{ id: applicationId }, filesExaminedBy(viewer)] },
      select: { id: true, title: true, reference: true },
    });
    if (!file) return refuse('not_found');
    const colleagues = await tx.$queryRawUnsafe<{ id: string; name: string; email: string | null; locale: string }[]>(
      `SELECT p.id, p.name, p.email, p.locale FROM person p WHERE ${notedFor('$1::uuid')}`,
      file.id,
    );
    const called = mentioned(body, colleagues).filter(({ id }) => id !== viewer.id);
    const note = await tx.fileNote.create({
      data: {
        applicationId,
        authorId: viewer.id,
        body,
        mentions: { create: called.map(({ id }) => ({ personId: id })) },
      },
      select: { id: true },
    });
    const values = { by: viewer.name, title: file.title, reference: file.reference ?? '', body };
    for (const one of colleagues.filter(({ id }) => called.some((person) => person.id === id))) {
      if (!one.email) continue;
      const letter = { template: 'mention' as const, key: note.id, fileId: file.id, path: pathOf(file.id), values };
      await enqueue(tx, await fileMail({ email: one.email, locale: one.locale }, letter));
    }
    const mentions = called.map(({ id }) => id);
    await record(
      tx,
      viewer,
      'application.noted',
      { kind: 'application', id: file.id },
      { note: note.id, ...(mentions.length ? { mentions } : {}) },
    );
    return ok({ id: note.id, told: called.map(({ name }) => name) });
  });
}

const pathOf = (id: string) => `/admin/applications/${id}#notes`;

/** Takes one's own note away. That there was one, and when, stays in the record; what it said does not. */
export async function removeNote(
  viewer: Viewer,
  { noteId }: { noteId: string },
  clock: Clock,
): Promise<Result<null, NoteRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const note = await tx.fileNote.findFirst({
      where: { id: noteId, removedAt: null, application: filesExaminedBy(viewer) },
      select: { authorId: true, applicationId: true },
    });
    if (!note) return refuse('not_found');
    if (note.authorId !== viewer.id) return refuse('not_yours');
    await tx.fileNote.updateMany({
      where: { id: noteId, removedAt: null, authorId: viewer.id },
      data: { removedAt: clock(), body: '' },
    });
    await tx.noteMention.deleteMany({ where: { noteId } });
    await record(
      tx,
      viewer,
      'application.note_removed',
      { kind: 'application', id: note.applicationId },
      { note: noteId },
    );
    return ok(null);
  });
}

/** Says that the notes which call the viewer on this file have been read: their lines leave Today. */
export async function seeMentions(
  viewer: Viewer,
  { applicationId }: { applicationId: string },
  clock: Clock,
): Promise<Result<null, NoteRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const personId = viewer.id;
  return transaction(async (tx: Tx) => {
    const { count } = await tx.noteMention.updateMany({
      where: { personId, seenAt: null, note: { applicationId, application: filesExaminedBy(viewer) } },
      data: { seenAt: clock() },
    });
    if (count > 0)
      await record(tx, viewer, 'application.mention_seen', { kind: 'application', id: applicationId }, { count });
    return ok(null);
  });
}
