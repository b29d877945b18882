import type { Placing } from '@/lib/applications/placing';
import { filesRunBy } from '@/lib/applications/policy';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { cleanName, freeSlug, nameKey, nameKeys } from '@/lib/people/names';
import { record } from '@/lib/record';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import type { PersonViewer, Viewer } from '@/lib/viewer';

type Reason = 'not_found' | 'already_placed' | 'unknown_organisation' | 'same_siret' | 'same_name';
type Placed = { id: string; files: number };

/**
 * Says which body of the directory an administration typed in a file is, or adds it. The answer keeps what was typed; the
 * body takes it as another of its names, so that the next file that types it is recognised by itself.
 */
export async function placeOrganisation(viewer: Viewer, input: Placing): Promise<Result<Placed, Reason>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    // One at a time on a file.
    await tx.$executeRaw`SELECT id FROM application WHERE id = ${input.applicationId}::uuid FOR UPDATE`;
    const file = await tx.application.findFirst({
      where: { AND: [{ id: input.applicationId, organisationName: { not: '' } }, filesRunBy(viewer)] },
      select: { id: true, callId: true, organisationId: true, organisationName: true },
    });
    if (!file) return refuse('not_found');
    if (file.organisationId) return refuse('already_placed');
    const made = input.choice === 'new';
    const body = made ? await add(tx, viewer, input) : await take(tx, viewer, input, file.organisationName);
    if (!body.ok) return body;
    const same = input.others ? await sameTyped(tx, viewer, file) : [];
    const placed: string[] = [];
    for (const id of [file.id, ...same]) {
      const { count } = await tx.application.updateMany({
        where: { id, organisationId: null },
        data: { organisationId: body.value },
      });
      if (count > 0) placed.push(id);
    }
    if (!placed.includes(file.id)) return refuse('already_placed');
    const typed = file.organisationName;
    await tx.organisationPlacement.createMany({
      data: placed.map((applicationId) => ({ applicationId, typed, made, reason: input.reason, byId: viewer.id })),
    });
    for (const id of placed)
      await record(
        tx,
        viewer,
        'application.organisation_placed',
        { kind: 'application', id },
        { organisation: body.value, made },
      );
    return ok({ id: file.id, files: placed.length });
  });
}

async function sameTyped(
  tx: Tx,
  viewer: Viewer,
  file: { id: string; callId: string; organisationName: string },
): Promise<string[]> {
  const found = await tx.application.findMany({
    where: { AND: [{ callId: file.callId, organisationId: null, id: { not: file.id } }, filesRunBy(viewer)] },
    select: { id: true, organisationName: true },
  });
  const key = nameKey(file.organisationName);
  return found.filter(({ organisationName }) => nameKey(organisationName) === key).map(({ id }) => id);
}

/** A body that is there, which learns the name it was given; not when another body already answers to it. */
async function take(
  tx: Tx,
  viewer: PersonViewer,
  { choice, otherId }: Placing,
  typed: string,
): Promise<Result<string, Reason>> {
  const id = choice === 'other' ? otherId : choice;
  await tx.$executeRaw`SELECT id FROM organisation WHERE id = ${id}::uuid FOR UPDATE`;
  const select = { name: true, acronym: true, aliases: true, nameKeys: true } as const;
  const body = await tx.organisation.findUnique({ where: { id }, select });
  if (!body) return refuse('unknown_organisation');
  const key = nameKey(typed);
  const others = await tx.organisation.count({ where: { nameKeys: { has: key }, id: { not: id } } });
  if (body.nameKeys.includes(key) || others > 0) return ok(id);
  const aliases = [...body.aliases, cleanName(typed)];
  await tx.organisation.update({
    where: { id },
    data: { aliases, nameKeys: nameKeys(body.name, [...aliases, body.acronym ?? '']) },
  });
  await record(tx, viewer, 'organisation.updated', { kind: 'organisation', id });
  return ok(id);
}

async function add(tx: Tx, viewer: PersonViewer, input: Placing): Promise<Result<string, Reason>> {
  const name = cleanName(input.name);
  // Two files at once may add the same body: the second finds it.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('organisation'))`;
  if (input.siret && (await tx.organisation.count({ where: { siret: input.siret } })) > 0) return refuse('same_siret');
  if ((await tx.organisation.count({ where: { nameKeys: { has: nameKey(name) } } })) > 0) return refuse('same_name');
  const parentId = input.parentId || null;
  if (parentId && (await tx.organisation.count({ where: { id: parentId } })) === 0)
    return refuse('unknown_organisation');
  const { id } = await tx.organisation.create({
    data: {
      name,
      kind: input.kind,
      parentId,
      acronym: input.acronym || null,
      siret: input.siret || null,
      nameKeys: nameKeys(name, [input.acronym]),
      slug: await freeSlug(name, async (slug) => (await tx.organisation.count({ where: { slug } })) > 0),
    },
    select: { id: true },
  });
  await record(tx, viewer, 'organisation.created', { kind: 'organisation', id }, { parent: parentId });
  return ok(id);
}

/** Takes a file out of the body the team put it under; the body stays, with its names. */
export async function unplaceOrganisation(
  viewer: Viewer,
  { applicationId }: { applicationId: string },
  clock: Clock,
): Promise<Result<{ id: string }, 'not_found' | 'not_placed'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const refused: Refusal<'not_placed'> = refuse('not_placed');
  return transaction(async (tx) => {
    const file = await tx.application.findFirst({
      where: { AND: [{ id: applicationId }, filesRunBy(viewer)] },
      select: { organisationId: true },
    });
    if (!file) return refuse('not_found');
    const { count } = await tx.organisationPlacement.updateMany({
      where: { applicationId, undoneAt: null },
      data: { undoneAt: clock() },
    });
    if (count === 0 || !file.organisationId) return refused;
    await tx.application.updateMany({
      where: { id: applicationId, organisationId: file.organisationId },
      data: { organisationId: null },
    });
    const was = { organisation: file.organisationId };
    await record(tx, viewer, 'application.organisation_unplaced', { kind: 'application', id: applicationId }, was);
    return ok({ id: applicationId });
  });
}
