import { rows } from '@/lib/db';
import type { Anonymity } from '@/lib/jury/anonymity';
import { READABLE_FILE, runsJury } from '@/lib/jury/policy';
import { withShownTitles } from '@/lib/jury/queries/source';
import type { StageDetail } from '@/lib/jury/queries/stages';
import type { Viewer } from '@/lib/viewer';

export type PaperSheet = { who: string; reference: string; title: string };

/** The grids still to be filled, by juror or by panel, each file named as its jurors may read it; nobody gets one they may not read. */
export async function paperSheets(viewer: Viewer, stage: StageDetail): Promise<PaperSheet[]> {
  if (!runsJury(viewer)) return [];
  const found = await rows<PaperSheet & { applicationId: string; anonymity: Anonymity }>(
    stage.rubric.marking === 'collective'
      ? `SELECT '№ ' || n.name AS who, coalesce(a.reference, '') AS reference, a.title, a.id AS "applicationId", s.rubric->'anonymity' AS anonymity
         FROM hearing h JOIN panel n ON n.id = h.panel_id JOIN stage s ON s.id = h.stage_id JOIN application a ON a.id = h.application_id
         WHERE h.stage_id = $1 AND h.sent_at IS NULL AND ${READABLE_FILE} ORDER BY n.position, h.position LIMIT 500`
      : `SELECT p.name AS who, coalesce(a.reference, '') AS reference, a.title, a.id AS "applicationId", s.rubric->'anonymity' AS anonymity
         FROM review_assignment ra JOIN stage s ON s.id = ra.stage_id JOIN application a ON a.id = ra.application_id
         JOIN person p ON p.id = ra.juror_id LEFT JOIN review r ON r.assignment_id = ra.id
         WHERE ra.stage_id = $1 AND r.sent_at IS NULL AND ${READABLE_FILE}
           AND NOT EXISTS (SELECT 1 FROM jury_conflicts(ARRAY[p.id], ARRAY[a.id]))
         ORDER BY p.name, p.id, a.reference LIMIT 500`,
    [stage.id],
  );
  return (await withShownTitles(viewer, found)).map(({ who, reference, title }) => ({ who, reference, title }));
}
