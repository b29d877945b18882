import { rows } from '@/lib/db';
import { READABLE_FILE, runsJury } from '@/lib/jury/policy';
import type { StageDetail } from '@/lib/jury/queries/stages';
import { type SentReview, type Standing, standings } from '@/lib/jury/standing';
import type { Viewer } from '@/lib/viewer';

export type RankedFile = {
  id: string;
  reference: string;
  title: string;
  organisation: string;
  state: string;
  /** Why it was last decided, empty when it was not. */
  reason: string;
  expected: number;
};

/** Two reads whatever the number of files: the files, and what their jurors sent; `words: false` leaves out what they wrote. */
export async function marksOfStage(
  viewer: Viewer,
  stage: StageDetail,
  { words = true } = {},
): Promise<{ files: RankedFile[]; reviews: SentReview[] }> {
  if (!runsJury(viewer)) return { files: [], reviews: [] };
  const [files, reviews] = await Promise.all([
    rows<RankedFile>(
      `SELECT a.id, coalesce(a.reference, '') AS reference, a.title, a.organisation_name AS organisation, a.state,
         coalesce((SELECT d.reason FROM decision d WHERE d.application_id = a.id AND d.undone_at IS NULL AND d.after = a.state
           ORDER BY d.created_at DESC LIMIT 1), '') AS reason,
         (SELECT count(*)::int FROM review_assignment ra WHERE ra.stage_id = $2 AND ra.application_id = a.id) AS expected
       FROM application a WHERE a.call_id = $1 AND ${READABLE_FILE} LIMIT 2000`,
      [stage.callId, stage.id],
    ),
    rows<SentReview>(
      stage.rubric.marking === 'collective'
        ? `SELECT h.id, h.application_id AS "applicationId", h.panel_id AS "jurorId", '№ ' || p.name AS juror, h.marks, ${words ? 'h.comments' : "'{}'::jsonb"} AS comments,
             concat_ws(E'\n', nullif(h.comment, ''), nullif(h.reason, '')) AS comment, h.verdict, h.rank, h.favourite, false AS abstained
           FROM hearing h JOIN panel p ON p.id = h.panel_id
           WHERE h.stage_id = $1 AND h.sent_at IS NOT NULL ORDER BY p.position, h.position`
        : `SELECT r.id, ra.application_id AS "applicationId", ra.juror_id AS "jurorId", p.name AS juror, r.marks, ${words ? 'r.comments' : "'{}'::jsonb"} AS comments,
             ${words ? 'r.comment' : "''"} AS comment, r.verdict, r.rank, r.favourite, r.abstained
           FROM review_assignment ra JOIN review r ON r.assignment_id = ra.id JOIN person p ON p.id = ra.juror_id
           WHERE ra.stage_id = $1 AND r.sent_at IS NOT NULL ORDER BY p.name, ra.id`,
      [stage.id],
    ),
  ]);
  return { files, reviews };
}

/** The files of a stage in order of their mean, with each mark. */
export async function ranking(viewer: Viewer, stage: StageDetail): Promise<Standing<RankedFile>[]> {
  const { files, reviews } = await marksOfStage(viewer, stage, { words: false });
  return standings(stage.rubric, files, reviews);
}
