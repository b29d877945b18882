import { rows } from '@/lib/db';
import { runsJury } from '@/lib/jury/policy';
import type { StageDetail } from '@/lib/jury/queries/stages';
import type { Viewer } from '@/lib/viewer';

export type Announcement = {
  /** State → number of files, of those an announcement concerns. */
  tally: { state: string; count: number }[];
  undecided: number;
  scheduledFor: Date | null;
};

/** What publishing a call's results would announce, and when it is to happen. */
export async function announcement(viewer: Viewer, stage: StageDetail): Promise<Announcement | null> {
  if (!runsJury(viewer)) return null;
  const [states, [next]] = await Promise.all([
    rows<{ state: string; count: number }>(
      `SELECT state::text AS state, count(*)::int AS count FROM application
       WHERE call_id = $1 AND state NOT IN ('draft', 'withdrawn') GROUP BY state ORDER BY state`,
      [stage.callId],
    ),
    rows<{ at: Date }>(
      'SELECT at FROM publication WHERE call_id = $1 AND published_at IS NULL AND cancelled_at IS NULL ORDER BY created_at DESC LIMIT 1',
      [stage.callId],
    ),
  ]);
  const open = new Set(['submitted', 'eligible']);
  return {
    tally: states.filter(({ state }) => !open.has(state)),
    undecided: states.filter(({ state }) => open.has(state)).reduce((sum, { count }) => sum + count, 0),
    scheduledFor: next?.at ?? null,
  };
}
