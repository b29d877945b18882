/**
 * Where files stand, as SQL over `application a`: what was written last, the last correction asked for, readings and
 * questions for the hearing. Each part is one look in an index, so a page of fifty costs fifty and not ten thousand.
 */
export const STANDING = `
  LEFT JOIN LATERAL (SELECT m.side, m.settled_at, m.created_at FROM file_message m WHERE m.application_id = a.id
    ORDER BY m.created_at DESC, m.id DESC LIMIT 1) said ON true
  LEFT JOIN LATERAL (SELECT c.state, c.due_at, c.reviewed_at FROM correction c WHERE c.application_id = a.id
    ORDER BY c.created_at DESC, c.id DESC LIMIT 1) asked ON true
  LEFT JOIN LATERAL (SELECT count(*)::int AS given, count(r.sent_at)::int AS sent, min(r.due_at) FILTER (WHERE r.sent_at IS NULL) AS due_at
    FROM reading r WHERE r.application_id = a.id) read ON true
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE q.state = 'proposed')::int AS proposed, count(*) FILTER (WHERE q.state = 'sent')::int AS waiting,
      min(q.due_at) FILTER (WHERE q.state = 'sent') AS due_at
    FROM hearing_question q WHERE q.application_id = a.id AND q.state IN ('proposed', 'sent')) hearing ON true`;

/** One of NEXT_STEPS (lib/applications/next-step.ts), or null when nothing is awaited. */
export const NEXT_STEP = `CASE
  WHEN a.state IN ('draft', 'withdrawn') THEN NULL
  WHEN said.side = 'applicant' AND said.settled_at IS NULL THEN 'answer_message'
  WHEN asked.state = 'answered' AND asked.reviewed_at IS NULL THEN 'review_correction'
  WHEN asked.state = 'expired' AND asked.reviewed_at IS NULL THEN 'correction_missed'
  WHEN a.state = 'submitted' AND a.instructor_id IS NULL THEN 'entrust'
  WHEN asked.state = 'open' THEN 'await_correction'
  WHEN a.state = 'submitted' THEN 'decide_eligibility'
  WHEN hearing.waiting > 0 THEN 'await_answers'
  WHEN a.state = 'preselected' AND hearing.proposed > 0 THEN 'send_questions'
  WHEN a.state IN ('eligible', 'preselected') AND EXISTS (SELECT 1 FROM review_assignment v WHERE v.application_id = a.id) THEN 'at_jury'
  WHEN a.state = 'eligible' AND read.given = 0 THEN 'give_readers'
  WHEN a.state = 'eligible' AND read.sent < read.given THEN 'await_readings'
  WHEN a.state = 'eligible' THEN 'decide_preselection'
  END`;

/** By when, for the step above. */
export const NEXT_DUE = `CASE
  WHEN asked.state = 'open' THEN asked.due_at
  WHEN hearing.waiting > 0 THEN hearing.due_at
  WHEN a.state = 'eligible' AND read.sent < read.given THEN read.due_at
  END`;
