import { rows } from '@/lib/db';
import { runsJury } from '@/lib/jury/policy';
import type { Viewer } from '@/lib/viewer';

export type Laureate = {
  id: string;
  reference: string;
  title: string;
  organisation: string;
  /** Of the challenge it became; null until then. */
  slug: string | null;
  positions: number;
  /** It was made with the others, and is undone with them. */
  inOneAct: boolean;
};

/** The laureates of a call, and the challenges they became. */
export async function laureates(viewer: Viewer, callId: string): Promise<Laureate[]> {
  if (!runsJury(viewer)) return [];
  return rows<Laureate>(
    `SELECT a.id, coalesce(a.reference, '') AS reference, a.title, a.organisation_name AS organisation, c.slug,
       (SELECT count(*)::int FROM position p WHERE p.challenge_id = c.id) AS positions,
       EXISTS (SELECT 1 FROM event m WHERE m.subject_kind = 'call' AND m.subject_id = $1::text AND m.name = 'laureates.made'
         AND m.payload::jsonb->'challenges' ? c.id::text) AS "inOneAct"
     FROM application a LEFT JOIN challenge c ON c.application_id = a.id
     WHERE a.call_id = $1::uuid AND a.state = 'selected' ORDER BY a.reference, a.id LIMIT 300`,
    [callId],
  );
}
