import { rows, type Tx } from '@/lib/db';
import { jurorIdOf, openTo, READABLE_FILE, runsJury } from '@/lib/jury/policy';
import { FOLLOWS } from '@/lib/jury/queries/hearing';
import { masked } from '@/lib/jury/queries/source';
import { type StageDetail, UUID } from '@/lib/jury/queries/stages';
import type { Viewer } from '@/lib/viewer';

/** SQL: the reading or the hearing $1, if its juror $3 may open it now. */
const PLACE = `SELECT s.id AS "stageId", a.id AS "applicationId", s.closed_at, s.closes_at FROM review_assignment ra
  JOIN stage s ON s.id = ra.stage_id JOIN application a ON a.id = ra.application_id WHERE ra.id = $1::uuid AND ${openTo('$3')}
  UNION ALL SELECT s.id, a.id, s.closed_at, s.closes_at FROM hearing h JOIN panel n ON n.id = h.panel_id JOIN stage s ON s.id = h.stage_id
  JOIN application a ON a.id = h.application_id WHERE h.id = $1::uuid AND ${FOLLOWS}`;

type Place = { stageId: string; applicationId: string; closed_at: Date | null; closes_at: Date | null };

/** Where a juror reads or hears a file, when it is open to them. */
export async function openPlace(viewer: Viewer, placeId: string, tx?: Tx): Promise<Place | undefined> {
  const values = [placeId, runsJury(viewer), jurorIdOf(viewer)];
  const found = tx ? await tx.$queryRawUnsafe<Place[]>(PLACE, ...values) : await rows<Place>(PLACE, values);
  return found[0];
}

export type JurorQuestion = {
  id: string;
  text: string;
  mine: boolean;
  state: QuestionState;
  answer: string;
  answeredAt: Date | null;
};
type QuestionState = 'proposed' | 'sent' | 'answered' | 'withdrawn';

/** The questions of a file as its jurors read them: their own, and every one that was sent, with its answer. */
export async function questionsForJuror(viewer: Viewer, placeId: string): Promise<JurorQuestion[]> {
  const place = UUID.test(placeId) ? await openPlace(viewer, placeId) : undefined;
  if (!place) return [];
  const found = await rows<JurorQuestion>(
    `SELECT q.id, CASE WHEN q.sent_at IS NULL AND q.asked <> '' THEN q.asked ELSE q.body END AS text, q.by_id = $2::uuid AS mine, q.state,
       q.answer, q.answered_at AS "answeredAt"
     FROM hearing_question q WHERE q.application_id = $1 AND (q.state IN ('sent', 'answered') OR q.by_id = $2::uuid)
     ORDER BY q.created_at, q.id LIMIT 100`,
    [place.applicationId, jurorIdOf(viewer)],
  );
  const say = await masked(viewer, place);
  return found.map((one) => ({ ...one, text: say(one.text), answer: say(one.answer) }));
}

export type StageQuestion = {
  id: string;
  applicationId: string;
  reference: string;
  title: string;
  by: string;
  body: string;
  /** The words it was asked in, when it was worded again. */
  asked: string;
  state: QuestionState;
  dueAt: Date | null;
  answer: string;
  answeredAt: Date | null;
  createdAt: Date;
};

/** Every question asked of a stage's files, those that wait for the coordination first. */
export async function questionsOfStage(viewer: Viewer, stage: StageDetail): Promise<StageQuestion[]> {
  if (!runsJury(viewer)) return [];
  return rows<StageQuestion>(
    `SELECT q.id, a.id AS "applicationId", coalesce(a.reference, '') AS reference, a.title, p.name AS by, q.body, q.asked, q.state,
       q.due_at AS "dueAt", q.answer, q.answered_at AS "answeredAt", q.created_at AS "createdAt"
     FROM hearing_question q JOIN application a ON a.id = q.application_id JOIN person p ON p.id = q.by_id
     WHERE a.call_id = $1 AND ${READABLE_FILE}
     ORDER BY array_position(ARRAY['proposed', 'sent', 'answered', 'withdrawn'], q.state::text), a.reference, q.created_at, q.id LIMIT 500`,
    [stage.callId],
  );
}
