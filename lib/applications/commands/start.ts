import { randomBytes } from 'node:crypto';
import { ownApplications } from '@/lib/applications/policy';
import { completenessOf, percentComplete } from '@/lib/calls/completeness';
import type { Entry } from '@/lib/calls/entries';
import { formDefinition } from '@/lib/calls/form';
import { organisationOf, titleOf } from '@/lib/calls/naming';
import { prefillOf } from '@/lib/calls/prefill';
import { callClock } from '@/lib/calls/queries';
import { callState } from '@/lib/calls/states';
import type { Clock } from '@/lib/clock';
import { type Prisma, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** Several drafts in one call are allowed (an administration may propose two projects); this many are a mistake. */
const MOST_DRAFTS = 20;

/**
 * Opens a draft in a call that is open, on its form in force, with the answers a link gave in advance. A draft that
 * exists is never touched by a link.
 */
export async function startApplication(
  viewer: Viewer,
  { callId, prefill = [] }: { callId: string; prefill?: Entry[] },
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
      select: { id: true, definition: true },
    });
    if (!form) return refuse('not_found');
    const drafts = await tx.application.count({
      where: { AND: [{ callId, state: 'draft' }, ownApplications(viewer)] },
    });
    if (drafts >= MOST_DRAFTS) return refuse('too_many_drafts');
    const definition = formDefinition.parse(form.definition);
    const { answers, fields } = prefillOf(definition, prefill, () => randomBytes(6).toString('hex'));
    const file = await tx.application.create({
      data: {
        callId,
        formVersionId: form.id,
        ownerId: viewer.id,
        answers: answers as Prisma.InputJsonValue,
        title: titleOf(definition, answers),
        organisationName: organisationOf(definition, answers).name,
        completeness: percentComplete(completenessOf(definition, answers)),
      },
      select: { id: true },
    });
    const what = { call: callId, ...(fields.length > 0 ? { prefilled: fields.length } : {}) };
    await record(tx, viewer, 'application.started', { kind: 'application', id: file.id }, what);
    return ok(file);
  });
}
