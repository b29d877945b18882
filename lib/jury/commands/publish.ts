import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { resultMail } from '@/lib/jury/emails';
import { jurorIdOf, runsJury } from '@/lib/jury/policy';
import { resultLetters } from '@/lib/jury/queries/letters';
import { readSettings } from '@/lib/jury/stage-input';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Context = { clock: Clock; baseUrl: string };
type PublishRefusal =
  | 'not_allowed'
  | 'unknown_call'
  | 'undecided'
  | 'already_published'
  | 'nothing_decided'
  | 'rehearsal'
  | 'in_the_past';

/** Publishes the results of a call at once: applicants and public see them from then on, and each is told by mail. */
export async function publishResults(
  viewer: Viewer,
  callId: string,
  { clock, baseUrl }: Context,
): Promise<Result<{ letters: number }, PublishRefusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const letters = await resultLetters(viewer, callId, baseUrl);
  const mails = await Promise.all(letters.map(resultMail));
  return transaction(async (tx) => {
    const call = await tx.call.findUnique({
      where: { id: callId },
      select: { resultsPublishedAt: true, stages: { select: { settings: true } } },
    });
    if (!call) return refuse('unknown_call');
    if (call.resultsPublishedAt) return refuse('already_published');
    if (call.stages.some(({ settings }) => readSettings(settings).rehearsal)) return refuse('rehearsal');
    // Locked: a decision taken while letters were written would make one of them lie.
    const states = await tx.$queryRaw<{ id: string; state: string }[]>`
      SELECT id, state::text FROM application WHERE call_id = ${callId}::uuid AND state NOT IN ('draft', 'withdrawn') FOR UPDATE`;
    const undecided = states.filter(({ state }) => state === 'submitted' || state === 'eligible').length;
    if (undecided > 0) return refuse('undecided', { count: undecided });
    if (states.length === 0) return refuse('nothing_decided');
    const written = new Map(letters.map(({ applicationId, outcome }) => [applicationId, outcome as string]));
    if (states.some(({ id, state }) => written.has(id) && written.get(id) !== state))
      return refuse('undecided', { count: 1 });
    const { count } = await tx.call.updateMany({
      where: { id: callId, resultsPublishedAt: null },
      data: { resultsPublishedAt: clock() },
    });
    if (count === 0) return refuse('already_published');
    await tx.publication.updateMany({
      where: { callId, publishedAt: null, cancelledAt: null },
      data: { publishedAt: clock() },
    });
    for (const mail of mails) await enqueue(tx, mail);
    const tally = Object.fromEntries(
      Map.groupBy(states, ({ state }) => state)
        .entries()
        .map(([state, all]) => [state, all.length]),
    );
    await record(tx, viewer, 'results.published', { kind: 'call', id: callId }, { letters: mails.length, ...tally });
    return ok({ letters: mails.length });
  });
}

/** Sets the hour of publication; a later one replaces it. Until then everything can still be changed. */
export async function scheduleResults(
  viewer: Viewer,
  input: { callId: string; at: Date },
  { clock }: Pick<Context, 'clock'>,
): Promise<Result<null, PublishRefusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  if (input.at <= clock()) return refuse('in_the_past');
  return transaction(async (tx) => {
    const call = await tx.call.findUnique({ where: { id: input.callId }, select: { resultsPublishedAt: true } });
    if (!call) return refuse('unknown_call');
    if (call.resultsPublishedAt) return refuse('already_published');
    await tx.publication.updateMany({
      where: { callId: input.callId, publishedAt: null, cancelledAt: null },
      data: { cancelledAt: clock() },
    });
    await tx.publication.create({ data: { callId: input.callId, at: input.at, byId: jurorIdOf(viewer) } });
    await record(tx, viewer, 'results.scheduled', { kind: 'call', id: input.callId }, { at: input.at.toISOString() });
    return ok(null);
  });
}

/** Lifts the hour of publication: nothing will leave by itself. */
export async function unscheduleResults(
  viewer: Viewer,
  callId: string,
  { clock }: Pick<Context, 'clock'>,
): Promise<Result<null, 'not_allowed' | 'not_scheduled'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const { count } = await tx.publication.updateMany({
      where: { callId, publishedAt: null, cancelledAt: null },
      data: { cancelledAt: clock() },
    });
    if (count === 0) return refuse('not_scheduled');
    await record(tx, viewer, 'results.unscheduled', { kind: 'call', id: callId });
    return ok(null);
  });
}
