import { rows } from '@/lib/db';
import type { ContactFunction } from '@/lib/support/schema';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export type DirectoryRow = {
  id: string;
  function: ContactFunction;
  name: string;
  email: string;
  phone: string;
  left: boolean;
  challenges: string | null;
  met: number;
};

/** Everyone known in one administration, by function, whatever the challenge and the cohort. */
export async function directoryOf(viewer: Viewer, organisationId: string): Promise<DirectoryRow[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<DirectoryRow>(
    `SELECT k.id, k.function, k.name, k.email, k.phone, k.left_at IS NOT NULL AS left,
       string_agg(DISTINCT c.title, ', ') AS challenges, count(x.met_on)::int AS met
     FROM contact k LEFT JOIN challenge_contact x ON x.contact_id = k.id LEFT JOIN challenge c ON c.id = x.challenge_id
     WHERE k.organisation_id = $1 GROUP BY k.id ORDER BY k.left_at IS NOT NULL, k.function, k.name LIMIT 200`,
    [organisationId],
  );
}
