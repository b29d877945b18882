import { db, rows } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export type IntakeCall = {
  id: string;
  slug: string;
  title: string;
  closesAt: Date;
  resultsPublishedAt: Date | null;
  cohort: string;
};
/** A call as the team examines it; null for who may not, as for a call that does not exist. */
export async function intakeCall(viewer: Viewer, slug: string): Promise<IntakeCall | null> {
  if (!isCoordinator(viewer)) return null;
  const [call] = await rows<IntakeCall>(
    `SELECT c.id, c.slug, c.title, c.closes_at AS "closesAt", c.results_published_at AS "resultsPublishedAt", k.name AS cohort
     FROM call c JOIN cohort k ON k.id = c.cohort_id WHERE c.slug = $1`,
    [slug],
  );
  return call ?? null;
}

export type Instructor = { id: string; name: string; load: number };

/** People who may be given files to examine, with how many of this call they have. One query. */
export async function instructors(viewer: Viewer, callId: string): Promise<Instructor[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<Instructor>(
    `SELECT p.id, p.name, (SELECT count(*)::int FROM application a WHERE a.call_id = $1 AND a.instructor_id = p.id) AS load
     FROM person p WHERE EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id AND r.kind IN ('coordinator', 'director')
       AND (r."to" IS NULL OR r."to" >= current_date)) AND p.disabled_at IS NULL ORDER BY p.name LIMIT 100`,
    [callId],
  );
}

/** A file as the team examines it, or null. The answers are those of the submission in force. */
export async function intakeFile(viewer: Viewer, id: string) {
  if (!isCoordinator(viewer) || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const file = await db.application.findFirst({
    where: { id, state: { not: 'draft' } },
    select: {
      id: true,
      reference: true,
      title: true,
      organisationName: true,
      state: true,
      labels: true,
      instructorId: true,
      submittedAt: true,
      call: { select: { id: true, slug: true, title: true, resultsPublishedAt: true } },
      submissions: {
        where: { inForce: true },
        select: { number: true, answers: true, receivedAt: true, formVersionId: true },
      },
      formVersion: { select: { id: true, definition: true } },
      decisions: {
        select: { id: true, before: true, after: true, reason: true, byId: true, createdAt: true, undoneAt: true },
        orderBy: { createdAt: 'desc' },
      },
      challenge: { select: { slug: true } },
    },
  });
  if (!file) return null;
  const names = await rows<{ id: string; name: string }>('SELECT id, name FROM person WHERE id = ANY ($1::uuid[])', [
    file.decisions.map(({ byId }) => byId),
  ]);
  const nameOf = new Map(names.map(({ id: person, name }) => [person, name]));
  return { ...file, decisions: file.decisions.map((one) => ({ ...one, by: nameOf.get(one.byId) ?? '' })) };
}
