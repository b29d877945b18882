import type { Clock } from '@/lib/clock';
import { rows } from '@/lib/db';
import { env } from '@/lib/env';
import { publishResults } from '@/lib/jury/commands/publish';
import { runsJury } from '@/lib/jury/policy';
import { log } from '@/lib/log';
import type { Viewer } from '@/lib/viewer';

/**
 * Publishes the results whose hour has come. One that is refused (a file left undecided) waits, and says so in the log:
 * nothing half-announced ever leaves. Returns how many were published.
 */
export async function publishDue(viewer: Viewer, clock: Clock): Promise<number> {
  if (!runsJury(viewer)) return 0;
  const due = await rows<{ call_id: string }>(
    'SELECT DISTINCT call_id FROM publication WHERE published_at IS NULL AND cancelled_at IS NULL AND at <= $1 LIMIT 20',
    [clock()],
  );
  let published = 0;
  for (const { call_id: callId } of due) {
    const result = await publishResults(viewer, callId, { clock, baseUrl: env().NEXTAUTH_URL });
    if (result.ok) published++;
    else log.warn({ call: callId, reason: result.reason }, 'results not published at their hour');
  }
  return published;
}
