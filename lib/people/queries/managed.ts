import { rows } from '@/lib/db';
import { mayManagePeople } from '@/lib/people/policy';
import { likePatterns } from '@/lib/people/search';
import type { Viewer } from '@/lib/viewer';

export const PAGE = 50;

export type ManagedPersonRow = {
  slug: string;
  name: string;
  email: string | null;
  visibility: string;
  roles: { kind: string; cohort: string | null }[];
};

/** Everyone the programme knows, shown or not, with the roles in force. One query. */
export async function managedPeople(viewer: Viewer, filter: { q: string; kind: string; page: number }) {
  if (!mayManagePeople(viewer)) return { total: 0, people: [] };
  const found = await rows<ManagedPersonRow & { total: number }>(
    `SELECT p.slug, p.name, p.email, p.visibility, count(*) OVER ()::int AS total,
       COALESCE((SELECT json_agg(DISTINCT jsonb_build_object('kind', r.kind, 'cohort', k.name)) FROM role_assignment r
         LEFT JOIN cohort k ON k.id = r.cohort_id WHERE r.person_id = p.id), '[]') AS roles
     FROM person p
     WHERE (searchable(p.name, joined(p.aliases)) LIKE ALL ($1::text[]) OR lower(p.email) LIKE ALL ($1::text[]))
       AND ($2 = '' OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id AND r.kind::text = $2))
     ORDER BY searchable(p.name), p.id LIMIT ${PAGE} OFFSET $3`,
    [likePatterns(filter.q), filter.kind, (filter.page - 1) * PAGE],
  );
  return { total: found[0]?.total ?? 0, people: found.map(({ total, ...person }) => person) };
}

export type ManagedPerson = {
  id: string;
  slug: string;
  name: string;
  email: string | null;
  visibility: string;
  headline: string;
  disabled: boolean;
  roles: {
    id: string;
    kind: string;
    from: string | null;
    to: string | null;
    cohort: string | null;
    challenge: { slug: string; title: string } | null;
    open: boolean;
  }[];
  organisations: { slug: string; name: string }[];
};

/** Someone's record and every role, ended ones too; null when absent or not the coordination. One query. */
export async function managedPerson(viewer: Viewer, slug: string): Promise<ManagedPerson | null> {
  if (!mayManagePeople(viewer)) return null;
  const [found] = await rows<ManagedPerson>(
    `SELECT p.id, p.slug, p.name, p.email, p.visibility, p.headline, p.disabled_at IS NOT NULL AS disabled,
       COALESCE((SELECT json_agg(json_build_object('id', r.id, 'kind', r.kind, 'from', r."from", 'to', r."to", 'cohort', k.name,
           'challenge', CASE WHEN c.id IS NOT NULL THEN json_build_object('slug', c.slug, 'title', c.title) END,
           'open', r."to" IS NULL OR r."to" >= current_date) ORDER BY r."to" DESC NULLS FIRST, r."from" DESC NULLS LAST, r.kind)
         FROM role_assignment r LEFT JOIN challenge c ON c.id = r.challenge_id LEFT JOIN cohort k ON k.id = COALESCE(r.cohort_id, c.cohort_id)
         WHERE r.person_id = p.id), '[]') AS roles,
       COALESCE((SELECT json_agg(json_build_object('slug', o.slug, 'name', o.name) ORDER BY o.name)
         FROM affiliation a JOIN organisation o ON o.id = a.organisation_id WHERE a.person_id = p.id), '[]') AS organisations
     FROM person p WHERE p.slug = $1`,
    [slug],
  );
  return found ?? null;
}
