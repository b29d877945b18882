import type { z } from 'zod';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { giveRole, knownPerson } from '@/lib/people/known';
import { mayGiveRole } from '@/lib/people/policy';
import type { EndRoleForm, RoleForm } from '@/lib/people/schema';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

const day = (iso?: string): Date | null => (iso ? new Date(`${iso}T00:00:00Z`) : null);

/** Gives someone a role from a day; makes the person when the address is new. A role of a challenge carries its cohort. */
export async function assignRole(
  viewer: Viewer,
  form: RoleForm,
  clock: Clock,
): Promise<Result<{ personId: string; slug: string }, 'not_allowed' | 'not_found' | 'already_held'>> {
  return transaction(async (tx) => {
    const challenge = form.challengeId
      ? await tx.challenge.findUnique({ where: { id: form.challengeId }, select: { cohortId: true } })
      : null;
    if (form.challengeId && !challenge) return refuse('not_found');
    const cohortId = challenge?.cohortId ?? form.cohortId ?? null;
    if (!mayGiveRole(viewer, form.kind, cohortId)) return refuse('not_allowed');
    const { id: personId, made } = await knownPerson(tx, form);
    const role = { personId, kind: form.kind, cohortId, challengeId: form.challengeId ?? null };
    const given = await giveRole(tx, { ...role, from: day(form.from) ?? clock(), to: day(form.to) }, clock());
    if (!given) return refuse('already_held');
    const { slug } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { slug: true } });
    const data = { role: given.id, kind: form.kind, cohort: cohortId, challenge: role.challengeId, made };
    await record(tx, viewer, 'role.assigned', { kind: 'person', id: personId }, data);
    return ok({ personId, slug });
  });
}

/** Ends a role on a day, today unless said otherwise; it stays in the history. Someone has to go on coordinating. */
export async function endRole(
  viewer: Viewer,
  form: z.output<typeof EndRoleForm>,
  clock: Clock,
): Promise<Result<{ slug: string }, 'not_found' | 'ends_before_start' | 'last_coordinator'>> {
  return transaction(async (tx) => {
    const role = await tx.roleAssignment.findUnique({
      where: { id: form.roleId },
      select: { kind: true, from: true, cohortId: true, personId: true, person: { select: { slug: true } } },
    });
    if (!role || !mayGiveRole(viewer, role.kind, role.cohortId)) return refuse('not_found');
    const to = day(form.to) ?? yesterday(clock());
    if (role.from && to < role.from && form.to) return refuse('ends_before_start');
    if (role.kind === 'coordinator' && (await isLast(tx, form.roleId, clock()))) return refuse('last_coordinator');
    await tx.roleAssignment.update({
      where: { id: form.roleId },
      data: { to: role.from && to < role.from ? role.from : to },
    });
    const data = { role: form.roleId, kind: role.kind };
    await record(tx, viewer, 'role.ended', { kind: 'person', id: role.personId }, data);
    return ok({ slug: role.person.slug });
  });
}

/** A role lasts until the end of its last day: to stop now, its last day was yesterday. */
function yesterday(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - 1));
}

async function isLast(tx: Tx, roleId: string, today: Date): Promise<boolean> {
  const others = await tx.roleAssignment.count({
    where: {
      id: { not: roleId },
      kind: { in: ['coordinator', 'director'] },
      cohortId: null,
      person: { email: { not: null }, disabledAt: null },
      OR: [{ to: null }, { to: { gte: today } }],
    },
  });
  return others === 0;
}
