import { rows } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export const PAGE = 50;

export type EventRow = {
  id: string;
  at: Date;
  name: string;
  actorKind: string;
  actor: { name: string; slug: string } | null;
  subjectKind: string;
  subjectId: string;
  payload: string;
};

const SELECT = `SELECT e.id::text AS id, e.at, e.name, e.actor_kind AS "actorKind",
  CASE WHEN p.id IS NOT NULL THEN json_build_object('name', p.name, 'slug', p.slug) END AS actor,
  e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.payload
  FROM event e LEFT JOIN person p ON p.id = CASE WHEN e.actor_kind = 'person' THEN e.actor_id::uuid END`;

/** What happened, newest first: the coordination's audit trail. `before` is the last id already seen. One query. */
export async function listEvents(
  viewer: Viewer,
  filter: { noun: string; subject: string; before: string },
): Promise<EventRow[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<EventRow>(
    `${SELECT} WHERE ($1 = '' OR e.name LIKE $1 || '.%') AND ($2 = '' OR e.subject_id = $2) AND ($3 = '' OR e.id < NULLIF($3, '')::bigint)
     ORDER BY e.id DESC LIMIT ${PAGE}`,
    [filter.noun, filter.subject, filter.before],
  );
}

/** The story of one thing, newest first. */
export async function eventsOf(viewer: Viewer, subject: { kind: string; id: string }, limit = 30): Promise<EventRow[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<EventRow>(`${SELECT} WHERE e.subject_kind = $1 AND e.subject_id = $2 ORDER BY e.id DESC LIMIT $3`, [
    subject.kind,
    subject.id,
    limit,
  ]);
}

/** The nouns events are about, to filter by. */
export async function eventNouns(viewer: Viewer): Promise<string[]> {
  if (!isCoordinator(viewer)) return [];
  const found = await rows<{ noun: string }>("SELECT DISTINCT split_part(name, '.', 1) AS noun FROM event ORDER BY 1");
  return found.map(({ noun }) => noun);
}
