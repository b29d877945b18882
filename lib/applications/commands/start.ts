import { ownApplications } from '@/lib/applications/policy';
import { callClock } from '@/lib/calls/queries';
import { callState } from '@/lib/calls/states';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** Several drafts in one call are allowed (an administration may propose two projects); this many are a mistake. */
const MOST_DRAFTS = 20;

/** Opens a draft in a call that is open, on its form in force. */
export async function startApplication(
  viewer: Viewer,
  { callId }: { callId: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'call_closed' | 'not_open_yet' | 'too_many_drafts'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const call = await callClock(viewer, callId);
  if (!call?.publishedAt) return refuse('not_found');
  const state = callState(call, clock());
  if (state === 'scheduled') return refuse('not_open_yet');
  if (state === 'closed') return refuse('call_closed');
  return transaction(async (tx) => {
    const form = await tx.formVersion.findFirst({
      where: { callId, publishedAt: { not: null } },
      orderBy: { number: 'desc' },
      select: { id: true },
    });
    if (!form) return refuse('not_found');
    const drafts = await tx.application.count({
      where: { AND: [{ callId, state: 'draft' }, ownApplications(viewer)] },
    });
    if (drafts >= MOST_DRAFTS) return refuse('too_many_drafts');
    const file = await tx.application.create({
      data: { callId, formVersionId: form.id, ownerId: viewer.id },
      select: { id: true },
    });
    await record(tx, viewer, 'application.started', { kind: 'application', id: file.id }, { call: callId });
    return ok(file);
  });
}
