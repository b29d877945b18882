import { createHash } from 'node:crypto';

/** What an import last wrote in a field: the value's digest, and the rank of the dialect that said it. */
export type Written = { h: string; d: number };
export type Provenance = { [field: string]: Written };

export type Merged = {
  /** Fields to write. */
  changes: { [field: string]: unknown };
  provenance: Provenance;
  /** Fields changed here by hand that the site now says otherwise. */
  edited: string[];
};

/**
 * Three ways: the row as it is, what an import last wrote in it, what the site says now. A field changed by hand is left
 * alone; a newer dialect's value is not undone by an older one; a site that says nothing changes nothing.
 */
export function mergeFields(
  row: { [field: string]: unknown },
  said: { [field: string]: unknown },
  written: Provenance,
  rank: number,
  take: (field: string) => boolean,
): Merged {
  const merged: Merged = { changes: {}, provenance: { ...written }, edited: [] };
  for (const [field, value] of Object.entries(said)) {
    if (isEmpty(value)) continue;
    const next = { h: digest(value), d: rank };
    const now = digest(row[field]);
    const last = written[field];
    if (now === next.h) {
      if (last?.h !== next.h || last.d < rank) merged.provenance[field] = next;
      continue;
    }
    const untouched = isEmpty(row[field]) ? last === undefined : last?.h === now;
    if (untouched ? (last?.d ?? -1) > rank : last?.h === next.h || (last?.d ?? -1) > rank) continue;
    if (untouched || take(field)) {
      merged.changes[field] = value;
      merged.provenance[field] = next;
    } else merged.edited.push(field);
  }
  return merged;
}

export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0;
}

/** The same digest for the same value, whatever the order in which the database gives its keys back. */
export function digest(value: unknown): string {
  return createHash('sha256').update(stable(value)).digest('base64url').slice(0, 16);
}

export function stable(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${pairs
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${stable(item)}`)
    .join(',')}}`;
}
