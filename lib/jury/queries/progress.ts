import { rows } from '@/lib/db';
import { READABLE_FILE, runsJury } from '@/lib/jury/policy';
import { conflicts } from '@/lib/jury/queries/assignment';
import type { StageDetail } from '@/lib/jury/queries/stages';
import type { Viewer } from '@/lib/viewer';

export type Progress = {
  jurors: number;
  files: number;
  given: number;
  assigned: number;
  sent: number;
  decided: number;
  conflictsToJudge: number;
  questionsToSend: number;
};

/** How far a stage is: what is there, what came back, what is decided. */
export async function stageProgress(viewer: Viewer, stage: StageDetail): Promise<Progress | null> {
  if (!runsJury(viewer)) return null;
  const [[counts], ties] = await Promise.all([
    rows<Omit<Progress, 'conflictsToJudge'>>(
      `SELECT (SELECT count(*)::int FROM juror j WHERE j.call_id = $1 AND j.state = 'accepted') AS jurors,
         count(*)::int AS files, count(*) FILTER (WHERE a.state <> 'eligible')::int AS decided,
         count(*) FILTER (WHERE EXISTS (SELECT 1 FROM review_assignment ra WHERE ra.stage_id = $2 AND ra.application_id = a.id))::int AS given,
         (SELECT count(*)::int FROM review_assignment ra WHERE ra.stage_id = $2) AS assigned,
         (SELECT count(*)::int FROM hearing_question q JOIN application x ON x.id = q.application_id
           WHERE x.call_id = $1 AND q.state = 'proposed') AS "questionsToSend",
         (SELECT count(*)::int FROM review_assignment ra JOIN review r ON r.assignment_id = ra.id
           WHERE ra.stage_id = $2 AND r.sent_at IS NOT NULL) AS sent
       FROM application a WHERE a.call_id = $1 AND ${READABLE_FILE}`,
      [stage.callId, stage.id],
    ),
    conflicts(viewer, stage),
  ]);
  if (!counts) return null;
  const waiting = ties.filter(({ state }) => state === 'declared' || state === 'proposed').length;
  return { ...counts, conflictsToJudge: waiting };
}
