import type { Clock } from '@/lib/clock';
import { fromDay } from '@/lib/dates';
import { type Tx, transaction } from '@/lib/db';
import { freeSlug } from '@/lib/people/names';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { searchTextOf } from '@/lib/support/library';
import { mayProposeResource, mayPublishResource } from '@/lib/support/policy';
import type { ResourceForm } from '@/lib/support/schema';
import { personId, type Viewer } from '@/lib/viewer';

const columns = ({ reviewOn, ...form }: ResourceForm) => ({
  ...form,
  searchText: searchTextOf(form),
  reviewOn: reviewOn ? fromDay(reviewOn) : null,
});

/** A proposal, in the transaction of what gave birth to it. */
export async function createResource(
  tx: Tx,
  viewer: Viewer,
  form: ResourceForm,
  now: Date,
  wanted?: string,
): Promise<string> {
  const slug = await freeSlug(
    wanted ?? form.title,
    async (candidate) => (await tx.resource.count({ where: { slug: candidate } })) > 0,
  );
  const by = personId(viewer);
  const made = await tx.resource.create({
    data: {
      ...columns(form),
      slug,
      proposedBy: by,
      ownerId: by,
      createdAt: now,
      versions: { create: { number: 1, title: form.title, summary: form.summary, body: form.body, byId: by, at: now } },
    },
    select: { id: true },
  });
  await record(tx, viewer, 'resource.proposed', { kind: 'resource', id: made.id }, { kind: form.kind });
  return made.id;
}

export async function proposeResource(
  viewer: Viewer,
  form: ResourceForm,
  clock: Clock,
): Promise<Result<{ slug: string }, 'not_allowed'>> {
  if (!mayProposeResource(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const id = await createResource(tx, viewer, form, clock());
    const { slug } = await tx.resource.findUniqueOrThrow({ where: { id }, select: { slug: true } });
    return ok({ slug });
  });
}

/** A new version: the former ones stay. Its author while it is a proposal, the team always. */
export async function editResource(
  viewer: Viewer,
  input: { slug: string; version: number; ownerId?: string } & ResourceForm,
  clock: Clock,
): Promise<Result<{ slug: string }, 'not_found' | 'stale'>> {
  return transaction(async (tx) => {
    const { slug, version, ownerId, ...form } = input;
    const row = await tx.resource.findUnique({
      where: { slug },
      select: { id: true, proposedBy: true, publishedAt: true },
    });
    const mine = row && !row.publishedAt && row.proposedBy !== null && row.proposedBy === personId(viewer);
    if (!row || !(mayPublishResource(viewer) || mine)) return refuse('not_found');
    const owner = ownerId && mayPublishResource(viewer) ? await followed(tx, ownerId) : {};
    const written = await tx.resource.updateMany({
      where: { id: row.id, version },
      data: { ...columns(form), ...owner, version: { increment: 1 } },
    });
    if (written.count === 0) return refuse('stale');
    await tx.resourceVersion.create({
      data: {
        resourceId: row.id,
        number: version + 1,
        title: form.title,
        summary: form.summary,
        body: form.body,
        byId: personId(viewer),
        at: clock(),
      },
    });
    await record(tx, viewer, 'resource.edited', { kind: 'resource', id: row.id }, { version: version + 1 });
    return ok({ slug });
  });
}

/** Someone of the team or a coach follows it; anyone else changes nothing. */
async function followed(tx: Tx, ownerId: string): Promise<{ ownerId?: string | null }> {
  if (ownerId === 'nobody') return { ownerId: null };
  const follows = { in: ['coordinator', 'director', 'communication', 'coach'] as const };
  const known = await tx.roleAssignment.count({ where: { personId: ownerId, kind: { in: [...follows.in] } } });
  return known > 0 ? { ownerId } : {};
}

/** Puts a proposal on the shelves, or takes it off. */
export async function shelveResource(
  viewer: Viewer,
  input: { slug: string; publish: boolean },
  clock: Clock,
): Promise<Result<{ slug: string }, 'not_found'>> {
  if (!mayPublishResource(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    const [row] = await tx.resource.updateManyAndReturn({
      where: { slug: input.slug },
      data: input.publish ? { publishedAt: clock(), retiredAt: null } : { publishedAt: null, retiredAt: clock() },
      select: { id: true },
    });
    if (!row) return refuse('not_found');
    await record(tx, viewer, input.publish ? 'resource.published' : 'resource.retired', {
      kind: 'resource',
      id: row.id,
    });
    return ok({ slug: input.slug });
  });
}

/** « Cela vous a-t-il aidé ? » One answer a person, the last one counts. */
export async function rateResource(
  viewer: Viewer,
  input: { slug: string; helped: boolean; comment: string },
  clock: Clock,
): Promise<Result<{ slug: string }, 'not_found'>> {
  const me = personId(viewer);
  if (!me) return refuse('not_found');
  return transaction(async (tx) => {
    const row = await tx.resource.findFirst({
      where: { slug: input.slug, publishedAt: { not: null } },
      select: { id: true },
    });
    if (!row) return refuse('not_found');
    const said = { helped: input.helped, comment: input.comment, at: clock() };
    await tx.resourceFeedback.upsert({
      where: { resourceId_personId: { resourceId: row.id, personId: me } },
      create: { resourceId: row.id, personId: me, ...said },
      update: said,
    });
    await record(tx, viewer, 'resource.rated', { kind: 'resource', id: row.id }, { helped: input.helped });
    return ok({ slug: input.slug });
  });
}
