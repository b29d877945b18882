import { COLLEAGUES } from '@/lib/applications/queries/colleagues';
import { NEXT_STEP, STANDING } from '@/lib/applications/queries/standing';
import type { Clock } from '@/lib/clock';
import { rows } from '@/lib/db';
import { isCoordinator, personId, type Viewer } from '@/lib/viewer';

export type ViewLine = { id: string; name: string; query: string; shared: boolean; mine: boolean; by: string };

/** The viewer's saved views, then those the team shares. One query. */
export async function savedViews(viewer: Viewer): Promise<ViewLine[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<ViewLine>(
    `SELECT v.id, v.name, v.query, v.shared, v.owner_id = $1::uuid AS mine, p.name AS by FROM saved_view v JOIN person p ON p.id = v.owner_id
     WHERE v.shared OR v.owner_id = $1::uuid ORDER BY v.owner_id <> $1::uuid, lower(v.name) LIMIT 100`,
    [personId(viewer)],
  );
}

export type LastAct = { id: string; kind: string; count: number; at: Date };
const UNDOABLE_MS = 10 * 60_000;

/** What the viewer last did on this board, while it can be undone: ten minutes. */
export async function lastAct(viewer: Viewer, callId: string, clock: Clock): Promise<LastAct | null> {
  if (!isCoordinator(viewer)) return null;
  const [act] = await rows<LastAct>(
    `SELECT id, kind, jsonb_array_length(changes)::int AS count, created_at AS at FROM file_act
     WHERE call_id = $1::uuid AND by_id = $2::uuid AND undone_at IS NULL AND created_at > $3 ORDER BY created_at DESC LIMIT 1`,
    [callId, personId(viewer), new Date(clock().getTime() - UNDOABLE_MS)],
  );
  return act ?? null;
}

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
