import { rows } from '@/lib/db';
import type { Marks } from '@/lib/jury/marks';
import { jurorIdOf, openTo, runsJury } from '@/lib/jury/policy';
import { FOLLOWS } from '@/lib/jury/queries/hearing';
import type { Viewer } from '@/lib/viewer';

/** What a grid said before it was amended. */
export type Version = {
  id: string;
  version: number;
  at: Date;
  /** Who wrote over it; empty for a juror's own review. */
  by: string;
  marks: Marks;
  comments: Record<string, string>;
  comment: string;
  verdict: string | null;
  favourite: boolean;
  abstained: boolean;
};

const CONTENT = (
  alias: string,
) => `${alias}.content->'marks' AS marks, coalesce(${alias}.content->'comments', '{}') AS comments,
  coalesce(${alias}.content->>'comment', '') AS comment, ${alias}.content->>'verdict' AS verdict,
  coalesce((${alias}.content->>'favourite')::boolean, false) AS favourite, coalesce((${alias}.content->>'abstained')::boolean, false) AS abstained`;

/** The earlier versions of one's own sent review, newest first. */
export async function reviewHistory(viewer: Viewer, assignmentId: string): Promise<Version[]> {
  return rows<Version>(
    `SELECT v.id, v.version, v.created_at AS at, '' AS by, ${CONTENT('v')}
     FROM review_revision v JOIN review r ON r.id = v.review_id JOIN review_assignment ra ON ra.id = r.assignment_id
     JOIN stage s ON s.id = ra.stage_id JOIN application a ON a.id = ra.application_id
     WHERE ra.id = $2 AND ${openTo('$1')} ORDER BY v.version DESC LIMIT 50`,
    [jurorIdOf(viewer), assignmentId],
  );
}

/** The versions of a panel's grid that were sent and then amended, for those who follow the hearing. */
export async function hearingHistory(viewer: Viewer, hearingId: string): Promise<Version[]> {
  return rows<Version>(
    `SELECT v.id, v.version, v.created_at AS at, coalesce(p.name, '') AS by, ${CONTENT('v')}
     FROM hearing_revision v JOIN hearing h ON h.id = v.hearing_id JOIN panel n ON n.id = h.panel_id JOIN stage s ON s.id = h.stage_id
     JOIN application a ON a.id = h.application_id LEFT JOIN person p ON p.id = v.by_id
     WHERE h.id = $1 AND v.content->>'sentAt' IS NOT NULL AND ${FOLLOWS} ORDER BY v.version DESC LIMIT 50`,
    [hearingId, runsJury(viewer), jurorIdOf(viewer)],
  );
}
