import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { nameKey } from '@/lib/people/names';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { isMember } from '@/lib/support/policy';
import { personId, type Viewer } from '@/lib/viewer';

/** « Je peux aider sur… », « Je cherche quelqu’un pour… ». */
export async function postSkill(
  viewer: Viewer,
  input: { kind: 'offer' | 'ask'; skill: string; note: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_allowed' | 'already_there'>> {
  const me = personId(viewer);
  if (!me || viewer.kind !== 'person' || !isMember(viewer)) return refuse('not_allowed');
  const skillKey = nameKey(input.skill);
  return transaction(async (tx) => {
    // One post of a kind and skill at a time: the lock makes a double click one.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('skill'), hashtext(${me}))`;
    if ((await tx.skillNotice.count({ where: { personId: me, kind: input.kind, skillKey, closedAt: null } })) > 0)
      return refuse('already_there');
    const made = await tx.skillNotice.create({
      data: {
        ...input,
        skillKey,
        personId: me,
        cohortId: viewer.roles.find((role) => role.cohortId)?.cohortId,
        createdAt: clock(),
      },
      select: { id: true },
    });
    await record(tx, viewer, 'skill.posted', { kind: 'skill', id: made.id }, { kind: input.kind });
    return ok({ id: made.id });
  });
}

export async function closeSkill(
  viewer: Viewer,
  input: { id: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found'>> {
  const me = personId(viewer);
  if (!me) return refuse('not_found');
  return transaction(async (tx) => {
    const closed = await tx.skillNotice.updateMany({
      where: { id: input.id, personId: me, closedAt: null },
      data: { closedAt: clock() },
    });
    if (closed.count === 0) return refuse('not_found');
    await record(tx, viewer, 'skill.closed', { kind: 'skill', id: input.id });
    return ok({ id: input.id });
  });
}
