import { rows } from '@/lib/db';

export type Limit = { count: number; seconds: number };

/**
 * Counts one act against each key in fixed windows kept in PostgreSQL, so that every process sees the same.
 * Returns the seconds to wait when any key is over its limit, else 0.
 */
export async function overLimit(keys: string[], limit: Limit, now: Date): Promise<number> {
  const window = new Date(Math.floor(now.getTime() / (limit.seconds * 1_000)) * limit.seconds * 1_000);
  const counted = await rows<{ count: number }>(
    `INSERT INTO rate_limit (key, window_start, count) SELECT unnest($1::text[]), $2, 1
     ON CONFLICT (key, window_start) DO UPDATE SET count = rate_limit.count + 1 RETURNING count`,
    [[...new Set(keys)].sort(), window],
  );
  if (counted.every((row) => row.count <= limit.count)) return 0;
  return Math.max(1, Math.ceil((window.getTime() + limit.seconds * 1_000 - now.getTime()) / 1_000));
}
