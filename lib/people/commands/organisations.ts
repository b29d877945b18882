import type { z } from 'zod';
import { type Tx, transaction } from '@/lib/db';
import { cleanName, freeSlug, nameKeys } from '@/lib/people/names';
import { mayManagePeople } from '@/lib/people/policy';
import type { MergeForm, OrganisationForm } from '@/lib/people/schema';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** Adds a body, or changes it. Its place in the tree may not make a loop; a former name stays as an alias. */
export async function saveOrganisation(
  viewer: Viewer,
  form: OrganisationForm,
): Promise<Result<{ slug: string }, 'not_found' | 'loop' | 'same_siret'>> {
  if (!mayManagePeople(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    const { id, parentId = null, ...fields } = form;
    const name = cleanName(form.name);
    const before = id ? await tx.organisation.findUnique({ where: { id }, select: { name: true } }) : null;
    if (id && !before) return refuse('not_found');
    if (id && parentId && (await isUnder(tx, parentId, id))) return refuse('loop');
    const other = form.siret
      ? await tx.organisation.count({ where: { siret: form.siret, ...(id ? { id: { not: id } } : {}) } })
      : 0;
    if (other > 0) return refuse('same_siret');
    const former = before && before.name !== name ? [before.name] : [];
    const aliases = [...new Set([...form.aliases, ...former])].filter((alias) => alias !== name);
    const data = {
      ...fields,
      name,
      aliases,
      parentId,
      acronym: form.acronym || null,
      website: form.website ?? null,
      siret: form.siret || null,
      nameKeys: nameKeys(name, [...aliases, form.acronym]),
    };
    const saved = id
      ? await tx.organisation.update({ where: { id }, data, select: { id: true, slug: true } })
      : await tx.organisation.create({
          data: {
            ...data,
            slug: await freeSlug(name, async (slug) => (await tx.organisation.count({ where: { slug } })) > 0),
          },
          select: { id: true, slug: true },
        });
    const subject = { kind: 'organisation', id: saved.id };
    await record(tx, viewer, id ? 'organisation.updated' : 'organisation.created', subject, { parent: parentId });
    return ok({ slug: saved.slug });
  });
}

/** Whether `id` is `above` or one of the bodies under it. */
async function isUnder(tx: Tx, id: string, above: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    WITH RECURSIVE up AS (SELECT id, parent_id FROM organisation WHERE id = ${id}::uuid
      UNION SELECT o.id, o.parent_id FROM organisation o JOIN up ON up.parent_id = o.id)
    SELECT EXISTS (SELECT 1 FROM up WHERE id = ${above}::uuid) AS found`;
  return row?.found ?? false;
}

/** Two records of one body become one: everything that named the first names the second, which takes its names as aliases. */
export async function mergeOrganisations(
  viewer: Viewer,
  { fromId, intoId }: z.output<typeof MergeForm>,
): Promise<Result<{ slug: string }, 'not_found' | 'loop'>> {
  if (!mayManagePeople(viewer) || fromId === intoId) return refuse('not_found');
  return transaction(async (tx) => {
    const select = {
      name: true,
      slug: true,
      acronym: true,
      aliases: true,
      mailDomains: true,
      website: true,
      parentId: true,
    };
    const [from, into] = await Promise.all(
      [fromId, intoId].map((id) => tx.organisation.findUnique({ where: { id }, select })),
    );
    if (!from || !into) return refuse('not_found');
    if (await isUnder(tx, intoId, fromId)) return refuse('loop');
    await tx.challenge.updateMany({ where: { hostId: fromId }, data: { hostId: intoId } });
    await tx.challenge.updateMany({ where: { backerId: fromId }, data: { backerId: intoId } });
    await tx.application.updateMany({ where: { organisationId: fromId }, data: { organisationId: intoId } });
    await tx.contact.updateMany({ where: { organisationId: fromId }, data: { organisationId: intoId } });
    await tx.organisation.updateMany({ where: { parentId: fromId }, data: { parentId: intoId } });
    await tx.$executeRaw`INSERT INTO affiliation (id, person_id, organisation_id, title, "from", "to")
      SELECT gen_random_uuid(), person_id, ${intoId}::uuid, title, "from", "to" FROM affiliation
      WHERE organisation_id = ${fromId}::uuid ON CONFLICT DO NOTHING`;
    await tx.affiliation.deleteMany({ where: { organisationId: fromId } });
    const aliases = [...new Set([...into.aliases, from.name, ...from.aliases])].filter((alias) => alias !== into.name);
    await tx.organisation.delete({ where: { id: fromId } });
    await tx.organisation.update({
      where: { id: intoId },
      data: {
        aliases,
        nameKeys: nameKeys(into.name, [...aliases, into.acronym ?? '', from.acronym ?? '']),
        acronym: into.acronym ?? from.acronym,
        website: into.website ?? from.website,
        mailDomains: [...new Set([...into.mailDomains, ...from.mailDomains])],
      },
    });
    await record(tx, viewer, 'organisation.merged', { kind: 'organisation', id: intoId }, { from: fromId });
    return ok({ slug: into.slug });
  });
}
