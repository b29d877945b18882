import { fileMail, teamOf, writersOf } from '@/lib/applications/file-mail';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import type { Viewer } from '@/lib/viewer';

const DAY_MS = 86_400_000;
const CORRECTION = {
  id: true,
  dueAt: true,
  application: {
    select: {
      id: true,
      title: true,
      reference: true,
      ownerId: true,
      instructorId: true,
      members: { select: { email: true, right: true } },
      call: { select: { title: true, timeZone: true, graceSeconds: true } },
    },
  },
} as const;

/** Closes the corrections whose date and grace have gone by, and tells who has the file in charge. Returns how many. */
export async function expireCorrections(viewer: Viewer, clock: Clock): Promise<number> {
  if (viewer.kind !== 'system') return 0;
  const now = clock();
  return transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      SELECT c.id FROM correction c JOIN application a ON a.id = c.application_id JOIN call k ON k.id = a.call_id
      WHERE c.state = 'open' AND c.due_at + make_interval(secs => k.grace_seconds) < ${now} LIMIT 50 FOR UPDATE OF c SKIP LOCKED`;
    for (const { id } of due) {
      const { application: file } = await tx.correction.update({
        where: { id },
        data: { state: 'expired', closedAt: now },
        select: CORRECTION,
      });
      for (const to of await teamOf(tx, file)) {
        const letter = {
          template: 'correction_expired' as const,
          key: id,
          fileId: file.id,
          path: `/admin/applications/${file.id}/messages`,
          values: { title: file.title, reference: file.reference ?? '' },
        };
        await enqueue(tx, await fileMail(to, letter));
      }
      const subject = { kind: 'application', id: file.id };
      await record(tx, viewer, 'application.correction_expired', subject, { correction: id });
    }
    return due.length;
  });
}

/** Reminds the applicant, once, that a correction is due within two days. Returns how many files were reminded. */
export async function remindCorrections(viewer: Viewer, clock: Clock): Promise<number> {
  if (viewer.kind !== 'system') return 0;
  const now = clock();
  return transaction(async (tx) => {
    const soon = await tx.correction.findMany({
      where: {
        state: 'open',
        dueAt: { gt: now, lt: new Date(now.getTime() + 2 * DAY_MS) },
        // Asked for at short notice: the request itself is the reminder.
        createdAt: { lt: new Date(now.getTime() - DAY_MS) },
      },
      select: CORRECTION,
      take: 50,
    });
    let reminded = 0;
    for (const { id, dueAt, application: file } of soon) {
      const key = `correction_reminder:${id}:`;
      if (await tx.outboxMessage.count({ where: { key: { startsWith: key } } })) continue;
      reminded += 1;
      for (const to of await writersOf(tx, file)) {
        const letter = {
          template: 'correction_reminder' as const,
          key: id,
          fileId: file.id,
          path: `/my-applications/${file.id}/corrections/${id}`,
          values: { title: file.title, call: file.call.title, reference: file.reference ?? '' },
        };
        await enqueue(tx, await fileMail(to, letter, { at: dueAt, zone: file.call.timeZone }));
      }
      const subject = { kind: 'application', id: file.id };
      await record(tx, viewer, 'application.reminded', subject, { correction: id });
    }
    return reminded;
  });
}
