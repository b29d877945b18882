import { type Brought, challengeFromApplication } from '@/lib/challenges/commands/create';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { runsJury } from '@/lib/jury/policy';
import { readSettings } from '@/lib/jury/stage-input';
import { record } from '@/lib/record';
import { namedByRows } from '@/lib/references';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Refusal = 'not_allowed' | 'unknown_call' | 'rehearsal' | 'no_laureate' | 'already_published' | 'challenge_in_use';

async function openCall(_viewer: Viewer, tx: Tx, callId: string) {
  const call = await tx.call.findUnique({
    where: { id: callId },
    select: { resultsPublishedAt: true, stages: { select: { settings: true } } },
  });
  return call && { ...call, rehearsal: call.stages.some(({ settings }) => readSettings(settings).rehearsal) };
}

/** Every laureate of a call becomes a challenge with its positions and mentors, all or none; those already made stay as they are. */
export async function makeLaureates(
  viewer: Viewer,
  callId: string,
  clock: Clock,
): Promise<Result<{ made: number }, Refusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const call = await openCall(viewer, tx, callId);
    if (!call) return refuse('unknown_call');
    if (call.rehearsal) return refuse('rehearsal');
    const files = await tx.$queryRaw<{ id: string }[]>`
      SELECT a.id FROM application a WHERE a.call_id = ${callId}::uuid AND a.state = 'selected'
        AND NOT EXISTS (SELECT 1 FROM challenge c WHERE c.application_id = a.id) ORDER BY a.reference, a.id FOR UPDATE OF a`;
    if (files.length === 0) return refuse('no_laureate');
    const challenges: string[] = [];
    for (const { id } of files) {
      const made = await challengeFromApplication(viewer, tx, id, clock);
      if (!made.ok) throw new Error(`laureate ${id}: ${made.reason}`);
      challenges.push(made.value.id);
    }
    await record(tx, viewer, 'laureates.made', { kind: 'call', id: callId }, { challenges });
    return ok({ made: files.length });
  });
}

type Made = {
  id: string;
  published: boolean;
  version: number;
  /** As the event that made it says: how many seats, and what came with it. */
  seats: number;
  brought: Brought;
  /** Of what is there now, what the act did not bring or someone touched since. */
  changed: boolean;
};

/** The challenges these acts made and still there, locked. Those made one by one are not among them. */
const madeInOneAct = (_viewer: Viewer, tx: Tx, callId: string) =>
  tx.$queryRaw<Made[]>`
    SELECT c.id, c.published, c.version, (e.payload::jsonb->>'positions')::int AS seats, e.payload::jsonb->'brought' AS brought,
      EXISTS (SELECT 1 FROM position p WHERE p.challenge_id = c.id AND (p.fellow_id IS NOT NULL OR p.version > 1))
        OR (SELECT count(*) FROM position p WHERE p.challenge_id = c.id) <> (e.payload::jsonb->>'positions')::int
        OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.challenge_id = c.id
          AND (r."to" IS NOT NULL OR NOT e.payload::jsonb->'brought'->'roles' ? r.id::text)) AS changed
    FROM challenge c JOIN application a ON a.id = c.application_id
      JOIN event e ON e.subject_kind = 'challenge' AND e.subject_id = c.id::text AND e.name = 'challenge.created'
    WHERE a.call_id = ${callId}::uuid AND EXISTS (SELECT 1 FROM event m WHERE m.subject_kind = 'call'
      AND m.subject_id = ${callId} AND m.name = 'laureates.made' AND m.payload::jsonb->'challenges' ? c.id::text)
    ORDER BY c.id FOR UPDATE OF c`;

/**
 * Undoes it, as long as results are not published and nobody worked on a challenge since: no fellow seated, no page
 * published or edited, nothing that names it. What the act brought goes with it (seats, roles, people nobody knew,
 * their link to the host), but for what something else has come to stand on.
 */
export async function undoLaureates(viewer: Viewer, callId: string): Promise<Result<{ undone: number }, Refusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const call = await openCall(viewer, tx, callId);
    if (!call) return refuse('unknown_call');
    if (call.resultsPublishedAt) return refuse('already_published');
    const made = await madeInOneAct(viewer, tx, callId);
    if (made.length === 0) return refuse('no_laureate');
    const ids = made.map(({ id }) => id);
    const named = await namedByRows(tx, ids, ['position', 'role_assignment']);
    const used = made.filter(
      ({ id, published, version, changed }) => published || version > 1 || changed || named.has(id),
    );
    if (used.length > 0) return refuse('challenge_in_use', { count: used.length });
    await tx.roleAssignment.deleteMany({ where: { challengeId: { in: ids } } });
    await tx.challenge.deleteMany({ where: { id: { in: ids } } });
    await forgetBrought(tx, {
      people: made.flatMap(({ brought }) => brought.people),
      affiliations: made.flatMap(({ brought }) => brought.affiliations),
    });
    await record(tx, viewer, 'laureates.undone', { kind: 'call', id: callId }, { challenges: ids });
    return ok({ undone: ids.length });
  });
}

/** A link to a host stays while a role of the person stands on it; a person stays when any row, or any act, names them. */
async function forgetBrought(tx: Tx, { people, affiliations }: Pick<Brought, 'people' | 'affiliations'>) {
  await tx.$executeRaw`
    DELETE FROM affiliation f WHERE f.id = ANY (${affiliations}::uuid[]) AND f.title = '' AND f."from" IS NULL AND f."to" IS NULL
      AND NOT EXISTS (SELECT 1 FROM role_assignment r JOIN challenge c ON c.id = r.challenge_id
        WHERE r.person_id = f.person_id AND c.host_id = f.organisation_id)`;
  const named = await namedByRows(tx, people);
  await tx.$executeRaw`
    DELETE FROM person p WHERE p.id = ANY (${people.filter((id) => !named.has(id))}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM event e WHERE e.actor_id = p.id::text OR (e.subject_kind = 'person' AND e.subject_id = p.id::text))`;
}
