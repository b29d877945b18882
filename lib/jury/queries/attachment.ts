import { rows } from '@/lib/db';
import { assignedFile } from '@/lib/jury/queries/juror';
import type { Viewer } from '@/lib/viewer';

export type Attachment = { storageKey: string; name: string; contentType: string; size: number };

/**
 * An attachment named in the answers of a file the juror may open: not suspected (safe, or where
 * nothing scans, said not to be scanned), and shown only where the stage does
 * not hide attachments (a document tells who wrote it).
 */
export async function attachment(viewer: Viewer, assignmentId: string, fileId: string): Promise<Attachment | null> {
  const file = await assignedFile(viewer, assignmentId);
  if (!file || file.rubric.anonymity.attachments || !namesFile(file.answers, fileId)) return null;
  const [stored] = await rows<Attachment>(
    `SELECT storage_key AS "storageKey", name, content_type AS "contentType", size FROM stored_file
     WHERE id::text = $1 AND owner_kind = 'application' AND owner_id::text = $2 AND scan IN ('safe', 'unscanned')`,
    [fileId, file.applicationId],
  );
  return stored ?? null;
}

function namesFile(value: unknown, id: string): boolean {
  if (Array.isArray(value)) return value.some((one) => namesFile(one, id));
  if (typeof value !== 'object' || value === null) return false;
  return (value as { id?: unknown }).id === id || Object.values(value).some((one) => namesFile(one, id));
}
