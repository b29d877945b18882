import { toDay } from '@/lib/dates';
import { rows } from '@/lib/db';
import type { DueLine } from '@/lib/onboarding/calendar';
import { calendarToken, linkSecret } from '@/lib/onboarding/links';
import { personId, type Viewer } from '@/lib/viewer';

/** The reader's own calendar address, when they asked for one. */
export async function myCalendar(viewer: Viewer): Promise<string | null> {
  const id = personId(viewer);
  if (!id) return null;
  const [row] = await rows<{ createdAt: Date }>(
    'SELECT created_at AS "createdAt" FROM checklist_calendar WHERE person_id = $1',
    [id],
  );
  return row ? calendarToken({ personId: id, createdAt: row.createdAt }, linkSecret()) : null;
}

/** Whose calendar a token opens; its digest is what the table keeps. Null for a revoked or unknown one. */
export async function calendarOwner(
  _viewer: Viewer,
  tokenHash: string,
): Promise<{ id: string; locale: string; lines: DueLine[] } | null> {
  const [owner] = await rows<{ id: string; locale: string }>(
    `SELECT p.id, p.locale FROM checklist_calendar k JOIN person p ON p.id = k.person_id
     WHERE k.token_hash = $1 AND p.disabled_at IS NULL`,
    [tokenHash],
  );
  if (!owner) return null;
  const found = await rows<Omit<DueLine, 'dueOn'> & { due_on: Date }>(
    `SELECT DISTINCT i.id, i.version, i.due_on, c.title AS challenge, c.slug, COALESCE(f.name, s.profile) AS about,
       i.state IN ('done', 'not_applicable') AS closed, COALESCE(i.touched_at, l.created_at) AS "changedAt",
       (SELECT it->'title' FROM jsonb_path_query(l.definition, '$.sections[*].items[*]') it WHERE it->>'key' = i.item_key LIMIT 1) AS title
     FROM checklist_item i JOIN checklist l ON l.id = i.checklist_id JOIN challenge c ON c.id = l.challenge_id
     LEFT JOIN "position" s ON s.id = i.position_id LEFT JOIN person f ON f.id = s.fellow_id
     JOIN role_assignment r ON r.challenge_id = c.id AND r.person_id = $1 AND (r."to" IS NULL OR r."to" >= current_date)
       AND (r.kind = 'operational_mentor' OR (r.kind::text = i.doer AND (i.position_id IS NULL OR s.fellow_id = $1)))
     WHERE i.retired_at IS NULL AND i.counts AND i.due_on IS NOT NULL ORDER BY i.due_on, i.id LIMIT 2000`,
    [owner.id],
  );
  return { ...owner, lines: found.map(({ due_on, ...line }) => ({ ...line, dueOn: toDay(due_on) })) };
}
