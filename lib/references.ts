import type { Tx } from '@/lib/db';

/**
 * Which of these identifiers any row names, whatever the table: foreign keys, and those kept without one ("by", lists).
 * Read from the catalogue, so that a table made tomorrow counts. Looks through whole tables: for rare acts only.
 */
export async function namedByRows(
  tx: Tx,
  ids: readonly string[],
  except: readonly string[] = [],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const columns = await tx.$queryRaw<{ table: string; column: string; name: string; list: boolean }[]>`
    SELECT c.table_name AS name, quote_ident(c.table_name) AS "table", quote_ident(c.column_name) AS "column", c.data_type = 'ARRAY' AS list
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name <> 'id' AND c.udt_name IN ('uuid', '_uuid')`;
  const parts = columns
    .filter(({ name }) => !except.includes(name))
    .map(({ table, column, list }) =>
      list
        ? `SELECT x::text AS id FROM ${table}, unnest(${column}) x WHERE ${column} && $1::uuid[] AND x = ANY ($1::uuid[])`
        : `SELECT ${column}::text FROM ${table} WHERE ${column} = ANY ($1::uuid[])`,
    );
  const named = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT DISTINCT id FROM (${parts.join(' UNION ALL ')}) n(id)`,
    [...ids],
  );
  return new Set(named.map(({ id }) => id));
}
