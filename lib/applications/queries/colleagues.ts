import type { Colleague } from '@/lib/applications/mentions';
import { rows } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

/** Those who examine files today, as SQL over `person p`: the coordination. */
export const COLLEAGUES = `p.disabled_at IS NULL AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id
  AND r.kind IN ('coordinator', 'director') AND (r."to" IS NULL OR r."to" >= current_date))`;

/** Those who may read a file for pre-selection: the coordination and its coaches, former fellows among them. */
export const READERS = `p.disabled_at IS NULL AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id
  AND r.kind IN ('coordinator', 'director', 'coach') AND (r."to" IS NULL OR r."to" >= current_date))`;

/** People who can be called in a note or entrusted with a file. One query. */
export async function colleagues(viewer: Viewer): Promise<Colleague[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<Colleague>(`SELECT p.id, p.name FROM person p WHERE ${COLLEAGUES} ORDER BY p.name LIMIT 200`);
}

/** People who can be given a file to read. One query. */
export async function possibleReaders(viewer: Viewer): Promise<Colleague[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<Colleague>(`SELECT p.id, p.name FROM person p WHERE ${READERS} ORDER BY p.name LIMIT 200`);
}
