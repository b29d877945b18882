import { rows } from '@/lib/db';

/** How many acts of each key one window of so many seconds allows. */
export type Limit = { keys: Record<string, number>; seconds: number };

/**
 * Counts one act against each key in fixed windows kept in PostgreSQL, so that every process sees the same.
 * Returns the seconds to wait when any key is over its limit, else 0.
 */
export async function overLimit(limit: Limit, now: Date): Promise<number> {
  const window = new Date(Math.floor(now.getTime() / (limit.seconds * 1_000)) * limit.seconds * 1_000);
  const counted = await rows<{ key: string; count: number }>(
    `INSERT INTO rate_limit (key, window_start, count) SELECT unnest($1::text[]), $2, 1
     ON CONFLICT (key, window_start) DO UPDATE SET count = rate_limit.count + 1 RETURNING key, count`,
    [Object.keys(limit.keys).sort(), window],
  );
  if (counted.every(({ key, count }) => count <= (limit.keys[key] ?? 0))) return 0;
  return Math.max(1, Math.ceil((window.getTime() + limit.seconds * 1_000 - now.getTime()) / 1_000));
}
