import { rows } from '@/lib/db';
import { jurorIdOf, runsJury } from '@/lib/jury/policy';
import { FOLLOWS } from '@/lib/jury/queries/hearing';
import { assignedFile } from '@/lib/jury/queries/juror';
import type { Rubric } from '@/lib/jury/schema';
import type { Viewer } from '@/lib/viewer';

export type Attachment = { storageKey: string; name: string; contentType: string; size: number };

/**
 * An attachment named in the answers of a file the juror reads or hears (`id` names the reading or the hearing): not
 * suspected (safe, or where nothing scans, said not to be scanned), and shown only where the stage does not hide
 * attachments (a document tells who wrote it).
 */
export async function attachment(viewer: Viewer, id: string, fileId: string): Promise<Attachment | null> {
  const file = (await assignedFile(viewer, id)) ?? (await heardFile(viewer, id));
  if (!file || file.rubric.anonymity.attachments || !namesFile(file.answers, fileId)) return null;
  const [stored] = await rows<Attachment>(
    `SELECT storage_key AS "storageKey", name, content_type AS "contentType", size FROM stored_file
     WHERE id::text = $1 AND owner_kind = 'application' AND owner_id::text = $2 AND scan IN ('safe', 'unscanned')`,
    [fileId, file.applicationId],
  );
  return stored ?? null;
}

type Heard = { applicationId: string; rubric: Rubric; answers: unknown };

async function heardFile(viewer: Viewer, id: string): Promise<Heard | null> {
  const [heard] = await rows<Heard>(
    `SELECT a.id AS "applicationId", s.rubric, coalesce(sub.answers, a.answers) AS answers
     FROM hearing h JOIN panel n ON n.id = h.panel_id JOIN stage s ON s.id = h.stage_id JOIN application a ON a.id = h.application_id
     LEFT JOIN submission sub ON sub.application_id = a.id AND sub.in_force WHERE h.id = $1 AND ${FOLLOWS}`,
    [id, runsJury(viewer), jurorIdOf(viewer)],
  );
  return heard ?? null;
}

function namesFile(value: unknown, id: string): boolean {
  if (Array.isArray(value)) return value.some((one) => namesFile(one, id));
  if (typeof value !== 'object' || value === null) return false;
  return (value as { id?: unknown }).id === id || Object.values(value).some((one) => namesFile(one, id));
}
