import type { Tx } from '@/lib/db';
import { nameKeys } from '@/lib/people/names';

export type Joinable = 'person' | 'challenge' | 'organisation';

/** Puts a row that an import made into the one it turned out to be. A row that has a life of its own is left alone. */
export async function join(tx: Tx, kind: Joinable, fromId: string, intoId: string): Promise<'joined' | 'in_use'> {
  const done =
    kind === 'person'
      ? await joinPeople(tx, fromId, intoId)
      : kind === 'challenge'
        ? await joinChallenges(tx, fromId, intoId)
        : await joinBodies(tx, fromId, intoId);
  if (done) await joinKeys(tx, kind, fromId, intoId);
  return done ? 'joined' : 'in_use';
}

async function joinPeople(tx: Tx, fromId: string, intoId: string): Promise<boolean> {
  const select = {
    name: true,
    email: true,
    aliases: true,
    _count: { select: { sessions: true, accounts: true, positions: true } },
  };
  const [from, into] = await Promise.all([fromId, intoId].map((id) => tx.person.findUnique({ where: { id }, select })));
  if (!from || !into) return !from;
  if (from.email || from._count.sessions + from._count.accounts + from._count.positions > 0) return false;
  await moveRoles(tx, 'person_id', fromId, intoId);
  await tx.person.delete({ where: { id: fromId } });
  const aliases = others(into.name, [...into.aliases, from.name, ...from.aliases]);
  await tx.person.update({ where: { id: intoId }, data: { aliases, nameKeys: nameKeys(into.name, aliases) } });
  return true;
}

async function joinChallenges(tx: Tx, fromId: string, intoId: string): Promise<boolean> {
  const select = {
    title: true,
    aliases: true,
    applicationId: true,
    _count: { select: { positions: true, checklists: true, fundingLines: true } },
  };
  const [from, into] = await Promise.all(
    [fromId, intoId].map((id) => tx.challenge.findUnique({ where: { id }, select })),
  );
  if (!from || !into) return !from;
  if (from.applicationId || from._count.positions + from._count.checklists + from._count.fundingLines > 0) return false;
  await moveRoles(tx, 'challenge_id', fromId, intoId);
  await tx.challenge.delete({ where: { id: fromId } });
  const aliases = others(into.title, [...into.aliases, from.title, ...from.aliases]);
  await tx.challenge.update({
    where: { id: intoId },
    data: { aliases, nameKeys: nameKeys(into.title, aliases), version: { increment: 1 } },
  });
  return true;
}

async function joinBodies(tx: Tx, fromId: string, intoId: string): Promise<boolean> {
  const select = {
    name: true,
    aliases: true,
    parentId: true,
    _count: { select: { applications: true, affiliations: true } },
  };
  const [from, into] = await Promise.all(
    [fromId, intoId].map((id) => tx.organisation.findUnique({ where: { id }, select })),
  );
  if (!from || !into) return !from;
  if (from._count.applications + from._count.affiliations > 0 || into.parentId === fromId) return false;
  await tx.challenge.updateMany({ where: { hostId: fromId }, data: { hostId: intoId } });
  await tx.challenge.updateMany({ where: { backerId: fromId }, data: { backerId: intoId } });
  await tx.organisation.updateMany({ where: { parentId: fromId }, data: { parentId: intoId } });
  await tx.organisation.delete({ where: { id: fromId } });
  const aliases = others(into.name, [...into.aliases, from.name, ...from.aliases]);
  await tx.organisation.update({ where: { id: intoId }, data: { aliases, nameKeys: nameKeys(into.name, aliases) } });
  return true;
}

/** Roles both rows have are kept once. */
async function moveRoles(tx: Tx, column: 'person_id' | 'challenge_id', fromId: string, intoId: string): Promise<void> {
  const other = column === 'person_id' ? 'challenge_id' : 'person_id';
  const twin = `SELECT 1 FROM role_assignment o WHERE o.${column} = $2::uuid AND o.kind = r.kind
    AND o.${other} IS NOT DISTINCT FROM r.${other} AND o.cohort_id IS NOT DISTINCT FROM r.cohort_id`;
  await tx.$executeRawUnsafe(
    `DELETE FROM role_assignment r WHERE r.${column} = $1::uuid AND EXISTS (${twin})`,
    fromId,
    intoId,
  );
  await tx.$executeRawUnsafe(
    `UPDATE role_assignment SET ${column} = $2::uuid WHERE ${column} = $1::uuid`,
    fromId,
    intoId,
  );
}

/** What imports knew the first by now names the second. Roles' keys hold ids, and follow. */
async function joinKeys(tx: Tx, kind: Joinable, fromId: string, intoId: string): Promise<void> {
  const [from, into] = await Promise.all(
    [fromId, intoId].map((entityId) => tx.importRecord.findUnique({ where: { kind_entityId: { kind, entityId } } })),
  );
  if (!from) return;
  await tx.importRecord.delete({ where: { id: from.id } });
  const keys = [...new Set([...(into?.keys ?? []), ...from.keys])];
  const { dialect, file } = from;
  await tx.importRecord.upsert({
    where: { kind_entityId: { kind, entityId: intoId } },
    create: { kind, entityId: intoId, keys, dialect, file, made: false },
    update: { keys },
  });
  await tx.$executeRaw`DELETE FROM import_record WHERE kind = 'role' AND NOT EXISTS (SELECT 1 FROM role_assignment WHERE id = entity_id)
    AND EXISTS (SELECT 1 FROM unnest(keys) AS key WHERE key LIKE ${`%${fromId}%`})`;
  await tx.$executeRaw`UPDATE import_record SET keys = ARRAY(SELECT replace(key, ${fromId}, ${intoId}) FROM unnest(keys) AS key)
    WHERE kind = 'role' AND EXISTS (SELECT 1 FROM unnest(keys) AS key WHERE key LIKE ${`%${fromId}%`})`;
}

const others = (name: string, aliases: string[]): string[] => [...new Set(aliases)].filter((alias) => alias !== name);
