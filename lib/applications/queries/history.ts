import { examines } from '@/lib/applications/queries/examiner';
import { rows } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

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

/** $1 the file: who did what to it, newest first, from the record of events; reading is left out. */
export const HISTORY = `SELECT e.id::text, e.at, e.name, p.name AS by, e.actor_kind = 'system' AS system, e.payload::jsonb AS data, d.reason, t.name AS to
  FROM event e LEFT JOIN person p ON p.id = CASE WHEN e.actor_kind = 'person' THEN e.actor_id::uuid END
  LEFT JOIN decision d ON d.id = (e.payload::jsonb->>'decision')::uuid
  LEFT JOIN person t ON t.id = CASE WHEN e.payload::jsonb->>'to' ~ '^[0-9a-f-]{36}$' THEN (e.payload::jsonb->>'to')::uuid END
  WHERE e.subject_kind = 'application' AND e.subject_id = $1::uuid::text AND e.name NOT IN ('application.messages_read', 'application.mention_seen')
  ORDER BY e.id DESC`;

/** The whole of it. One query. */
export async function fileHistory(viewer: Viewer, applicationId: string): Promise<HistoryLine[]> {
  if (!(await examines(viewer, applicationId))) return [];
  return rows<HistoryLine>(`${HISTORY} LIMIT 200`, [applicationId]);
}
