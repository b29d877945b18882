/**
 * Alumni is nobody's role: it is having been a fellow and being one no more. `p` is the person. A role without an end of
 * its own ends with its cohort.
 */
export const ALUMNI_SQL = `(SELECT bool_and(COALESCE(f."to", h.ends_on) < current_date) IS TRUE FROM role_assignment f
  LEFT JOIN cohort h ON h.id = f.cohort_id WHERE f.person_id = p.id AND f.kind = 'fellow')`;
