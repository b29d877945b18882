import type { Clock } from '@/lib/clock';
import { fromDay } from '@/lib/dates';
import { type Tx, transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { createResource } from '@/lib/support/commands/resources';
import { obstacleMail } from '@/lib/support/emails';
import { isMember, mayLeadObstacle, OBSTACLE_VISIBLE, obstacleValues } from '@/lib/support/policy';
import type { Family, ObstacleForm } from '@/lib/support/schema';
import { hasRole, isCoordinator, personId, type Viewer } from '@/lib/viewer';

const WORKING = ['operational_mentor', 'strategic_mentor', 'fellow'] as const;

/** Logs an obstacle. On a challenge one works on; without one, in one's own name. */
export async function logObstacle(
  viewer: Viewer,
  input: ObstacleForm,
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'not_allowed'>> {
  const me = personId(viewer);
  if (!me || !isMember(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const challenge = input.challenge
      ? await tx.challenge.findUnique({ where: { slug: input.challenge }, select: { id: true, cohortId: true } })
      : null;
    if (input.challenge && !challenge) return refuse('not_found');
    if (
      challenge &&
      !isCoordinator(viewer) &&
      !hasRole(viewer, WORKING, { challengeId: challenge.id }) &&
      !hasRole(viewer, ['coach'], { cohortId: challenge.cohortId })
    )
      return refuse('not_found');
    const own = viewer.kind === 'person' ? viewer.roles.find((role) => role.cohortId)?.cohortId : null;
    const { title, family, urgency, audience, body } = input;
    const made = await tx.obstacle.create({
      data: {
        title,
        family,
        urgency,
        audience,
        body,
        challengeId: challenge?.id,
        cohortId: challenge?.cohortId ?? own,
        createdBy: me,
        createdAt: clock(),
      },
      select: { id: true },
    });
    if (urgency === 'high' || audience === 'coordination')
      await tellCoordination(tx, made.id, family as Family, 'logged');
    await record(
      tx,
      viewer,
      'obstacle.logged',
      { kind: 'obstacle', id: made.id },
      { family, urgency, audience, challenge: challenge?.id },
    );
    return ok({ id: made.id });
  });
}

/** The obstacle when the viewer may read it, with what leading it needs. */
async function visible(tx: Tx, viewer: Viewer, id: string) {
  const [found] = await tx.$queryRawUnsafe<
    {
      id: string;
      family: Family;
      createdBy: string;
      ownerId: string | null;
      challengeId: string | null;
      cohortId: string | null;
      title: string;
    }[]
  >(
    `SELECT o.id, o.family, o.title, o.created_by AS "createdBy", o.owner_id AS "ownerId", o.challenge_id AS "challengeId", o.cohort_id AS "cohortId"
     FROM obstacle o WHERE o.id = $6::uuid AND ${OBSTACLE_VISIBLE}`,
    ...obstacleValues(viewer),
    id,
  );
  return found ?? null;
}

export async function planObstacle(
  viewer: Viewer,
  input: { id: string; ownerId?: string; nextStep: string; dueOn?: string },
): Promise<Result<{ id: string }, 'not_found' | 'unknown_owner'>> {
  return transaction(async (tx) => {
    const obstacle = await visible(tx, viewer, input.id);
    if (!obstacle || !mayLeadObstacle(viewer, obstacle)) return refuse('not_found');
    if (input.ownerId && !(await mayOwn(tx, input.ownerId, obstacle.cohortId))) return refuse('unknown_owner');
    await tx.obstacle.update({
      where: { id: obstacle.id },
      data: {
        ownerId: input.ownerId ?? null,
        nextStep: input.nextStep,
        dueOn: input.dueOn ? fromDay(input.dueOn) : null,
        version: { increment: 1 },
      },
    });
    await record(
      tx,
      viewer,
      'obstacle.planned',
      { kind: 'obstacle', id: obstacle.id },
      { owner: input.ownerId, due: input.dueOn },
    );
    return ok({ id: obstacle.id });
  });
}

const mayOwn = async (tx: Tx, id: string, cohortId: string | null): Promise<boolean> =>
  (await tx.roleAssignment.count({
    where: { personId: id, OR: [{ kind: { in: ['coordinator', 'director'] } }, ...(cohortId ? [{ cohortId }] : [])] },
  })) > 0;

/** Calls the coordination: once, and they are told at once. */
export async function escalateObstacle(
  viewer: Viewer,
  input: { id: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found'>> {
  return transaction(async (tx) => {
    const obstacle = await visible(tx, viewer, input.id);
    if (!obstacle || !mayLeadObstacle(viewer, obstacle)) return refuse('not_found');
    const raised = await tx.obstacle.updateMany({
      where: { id: obstacle.id, escalatedAt: null, resolvedAt: null },
      data: { escalatedAt: clock() },
    });
    if (raised.count > 0) {
      await tellCoordination(tx, obstacle.id, obstacle.family, 'escalated');
      await record(tx, viewer, 'obstacle.escalated', { kind: 'obstacle', id: obstacle.id });
    }
    return ok({ id: obstacle.id });
  });
}

export async function writeToObstacle(
  viewer: Viewer,
  input: { id: string; text: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found'>> {
  return transaction(async (tx) => {
    const me = personId(viewer);
    const obstacle = await visible(tx, viewer, input.id);
    if (!obstacle || !me) return refuse('not_found');
    await tx.obstacleMessage.create({
      data: { obstacleId: obstacle.id, byId: me, text: input.text, createdAt: clock() },
    });
    await record(tx, viewer, 'obstacle.answered', { kind: 'obstacle', id: obstacle.id });
    return ok({ id: obstacle.id });
  });
}

/** Settles it with what worked; shared, it becomes a proposed resource for those who come next. */
export async function resolveObstacle(
  viewer: Viewer,
  input: { id: string; whatWorked: string; share: boolean },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'already_resolved'>> {
  return transaction(async (tx) => {
    const obstacle = await visible(tx, viewer, input.id);
    if (!obstacle || !mayLeadObstacle(viewer, obstacle)) return refuse('not_found');
    const settled = await tx.obstacle.updateMany({
      where: { id: obstacle.id, resolvedAt: null },
      data: { resolvedAt: clock(), resolvedBy: personId(viewer), whatWorked: input.whatWorked },
    });
    if (settled.count === 0) return refuse('already_resolved');
    if (input.share) {
      const resourceId = await createResource(
        tx,
        viewer,
        {
          title: obstacle.title,
          summary: '',
          body: input.whatWorked,
          kind: 'story',
          locale: 'fr',
          phases: ['throughout'],
          families: [obstacle.family],
          roles: [],
        },
        clock(),
      );
      await tx.obstacle.update({ where: { id: obstacle.id }, data: { resourceId } });
    }
    await record(tx, viewer, 'obstacle.resolved', { kind: 'obstacle', id: obstacle.id }, { shared: input.share });
    return ok({ id: obstacle.id });
  });
}

/** The mail says that there is something to read and where, not what it is: it may be private. */
async function tellCoordination(tx: Tx, id: string, family: Family, why: 'logged' | 'escalated'): Promise<void> {
  const team = await tx.person.findMany({
    where: { disabledAt: null, email: { not: null }, roles: { some: { kind: 'coordinator' } } },
    select: { id: true, email: true, locale: true },
  });
  for (const { email, locale, id: personId } of team) {
    if (email)
      await enqueue(
        tx,
        await obstacleMail({ key: `obstacle-${why}:${id}:${personId}`, to: email, locale, id, family, why }),
      );
  }
}
