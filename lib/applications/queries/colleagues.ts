/** Those who examine files today, as SQL over `person p`: the coordination. */
export const COLLEAGUES = `p.disabled_at IS NULL AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id
  AND r.kind IN ('coordinator', 'director') AND (r."to" IS NULL OR r."to" >= current_date))`;

/** Those invited to examine files of the call named by this SQL. */
export const invitedTo = (call: string): string => `(p.disabled_at IS NULL AND EXISTS (SELECT 1 FROM call_instructor v
  WHERE v.person_id = p.id AND v.call_id = ${call} AND v.ended_at IS NULL))`;

/** Those who may read what is noted of a file, named by this SQL: the coordination, and somebody invited who has it in charge. */
export const notedFor = (file: string): string => `((${COLLEAGUES}) OR (p.disabled_at IS NULL AND EXISTS (
  SELECT 1 FROM application f JOIN call_instructor v ON v.call_id = f.call_id AND v.person_id = f.instructor_id
  WHERE f.id = ${file} AND f.instructor_id = p.id AND v.ended_at IS NULL)))`;

/** Those who may read a file for pre-selection: the coordination and its coaches, former fellows among them. */
export const READERS = `p.disabled_at IS NULL AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id
  AND r.kind IN ('coordinator', 'director', 'coach') AND (r."to" IS NULL OR r."to" >= current_date))`;
