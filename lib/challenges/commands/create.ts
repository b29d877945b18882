import { type ChallengeDraft, type Contact, draftFromAnswers } from '@/lib/challenges/from-application';
import { mayManageChallenges } from '@/lib/challenges/policy';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { giveRole, knownPerson } from '@/lib/people/known';
import { freeSlug, nameKey, nameKeys } from '@/lib/people/names';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Created = { id: string; slug: string };
/** What making a challenge brought with it and was not there before: only that can be taken back. */
export type Brought = { people: string[]; roles: string[]; affiliations: string[] };

type MakingRefusal = 'not_found' | 'not_selected' | 'already_made';

/**
 * The laureate becomes a challenge, in one act: host, administrative backer, seats, and the mentors the file names.
 * Unpublished: the coordination reads it first. Once per application.
 */
export async function createChallengeFromApplication(
  viewer: Viewer,
  applicationId: string,
  clock: Clock,
): Promise<Result<Created, MakingRefusal>> {
  return transaction((tx) => challengeFromApplication(viewer, tx, applicationId, clock));
}

/** The same in the caller's transaction: a jury makes all its laureates at once. */
export async function challengeFromApplication(
  viewer: Viewer,
  tx: Tx,
  applicationId: string,
  clock: Clock,
): Promise<Result<Created, MakingRefusal>> {
  const file = await tx.application.findUnique({
    where: { id: applicationId },
    select: {
      title: true,
      state: true,
      organisationId: true,
      organisationName: true,
      answers: true,
      challenge: { select: { id: true } },
      formVersion: { select: { definition: true } },
      call: { select: { cohortId: true, cohort: { select: { settings: true } } } },
    },
  });
  if (!file || !mayManageChallenges(viewer, file.call.cohortId)) return refuse('not_found');
  if (file.state !== 'selected') return refuse('not_selected');
  if (file.challenge) return refuse('already_made');
  const draft = draftFromAnswers(file.answers, file.formVersion.definition);
  const hostId = file.organisationId ?? (await bodyNamed(tx, file.organisationName));
  const made = await makeChallenge(tx, {
    applicationId,
    cohortId: file.call.cohortId,
    title: file.title,
    draft,
    hostId,
    backerId: draft.backer ? (draft.backer.id ?? (await bodyNamed(tx, draft.backer.name))) : null,
  });
  if (!made) return refuse('already_made');
  const at = { cohortId: file.call.cohortId, challengeId: made.id, hostId };
  const brought: Brought = { people: [], roles: [], affiliations: [] };
  await seat(tx, at, { kind: 'operational_mentor', contact: draft.operationalMentor, today: clock() }, brought);
  await seat(tx, at, { kind: 'strategic_mentor', contact: draft.strategicMentor, today: clock() }, brought);
  const data = { application: applicationId, positions: draft.profiles.length, brought };
  await record(tx, viewer, 'challenge.created', { kind: 'challenge', id: made.id }, data);
  return ok(made);
}

/** A challenge without a file: archives, late additions. */
export async function createChallenge(
  viewer: Viewer,
  input: { cohortId: string; title: string; hostId?: string },
): Promise<Result<Created, 'not_found'>> {
  if (!mayManageChallenges(viewer, input.cohortId)) return refuse('not_found');
  return transaction(async (tx) => {
    const slug = await slugFor(tx, input.title);
    const made = await tx.challenge.create({
      data: { ...input, slug, nameKeys: nameKeys(input.title) },
      select: { id: true, slug: true },
    });
    await record(tx, viewer, 'challenge.created', { kind: 'challenge', id: made.id }, { application: null });
    return ok(made);
  });
}

type Making = {
  applicationId: string;
  cohortId: string;
  title: string;
  draft: ChallengeDraft;
  hostId: string | null;
  backerId: string | null;
};

/** Null when another tab made it first: `application_id` is unique. */
async function makeChallenge(tx: Tx, { draft, title, hostId, backerId, ...ids }: Making): Promise<Created | null> {
  const slug = await slugFor(tx, title);
  const { tagline, body, towns, skills, selfFunded } = draft;
  const [made] = await tx.challenge.createManyAndReturn({
    data: [
      {
        ...ids,
        slug,
        title,
        hostId,
        backerId: backerId === hostId ? null : backerId,
        nameKeys: nameKeys(title),
        tagline,
        body,
        towns,
        skills,
        selfFunded,
        durationMonths: 10,
      },
    ],
    skipDuplicates: true,
    select: { id: true, slug: true },
  });
  if (!made) return null;
  await tx.position.createMany({ data: draft.profiles.map((profile) => ({ challengeId: made.id, profile })) });
  return made;
}

const slugFor = (tx: Tx, title: string) =>
  freeSlug(title, async (taken) => (await tx.challenge.count({ where: { slug: taken } })) > 0);

/** The one body of that name or alias; null when there is none, or several. */
async function bodyNamed(tx: Tx, name: string): Promise<string | null> {
  const key = nameKey(name);
  if (!key) return null;
  const found = await tx.organisation.findMany({ where: { nameKeys: { has: key } }, select: { id: true }, take: 2 });
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

type Seat = { kind: 'operational_mentor' | 'strategic_mentor'; contact: Contact | null; today: Date };

async function seat(
  tx: Tx,
  at: { cohortId: string; challengeId: string; hostId: string | null },
  { kind, contact, today }: Seat,
  brought: Brought,
): Promise<void> {
  if (!contact) return;
  const { id: personId, made } = await knownPerson(tx, contact);
  if (made) brought.people.push(personId);
  const { hostId, ...place } = at;
  const role = await giveRole(tx, { personId, kind, ...place, from: today }, today);
  if (role) brought.roles.push(role.id);
  if (!hostId) return;
  const linked = await tx.affiliation.createManyAndReturn({
    data: [{ personId, organisationId: hostId }],
    skipDuplicates: true,
    select: { id: true },
  });
  brought.affiliations.push(...linked.map(({ id }) => id));
}
