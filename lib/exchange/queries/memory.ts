import { db, type Tx } from '@/lib/db';
import type { Choice, Choices } from '@/lib/exchange/issues';
import { emptyRows, type Kind, type Known, Memory, type Row } from '@/lib/exchange/memory';
import type { Provenance } from '@/lib/exchange/merge';
import { mayImport } from '@/lib/exchange/policy';
import type { Viewer } from '@/lib/viewer';

/** The rows an import compares a site with; nothing for those who may not import. */
export async function importMemory(viewer: Viewer, tx: Tx = db): Promise<Memory> {
  if (!mayImport(viewer)) return new Memory(emptyRows(), []);
  const cohorts = await tx.cohort.findMany({
    select: { id: true, number: true, name: true, year: true, extra: true },
  });
  const organisations = await tx.organisation.findMany({
    select: {
      id: true,
      name: true,
      acronym: true,
      aliases: true,
      kind: true,
      parentId: true,
      website: true,
      extra: true,
    },
  });
  const people = await tx.person.findMany({
    select: {
      id: true,
      name: true,
      aliases: true,
      email: true,
      headline: true,
      bio: true,
      links: true,
      skills: true,
      extra: true,
    },
  });
  const challenges = await tx.challenge.findMany({
    select: {
      ...{
        id: true,
        title: true,
        aliases: true,
        cohortId: true,
        tagline: true,
        body: true,
        hostId: true,
        backerId: true,
        towns: true,
      },
      ...{ skills: true, themes: true, keyFigures: true, links: true, durationMonths: true, extra: true },
    },
  });
  const roles = await tx.roleAssignment.findMany({
    select: { id: true, personId: true, kind: true, cohortId: true, challengeId: true },
  });
  const known = await tx.importRecord.findMany({
    select: { kind: true, entityId: true, keys: true, values: true, dialect: true, file: true, made: true },
    orderBy: { id: 'asc' },
  });
  const byId = (list: Row[]) => new Map(list.map((row) => [row.id, row]));
  const rows = {
    cohort: byId(cohorts),
    organisation: byId(organisations),
    person: byId(people),
    challenge: byId(challenges),
    role: byId(roles),
  };
  return new Memory(
    rows,
    known.map((record): Known => ({ ...record, kind: record.kind as Kind, values: record.values as Provenance })),
  );
}

/** What was answered to earlier imports. */
export async function importChoices(viewer: Viewer, tx: Tx = db): Promise<Choices> {
  if (!mayImport(viewer)) return new Map();
  const choices = await tx.importChoice.findMany({
    select: { fingerprint: true, act: true, targetId: true, targetKey: true },
  });
  const targets = choices.flatMap(({ targetId }) => targetId ?? []);
  const records = await tx.importRecord.findMany({
    where: { entityId: { in: targets } },
    select: { entityId: true, keys: true },
  });
  const keys = new Map(records.map((record) => [record.entityId, record.keys]));
  return new Map(
    choices.map(({ fingerprint, act, targetId, targetKey }): [string, Choice] => {
      if (act !== 'link') return [fingerprint, { act: act === 'create' ? 'create' : 'ignore' }];
      return [
        fingerprint,
        { act, target: targetId ?? '', keys: targetId ? (keys.get(targetId) ?? []) : [targetKey ?? ''] },
      ];
    }),
  );
}
