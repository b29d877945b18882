import { READABLE_BY_AUTHORS, READABLE_BY_OTHERS } from '@/lib/calls/scan';
import { rows } from '@/lib/db';
import { seesItem } from '@/lib/onboarding/policy';
import { personId, type Viewer } from '@/lib/viewer';

export type EvidenceFile = { storageKey: string; name: string; contentType: string; size: number };

/** A piece of a line, to whoever sees that line; anything else looks like a file that does not exist. */
export async function evidenceFile(viewer: Viewer, id: string): Promise<EvidenceFile | null> {
  if (viewer.kind === 'visitor' || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const [row] = await rows<
    EvidenceFile & {
      challengeId: string;
      cohortId: string;
      doer: string;
      fellowId: string | null;
      perFellow: boolean;
    }
  >(
    `SELECT e.storage_key AS "storageKey", e.name, e.content_type AS "contentType", e.size, c.id AS "challengeId",
       c.cohort_id AS "cohortId", i.doer, s.fellow_id AS "fellowId", i.position_id IS NOT NULL AS "perFellow"
     FROM stored_file e JOIN checklist_item i ON i.id = CASE WHEN e.owner_kind = 'checklist_item' THEN e.owner_id::uuid END JOIN checklist l ON l.id = i.checklist_id
     JOIN challenge c ON c.id = l.challenge_id LEFT JOIN "position" s ON s.id = i.position_id
     WHERE e.id = $1 AND e.owner_kind = 'checklist_item' AND (e.scan::text = ANY($2) OR (e.uploaded_by = $3 AND e.scan::text = ANY($4)))`,
    [id, READABLE_BY_OTHERS, personId(viewer), READABLE_BY_AUTHORS],
  );
  if (!row || !seesItem(viewer, row)) return null;
  const { storageKey, name, contentType, size } = row;
  return { storageKey, name, contentType, size };
}
