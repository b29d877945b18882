import { COLLEAGUES } from '@/lib/applications/queries/colleagues';
import { NEXT_STEP, STANDING } from '@/lib/applications/queries/standing';
import { rows } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export type Load = {
  id: string | null;
  name: string | null;
  files: number;
  toDecide: number;
  toAnswer: number;
  corrections: number;
  waiting: number;
  decided: number;
};

/** Who of the coordination has how many files of a call, and what these await. The last line is the files of nobody. One query. */
export async function workload(viewer: Viewer, callId: string): Promise<Load[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<Load>(
    `WITH file AS (SELECT a.instructor_id, a.state, ${NEXT_STEP} AS next FROM application a ${STANDING} WHERE a.call_id = $1::uuid AND a.state <> 'draft')
     SELECT p.id, p.name, count(f.state)::int AS files,
       count(*) FILTER (WHERE f.next IN ('decide_eligibility', 'decide_preselection', 'entrust', 'give_readers', 'send_questions'))::int AS "toDecide",
       count(*) FILTER (WHERE f.next = 'answer_message')::int AS "toAnswer",
       count(*) FILTER (WHERE f.next IN ('review_correction', 'correction_missed'))::int AS corrections,
       count(*) FILTER (WHERE f.next LIKE 'await_%')::int AS waiting,
       count(*) FILTER (WHERE f.state NOT IN ('submitted', 'withdrawn'))::int AS decided
     FROM (SELECT p.id, p.name FROM person p WHERE ${COLLEAGUES}
       OR EXISTS (SELECT 1 FROM application a WHERE a.call_id = $1::uuid AND a.instructor_id = p.id) UNION ALL SELECT NULL, NULL) p
     LEFT JOIN file f ON f.instructor_id IS NOT DISTINCT FROM p.id
     GROUP BY p.id, p.name ORDER BY p.name NULLS LAST`,
    [callId],
  );
}

export type DraftLine = { id: string; organisation: string; completeness: number; touchedAt: Date; startedAt: Date };

/** Drafts of a call: whose they are and how far they went, never what they say. One query. */
export async function draftsOf(
  viewer: Viewer,
  callId: string,
  page: number,
): Promise<{ lines: DraftLine[]; total: number }> {
  if (!isCoordinator(viewer)) return { lines: [], total: 0 };
  const lines = await rows<DraftLine & { total: number }>(
    `SELECT a.id, a.organisation_name AS organisation, a.completeness, a.updated_at AS "touchedAt", a.created_at AS "startedAt",
       count(*) OVER ()::int AS total
     FROM application a WHERE a.call_id = $1::uuid AND a.state = 'draft' ORDER BY a.completeness DESC, a.updated_at DESC, a.id LIMIT 50 OFFSET $2`,
    [callId, (page - 1) * 50],
  );
  return { lines: lines.map(({ total: _, ...one }) => one), total: lines[0]?.total ?? 0 };
}
