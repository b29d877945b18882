import { randomUUID } from 'node:crypto';
import { fromDay } from '@/lib/dates';
import type { Tx } from '@/lib/db';
import { giveChecklist, loadProvidedTemplates } from '@/lib/onboarding/commands/lists';
import { type PersonViewer, type RoleKind, system } from '@/lib/viewer';

/** A person and what they see with: `roles` are written as assignments and given to the viewer. */
export async function viewerOf(
  tx: Tx,
  name: string,
  roles: { kind: RoleKind; cohortId?: string; challengeId?: string }[] = [],
): Promise<PersonViewer> {
  const slug = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${randomUUID().slice(0, 8)}`;
  const email = `${slug}@test.invalid`;
  const person = await tx.person.create({ data: { slug, name, email }, select: { id: true } });
  await tx.roleAssignment.createMany({ data: roles.map((role) => ({ ...role, personId: person.id })) });
  return {
    kind: 'person',
    id: person.id,
    name,
    email,
    locale: 'fr',
    theme: 'system',
    organisationIds: [],
    roles: roles.map((role) => ({
      kind: role.kind,
      cohortId: role.cohortId ?? null,
      challengeId: role.challengeId ?? null,
    })),
  };
}

export type Welcome = Awaited<ReturnType<typeof welcome>>;

/** A challenge that is about to welcome two fellows, its people, and its arrival list (or another). */
export async function welcome(
  tx: Tx,
  {
    title = 'Sentinelle des rivières',
    arrivesOn = '2026-09-01',
    leavesOn = '2027-06-30',
    list = 'arrival',
    cohortId: inCohort,
    profiles = ['developer', 'designer'],
  }: {
    title?: string;
    arrivesOn?: string;
    leavesOn?: string;
    list?: string;
    cohortId?: string;
    profiles?: string[];
  } = {},
) {
  const tag = randomUUID().slice(0, 8);
  const cohortId =
    inCohort ??
    (
      await tx.cohort.create({
        data: {
          slug: `c-${tag}`,
          number: tag,
          name: `Promotion ${tag}`,
          startsOn: fromDay(arrivesOn),
          endsOn: fromDay(leavesOn),
        },
        select: { id: true },
      })
    ).id;
  const host = await tx.organisation.create({
    data: { slug: `o-${tag}`, name: `Agence de l’eau ${tag}` },
    select: { id: true },
  });
  const challenge = await tx.challenge.create({
    data: { slug: `d-${tag}`, cohortId, title, hostId: host.id },
    select: { id: true, slug: true },
  });
  const place = { cohortId, challengeId: challenge.id };
  const mentor = await viewerOf(tx, 'Hugues Mentor', [{ kind: 'operational_mentor', ...place }]);
  const strategic = await viewerOf(tx, 'Berengere Soutien', [{ kind: 'strategic_mentor', ...place }]);
  const fellows: PersonViewer[] = [];
  for (const [index, profile] of profiles.entries()) {
    const fellow = await viewerOf(tx, `Fellow ${'abcdefgh'[index] ?? 'z'}`, [{ kind: 'fellow', ...place }]);
    fellows.push(fellow);
    await tx.position.create({
      data: {
        challengeId: challenge.id,
        profile,
        fellowId: fellow.id,
        arrivesOn: fromDay(arrivesOn),
        leavesOn: fromDay(leavesOn),
      },
    });
  }
  await loadProvidedTemplates(tx, system('test'), new Date());
  const given = await giveChecklist(tx, system('test'), { challengeId: challenge.id, templateKey: list });
  if (!given.ok) throw new Error(given.reason);
  return {
    cohortId,
    hostId: host.id,
    challengeId: challenge.id,
    slug: challenge.slug,
    mentor,
    strategic,
    fellows,
    listId: given.value.id,
  };
}

/** The id and version of a line, by its key (and, when it is per fellow, whose). */
export async function lineOf(tx: Tx, listId: string, itemKey: string, fellowId?: string) {
  return tx.checklistItem.findFirstOrThrow({
    where: { checklistId: listId, itemKey, ...(fellowId ? { seat: { fellowId } } : {}) },
    select: { id: true, version: true, state: true, dueOn: true, positionId: true },
  });
}
