import { READABLE_BY_AUTHORS, READABLE_BY_OTHERS, type ScanState } from '@/lib/calls/scan';
import { rows } from '@/lib/db';
import { mayPublishResource } from '@/lib/support/policy';
import { personId, type Viewer } from '@/lib/viewer';

export type Attachment = { id: string; name: string; size: number; scan: ScanState };

/** The files of a resource the viewer already reads. */
export async function attachmentsOf(viewer: Viewer, resourceId: string): Promise<Attachment[]> {
  if (viewer.kind === 'visitor') return [];
  return rows<Attachment>(
    "SELECT id, name, size, scan::text AS scan FROM stored_file WHERE owner_kind = 'resource' AND owner_id = $1 ORDER BY created_at LIMIT 50",
    [resourceId],
  );
}

export type AttachedFile = { storageKey: string; name: string; contentType: string; size: number };

/** A file to whoever may read its resource: published to anyone signed in, proposed to its author and the team. */
export async function resourceFile(viewer: Viewer, id: string): Promise<AttachedFile | null> {
  if (viewer.kind === 'visitor' || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const [row] = await rows<AttachedFile>(
    `SELECT f.storage_key AS "storageKey", f.name, f.content_type AS "contentType", f.size FROM stored_file f
     JOIN resource r ON r.id = CASE WHEN f.owner_kind = 'resource' THEN f.owner_id::uuid END
     WHERE f.id = $1 AND f.owner_kind = 'resource' AND (r.published_at IS NOT NULL OR $2::boolean OR r.proposed_by = $3::uuid)
       AND (r.retired_at IS NULL OR $2::boolean)
       AND (f.scan::text = ANY($4) OR (f.uploaded_by = $3::uuid AND f.scan::text = ANY($5)))`,
    [id, mayPublishResource(viewer), personId(viewer), READABLE_BY_OTHERS, READABLE_BY_AUTHORS],
  );
  return row ?? null;
}
