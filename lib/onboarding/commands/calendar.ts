import { createHash } from 'node:crypto';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { calendarToken, linkSecret } from '@/lib/onboarding/links';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

/** Makes the reader's calendar address; a second call makes another and ends the first. */
export async function renewCalendar(viewer: Viewer, clock: Clock): Promise<Result<{ token: string }, 'not_found'>> {
  const id = personId(viewer);
  if (!id) return refuse('not_found');
  const createdAt = clock();
  const token = calendarToken({ personId: id, createdAt }, linkSecret());
  const tokenHash = createHash('sha256').update(token).digest('hex');
  return transaction(async (tx) => {
    await tx.checklistCalendar.upsert({
      where: { personId: id },
      create: { personId: id, tokenHash, createdAt },
      update: { tokenHash, createdAt },
    });
    await record(tx, viewer, 'calendar.renewed', { kind: 'person', id });
    return ok({ token });
  });
}
