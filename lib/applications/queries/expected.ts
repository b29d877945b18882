import { examinedSql, examinedValues, writtenSql } from '@/lib/applications/policy';
import { NEXT_STEP, STANDING } from '@/lib/applications/queries/standing';
import { rows } from '@/lib/db';
import type { Awaiting } from '@/lib/today';
import { isCoordinator, type PersonViewer, type Viewer } from '@/lib/viewer';

type Line = { id: string; words: string; title: string; place: string; due: Date | null; count: number; zone?: string };

/** What is asked of those who made a file: a correction, questions for the hearing, a message to read. One query. */
async function asApplicant(viewerId: string, email: string): Promise<Line[]> {
  return rows<Line>(
    `WITH mine AS (SELECT a.id, COALESCE(NULLIF(a.title, ''), a.reference, k.title) AS title, k.time_zone AS zone FROM application a JOIN call k ON k.id = a.call_id WHERE a.state NOT IN ('draft', 'withdrawn') AND ${writtenSql(1)})
     SELECT 'correction:' || c.id AS id, 'answerCorrection' AS words, mine.title, '/my-applications/' || mine.id || '/corrections/' || c.id AS place,
       c.due_at AS due, cardinality(c.field_ids) AS count, mine.zone
       FROM mine JOIN correction c ON c.application_id = mine.id AND c.state = 'open'
     UNION ALL SELECT 'questions:' || mine.id, 'answerQuestions', mine.title, '/my-applications/' || mine.id || '/questions', min(q.due_at), count(*)::int, mine.zone
       FROM mine JOIN hearing_question q ON q.application_id = mine.id AND q.state = 'sent' GROUP BY mine.id, mine.title, mine.zone
     UNION ALL SELECT 'message:' || mine.id, 'readMessage', mine.title, '/my-applications/' || mine.id || '/messages', NULL, count(*)::int, mine.zone
       FROM mine JOIN file_message m ON m.application_id = mine.id AND m.side = 'team' AND m.seen_at IS NULL GROUP BY mine.id, mine.title, mine.zone
     LIMIT 50`,
    [viewerId, email],
  );
}

/** Files given to read for pre-selection, those entrusted to somebody invited, notes that call the viewer on files they examine. One query. */
async function asReader(viewer: PersonViewer): Promise<Line[]> {
  return rows<Line>(
    `SELECT 'readings:' || k.id AS id, 'readFiles' AS words, k.title,
       CASE WHEN count(*) = 1 THEN '/readings/' || min(r.id::text) ELSE '/readings' END AS place, min(r.due_at) AS due, count(*)::int AS count
     FROM reading r JOIN application a ON a.id = r.application_id JOIN call k ON k.id = a.call_id
     WHERE r.reader_id = $1::uuid AND r.sent_at IS NULL AND a.state IN ('submitted', 'eligible') GROUP BY k.id
     UNION ALL SELECT 'examining:' || k.id, 'examineEntrusted', k.title, '/examining', NULL, count(*)::int
     FROM call_instructor v JOIN call k ON k.id = v.call_id AND k.results_published_at IS NULL
     JOIN application a ON a.call_id = k.id AND a.instructor_id = v.person_id AND a.state = 'submitted'
     WHERE v.person_id = $1::uuid AND v.ended_at IS NULL GROUP BY k.id
     UNION ALL SELECT 'mention:' || a.id, 'readMention', a.title, '/admin/applications/' || a.id || '#notes', NULL, count(*)::int
     FROM note_mention m JOIN file_note n ON n.id = m.note_id AND n.removed_at IS NULL JOIN application a ON a.id = n.application_id
     WHERE m.person_id = $1::uuid AND m.seen_at IS NULL AND ${examinedSql(2)} GROUP BY a.id LIMIT 50`,
    [viewer.id, ...examinedValues(viewer)],
  );
}

/** What the files entrusted to them (or to nobody, for messages) await. One query. */
async function asInstructor(viewerId: string): Promise<Line[]> {
  return rows<Line>(
    `WITH file AS (SELECT a.id, a.title, a.call_id, a.instructor_id, ${NEXT_STEP} AS next FROM application a ${STANDING}
       JOIN call live ON live.id = a.call_id AND live.results_published_at IS NULL
       WHERE a.state <> 'draft' AND (a.instructor_id = $1::uuid OR (a.instructor_id IS NULL AND EXISTS (
         SELECT 1 FROM file_message m WHERE m.application_id = a.id AND m.side = 'applicant' AND m.settled_at IS NULL))))
     SELECT f.next || ':' || f.id AS id, CASE f.next WHEN 'answer_message' THEN 'answerMessage' WHEN 'review_correction' THEN 'reviewCorrection' ELSE 'correctionMissed' END AS words,
       f.title, '/admin/applications/' || f.id || '/messages' AS place, NULL::timestamptz AS due, 1 AS count
       FROM file f WHERE f.next IN ('answer_message', 'review_correction', 'correction_missed')
     UNION ALL SELECT f.next || ':' || k.id, CASE f.next WHEN 'decide_eligibility' THEN 'decideEligibility' WHEN 'send_questions' THEN 'sendQuestions' ELSE 'decidePreselection' END,
       k.title, '/admin/calls/' || k.slug || '/applications?instructor=me&next=' || f.next, NULL, count(*)::int
       FROM file f JOIN call k ON k.id = f.call_id WHERE f.instructor_id = $1::uuid AND f.next IN ('decide_eligibility', 'decide_preselection', 'send_questions')
       GROUP BY f.next, k.id
     LIMIT 60`,
    [viewerId],
  );
}

/** The lines of Today that files bring, for whoever they concern. */
export async function expectedOf(viewer: Viewer): Promise<Awaiting[]> {
  if (viewer.kind !== 'person') return [];
  const lists = await Promise.all([
    asApplicant(viewer.id, viewer.email),
    asReader(viewer),
    isCoordinator(viewer) ? asInstructor(viewer.id) : [],
  ]);
  return lists.flat().map(({ id, words, title, place, due, count, zone }) => ({
    id,
    words,
    values: { title, count },
    href: place,
    due,
    zone,
  }));
}
