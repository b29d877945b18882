import type { Done } from '@/lib/applications/commands/examine';
import { fileMail, writersOf } from '@/lib/applications/file-mail';
import { filesRunBy } from '@/lib/applications/policy';
import type { Clock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** How long a reminder waits before it leaves, so that it can be undone. */
export const REMINDER_WAITS_MS = 2 * 60_000;

/**
 * Reminds the applicants of the files chosen of what is asked of them: a correction, questions for the hearing. Files of
 * which nothing is asked are left; one reminder a day at most. Mails wait two minutes, during which it can be undone.
 */
export async function remindFiles(
  viewer: Viewer,
  { ids }: { ids: string[] },
  clock: Clock,
): Promise<Result<Done, 'not_allowed' | 'nothing_to_remind'>> {
  if (viewer.kind !== 'person') return refuse('not_allowed');
  const now = clock();
  const notBefore = new Date(now.getTime() + REMINDER_WAITS_MS);
  return transaction(async (tx) => {
    const files = await tx.application.findMany({
      where: { AND: [{ id: { in: ids } }, filesRunBy(viewer)] },
      select: {
        id: true,
        callId: true,
        title: true,
        reference: true,
        ownerId: true,
        members: { select: { email: true, right: true } },
        call: { select: { title: true, timeZone: true } },
        corrections: { where: { state: 'open', dueAt: { gt: now } }, select: { id: true, dueAt: true } },
        questions: { where: { state: 'sent' }, select: { dueAt: true }, orderBy: { dueAt: 'asc' }, take: 1 },
      },
    });
    const changes: { id: string; before: null; after: string }[] = [];
    for (const file of files) {
      const [correction] = file.corrections;
      const [question] = file.questions;
      if (!correction && !question) continue;
      const template = correction ? ('correction_reminder' as const) : ('questions_reminder' as const);
      const key = `${correction?.id ?? file.id}:${dayOf(now)}`;
      if (await tx.outboxMessage.count({ where: { key: { startsWith: `${template}:${key}:` } } })) continue;
      const place = correction ? `corrections/${correction.id}` : 'questions';
      const due = correction?.dueAt ?? question?.dueAt;
      for (const to of await writersOf(tx, file)) {
        const values = { title: file.title, call: file.call.title, reference: file.reference ?? '' };
        const letter = {
          template,
          key,
          fileId: file.id,
          path: `/my-applications/${file.id}/${place}`,
          values,
          notBefore,
        };
        await enqueue(tx, await fileMail(to, letter, due ? { at: due, zone: file.call.timeZone } : undefined));
      }
      changes.push({ id: file.id, before: null, after: `${template}:${key}:` });
    }
    const callId = files[0]?.callId;
    if (changes.length === 0 || !callId) return refuse('nothing_to_remind');
    const data = { callId, byId: viewer.id, kind: 'remind', changes, createdAt: now };
    const act = await tx.fileAct.create({ data, select: { id: true } });
    for (const { id } of changes)
      await record(tx, viewer, 'application.reminded', { kind: 'application', id }, { act: act.id });
    return ok({ changed: changes.length, left: ids.length - changes.length, act: act.id });
  });
}
