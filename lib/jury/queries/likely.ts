import { rows } from '@/lib/db';
import { type KnownFile, type Likely, likelyConflicts, type PastRole, type Somebody } from '@/lib/jury/likely';
import { READABLE_FILE, runsJury } from '@/lib/jury/policy';
import type { Viewer } from '@/lib/viewer';

/** Likely ties between a call's jury and its files, read in the files' words and in earlier cohorts. */
export async function likelyConflictsOf(viewer: Viewer, callId: string): Promise<Likely[]> {
  if (!runsJury(viewer)) return [];
  const [jurors, files, past] = await Promise.all([
    rows<Somebody>(
      `SELECT p.id, p.name, coalesce(p.email, '') AS email FROM juror j JOIN person p ON p.id = j.person_id
       WHERE j.call_id = $1 AND j.state IN ('invited', 'accepted') LIMIT 2000`,
      [callId],
    ),
    rows<KnownFile>(
      `SELECT a.id, a.organisation_id AS "organisationId", coalesce(s.answers, a.answers) AS answers FROM application a
       LEFT JOIN submission s ON s.application_id = a.id AND s.in_force WHERE a.call_id = $1 AND ${READABLE_FILE} LIMIT 5000`,
      [callId],
    ),
    rows<PastRole>(
      `SELECT r.person_id AS "personId", c.id AS "challengeId", c.host_id AS "hostId", c.title,
         r.kind IN ('operational_mentor', 'strategic_mentor', 'coach') AS mentor
       FROM role_assignment r JOIN challenge c ON c.id = r.challenge_id
       WHERE r.person_id IN (SELECT person_id FROM juror WHERE call_id = $1) LIMIT 20000`,
      [callId],
    ),
  ]);
  return likelyConflicts(jurors, files, past);
}
