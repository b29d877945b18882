import { rows } from '@/lib/db';
import { nameKey } from '@/lib/people/names';
import { mayPublishResource } from '@/lib/support/policy';
import { personId, type Viewer } from '@/lib/viewer';

export type ResourceCard = {
  slug: string;
  title: string;
  summary: string;
  kind: string;
  families: string[];
  phases: string[];
  roles: string[];
  locale: string;
  publishedAt: Date | null;
  reviewOn: Date | null;
  helped: number;
  notHelped: number;
};
export type ResourceFilters = { q?: string; family?: string; phase?: string; role?: string; proposed?: boolean };
export const RESOURCES_PAGE = 50;

const CARD = `r.slug, r.title, r.summary, r.kind, r.families, r.phases, r.roles, r.locale, r.published_at AS "publishedAt", r.review_on AS "reviewOn",
  (SELECT count(*) FROM resource_feedback f WHERE f.resource_id = r.id AND f.helped)::int AS helped,
  (SELECT count(*) FROM resource_feedback f WHERE f.resource_id = r.id AND NOT f.helped)::int AS "notHelped"`;
/** `$1` the team, `$2` me: published ones for anyone signed in, proposals for their author and the team. */
const VISIBLE = '(r.published_at IS NOT NULL OR $1::boolean OR r.proposed_by = $2::uuid)';

export async function listResources(
  viewer: Viewer,
  filters: ResourceFilters = {},
  page = 1,
): Promise<(ResourceCard & { total: number })[]> {
  if (viewer.kind === 'visitor') return [];
  const words = nameKey(filters.q ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 8);
  return rows<ResourceCard & { total: number }>(
    `SELECT ${CARD}, count(*) OVER ()::int AS total FROM resource r WHERE ${VISIBLE} AND r.retired_at IS NULL
       AND ($3::text IS NULL OR $3 = ANY(r.families)) AND ($4::text IS NULL OR $4 = ANY(r.phases)) AND ($5::text IS NULL OR cardinality(r.roles) = 0 OR $5 = ANY(r.roles))
       AND (r.published_at IS NULL) = $6::boolean
       AND NOT EXISTS (SELECT 1 FROM unnest($7::text[]) w WHERE position(w IN r.search_text) = 0)
     ORDER BY r.title LIMIT ${RESOURCES_PAGE} OFFSET $8`,
    [
      mayPublishResource(viewer),
      personId(viewer),
      filters.family ?? null,
      filters.phase ?? null,
      filters.role ?? null,
      filters.proposed ?? false,
      words,
      (page - 1) * RESOURCES_PAGE,
    ],
  );
}

export type ResourceView = ResourceCard & {
  id: string;
  body: string;
  version: number;
  proposedBy: string | null;
  owner: string | null;
  ownerId: string | null;
  mine: boolean;
  myAnswer: boolean | null;
  versions: { number: number; at: string; by: string | null }[];
  comments: { text: string; helped: boolean }[];
};

export async function resourceBySlug(viewer: Viewer, slug: string): Promise<ResourceView | null> {
  if (viewer.kind === 'visitor') return null;
  const [row] = await rows<ResourceView>(
    `SELECT ${CARD}, r.id, r.body, r.version, a.name AS "proposedBy", w.name AS owner, r.owner_id AS "ownerId", r.proposed_by IS NOT DISTINCT FROM $2::uuid AS mine,
       (SELECT f.helped FROM resource_feedback f WHERE f.resource_id = r.id AND f.person_id = $2::uuid) AS "myAnswer",
       COALESCE((SELECT json_agg(json_build_object('number', v.number, 'at', v.at, 'by', p.name) ORDER BY v.number DESC)
         FROM resource_version v LEFT JOIN person p ON p.id = v.by_id WHERE v.resource_id = r.id), '[]') AS versions,
       COALESCE((SELECT json_agg(json_build_object('text', f.comment, 'helped', f.helped) ORDER BY f.at DESC)
         FROM resource_feedback f WHERE f.resource_id = r.id AND f.comment <> '' AND $1::boolean), '[]') AS comments
     FROM resource r LEFT JOIN person a ON a.id = r.proposed_by LEFT JOIN person w ON w.id = r.owner_id
     WHERE ${VISIBLE} AND r.slug = $3 AND (r.retired_at IS NULL OR $1::boolean)`,
    [mayPublishResource(viewer), personId(viewer), slug],
  );
  return row ?? null;
}

/** Titles of the resources a checklist item names; unknown or unpublished ones are left out. */
export async function resourcesNamed(
  viewer: Viewer,
  slugs: string[],
): Promise<{ slug: string; title: string; summary: string }[]> {
  if (viewer.kind === 'visitor' || slugs.length === 0) return [];
  return rows(
    'SELECT slug, title, summary FROM resource WHERE slug = ANY($1::text[]) AND published_at IS NOT NULL ORDER BY title',
    [slugs],
  );
}

export type ResourceVersionView = {
  number: number;
  title: string;
  summary: string;
  body: string;
  at: Date;
  by: string | null;
};

/** A former version of a resource the viewer already reads. */
export async function resourceVersion(
  viewer: Viewer,
  resourceId: string,
  number: number,
): Promise<ResourceVersionView | null> {
  if (viewer.kind === 'visitor') return null;
  const [row] = await rows<ResourceVersionView>(
    `SELECT v.number, v.title, v.summary, v.body, v.at, p.name AS by FROM resource_version v LEFT JOIN person p ON p.id = v.by_id
     WHERE v.resource_id = $1 AND v.number = $2`,
    [resourceId, number],
  );
  return row ?? null;
}

/** Who may follow a resource: the team and the coaches. */
export async function possibleFollowers(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  if (!mayPublishResource(viewer)) return [];
  return rows(
    `SELECT DISTINCT p.id, p.name FROM role_assignment r JOIN person p ON p.id = r.person_id AND p.disabled_at IS NULL
     WHERE r.kind IN ('coordinator', 'director', 'communication', 'coach') ORDER BY p.name LIMIT 100`,
  );
}
