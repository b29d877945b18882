import { rows } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export type HistoryLine = {
  id: string;
  at: Date;
  name: string;
  by: string | null;
  system: boolean;
  data: Record<string, unknown>;
  /** The reason of the decision it tells of, when it tells of one. */
  reason: string | null;
  /** The name of the person it is about: entrusted to, read by. */
  to: string | null;
};

/** Who did what to a file, newest first, from the record of events; autosaves are told in bursts and reading is left out. One query. */
export async function fileHistory(viewer: Viewer, applicationId: string, limit = 200): Promise<HistoryLine[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<HistoryLine>(
    `SELECT e.id::text, e.at, e.name, p.name AS by, e.actor_kind = 'system' AS system, e.payload::jsonb AS data, d.reason, t.name AS to
     FROM event e LEFT JOIN person p ON e.actor_kind = 'person' AND p.id::text = e.actor_id
     LEFT JOIN decision d ON d.id::text = e.payload::jsonb->>'decision'
     LEFT JOIN person t ON t.id::text = e.payload::jsonb->>'to'
     WHERE e.subject_kind = 'application' AND e.subject_id = $1 AND e.name NOT IN ('application.messages_read', 'application.mention_seen')
     ORDER BY e.id DESC LIMIT $2`,
    [applicationId, limit],
  );
}
