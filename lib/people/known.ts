import type { Tx } from '@/lib/db';
import { cleanName, freeSlug, nameKeys } from '@/lib/people/names';
import type { RoleKind } from '@/lib/viewer';

/**
 * The person of an address, made when unknown (private: nobody is shown before agreeing). In the caller's transaction.
 * The address decides, never the name: two people may share one. Returns the id and whether it was made.
 */
export async function knownPerson(
  tx: Tx,
  given: { email: string; name: string },
): Promise<{ id: string; made: boolean }> {
  const email = given.email.trim().toLowerCase();
  const known = await tx.person.findUnique({ where: { email }, select: { id: true } });
  if (known) return { id: known.id, made: false };
  const name = cleanName(given.name) || (email.split('@')[0] ?? email).replace(/[._-]+/g, ' ');
  const slug = await freeSlug(name, async (taken) => (await tx.person.count({ where: { slug: taken } })) > 0);
  const made = await tx.person.create({ data: { email, name, slug, nameKeys: nameKeys(name) }, select: { id: true } });
  return { id: made.id, made: true };
}

/** Gives a role, or opens it again when it had ended; null when it is already held. A role belongs to (person, kind, cohort, challenge). */
export async function giveRole(
  tx: Tx,
  role: {
    personId: string;
    kind: RoleKind;
    cohortId: string | null;
    challengeId: string | null;
    from: Date | null;
    to?: Date | null;
  },
  today: Date,
): Promise<{ id: string } | null> {
  const { personId, kind, cohortId, challengeId, from, to = null } = role;
  const held = await tx.roleAssignment.findFirst({
    where: { personId, kind, cohortId, challengeId },
    select: { id: true, to: true },
  });
  if (!held)
    return tx.roleAssignment.create({
      data: { personId, kind, cohortId, challengeId, from, to },
      select: { id: true },
    });
  if (!held.to || held.to >= today) return null;
  return tx.roleAssignment.update({ where: { id: held.id }, data: { to }, select: { id: true } });
}
