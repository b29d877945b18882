import { randomBytes } from 'node:crypto';
import type { Prisma, Tx } from '@/lib/db';
import type { Kind, Row } from '@/lib/exchange/memory';
import type { Writes } from '@/lib/exchange/planner';
import { slugify } from '@/lib/people/names';

type Type = 'text' | 'uuid' | 'integer' | 'double precision' | 'jsonb' | 'text[]' | '"OrganisationKind"' | '"RoleKind"';
const NAMED = {
  name: ['name', 'text'],
  aliases: ['aliases', 'text[]'],
  nameKeys: ['name_keys', 'text[]'],
  extra: ['extra', 'jsonb'],
} as const;

/** Each table and the columns an import may change: written one column at a time, for all rows at once. */
const TABLES: {
  [kind in Kind]: { table: string; touch: string; columns: { [field: string]: readonly [string, Type] } };
} = {
  cohort: { table: 'cohort', touch: 'updated_at = now()', columns: { year: ['year', 'integer'], extra: NAMED.extra } },
  organisation: {
    table: 'organisation',
    touch: 'updated_at = now()',
    columns: {
      ...NAMED,
      acronym: ['acronym', 'text'],
      kind: ['kind', '"OrganisationKind"'],
      parentId: ['parent_id', 'uuid'],
      website: ['website', 'text'],
    },
  },
  person: {
    table: 'person',
    touch: 'updated_at = now()',
    columns: {
      ...NAMED,
      headline: ['headline', 'text'],
      bio: ['bio', 'text'],
      links: ['links', 'jsonb'],
      skills: ['skills', 'text[]'],
    },
  },
  challenge: {
    table: 'challenge',
    touch: 'updated_at = now(), version = t.version + 1',
    columns: {
      ...{
        title: ['title', 'text'],
        aliases: NAMED.aliases,
        nameKeys: NAMED.nameKeys,
        extra: NAMED.extra,
        tagline: ['tagline', 'text'],
      },
      ...{
        body: ['body', 'text'],
        hostId: ['host_id', 'uuid'],
        backerId: ['backer_id', 'uuid'],
        towns: ['towns', 'text[]'],
      },
      ...{
        skills: ['skills', 'text[]'],
        themes: ['themes', 'text[]'],
        keyFigures: ['key_figures', 'jsonb'],
        links: ['links', 'jsonb'],
      },
      durationMonths: ['duration_months', 'double precision'],
    },
  },
  role: { table: 'role_assignment', touch: '', columns: { kind: ['kind', '"RoleKind"'] } },
};
const ORDER = ['cohort', 'organisation', 'person', 'challenge', 'role'] as const;

type Creator = { createMany: (args: { data: never[] }) => Promise<unknown> };
const creator = (tx: Tx, kind: Kind): Creator =>
  ({
    cohort: tx.cohort,
    organisation: tx.organisation,
    person: tx.person,
    challenge: tx.challenge,
    role: tx.roleAssignment,
  })[kind] as unknown as Creator;

/** Writes a whole plan, in the transaction of the import that records it. */
export async function writePlan(tx: Tx, writes: Writes): Promise<void> {
  for (const kind of ORDER) {
    const rows = writes.creates.filter((create) => create.kind === kind).map((create) => create.data);
    if (rows.length > 0) await creator(tx, kind).createMany({ data: (await slugged(tx, kind, rows)) as never[] });
  }
  for (const kind of ORDER) await updateColumns(tx, kind, writes);
  await keepRecords(tx, writes.records);
}

async function updateColumns(tx: Tx, kind: Kind, { updates }: Writes): Promise<void> {
  const own = updates.filter((update) => update.kind === kind);
  const { table, touch, columns } = TABLES[kind];
  for (const [field, [column, type]] of Object.entries(columns)) {
    const changed = own.filter(({ data }) => field in data);
    if (changed.length === 0) continue;
    const value = type === 'text[]' ? 'ARRAY(SELECT jsonb_array_elements_text(u.value::jsonb))' : `u.value::${type}`;
    const values = changed.map(({ data }) =>
      type === 'text[]' || type === 'jsonb' ? JSON.stringify(data[field]) : asText(data[field]),
    );
    await tx.$executeRawUnsafe(
      `UPDATE ${table} t SET ${column} = ${value} FROM unnest($1::uuid[], $2::text[]) AS u(id, value) WHERE t.id = u.id`,
      changed.map(({ id }) => id),
      values,
    );
  }
  const ids = own.map(({ id }) => id);
  if (touch && ids.length > 0)
    await tx.$executeRawUnsafe(`UPDATE ${table} t SET ${touch} WHERE t.id = ANY($1::uuid[])`, ids);
}

const asText = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

async function keepRecords(tx: Tx, records: Writes['records']): Promise<void> {
  await tx.importRecord.deleteMany({ where: { entityId: { in: records.map(({ entityId }) => entityId) } } });
  await tx.importRecord.createMany({
    data: records.map(({ kind, entityId, keys, values, dialect, file, made }) => ({
      ...{ kind, entityId, keys, dialect, file, made },
      values: values as Prisma.InputJsonObject,
    })),
  });
}

/** Addresses that no other row has: a challenge's cohort tells apart those of one title. */
async function slugged(tx: Tx, kind: Kind, rows: Row[]): Promise<Row[]> {
  if (kind === 'role') return rows;
  const found = await tx.$queryRawUnsafe<{ slug: string }[]>(`SELECT slug FROM ${TABLES[kind].table}`);
  const taken = new Set(found.map(({ slug }) => slug));
  const cohorts = kind === 'challenge' ? await tx.cohort.findMany({ select: { id: true, number: true } }) : [];
  const numbers = new Map(cohorts.map(({ id, number }) => [id, slugify(number)]));
  return rows.map((row) => {
    const base = slugify(String(row.slug ?? row.title ?? row.name));
    const dated = numbers.get(String(row.cohortId));
    let slug = base;
    for (let n = 1; taken.has(slug); n++) slug = dated && n === 1 ? `${base}-${dated}` : `${base}-${n + 1}`;
    taken.add(slug);
    return { ...row, slug };
  });
}

/** A time-ordered identifier (RFC 9562, version 7), as the tables have. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
