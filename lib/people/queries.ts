import { rows } from '@/lib/db';
import { ALUMNI_SQL } from '@/lib/people/alumni';
import { peopleSightValues, personVisibleSql } from '@/lib/people/policy';
import { likePatterns, type PeopleFilters } from '@/lib/people/search';
import { isTeam, type Viewer } from '@/lib/viewer';

export const PAGE = 50;

export type PersonCard = {
  slug: string;
  name: string;
  headline: string;
  photoUrl: string | null;
  /** Kinds of the roles held, each once, then the cohorts they were held in. */
  kinds: string[];
  cohorts: string[];
  /** Was a fellow, and is one no more: derived, never given. */
  alumni: boolean;
};

/** A role is shown with its challenge only when that challenge is. `$4` is the team. */
const ROLE = `r.kind IN ('fellow', 'operational_mentor', 'strategic_mentor', 'coach', 'director', 'coordinator', 'communication')
  AND (r.challenge_id IS NULL OR $4 OR c.published) AND (r.cohort_id IS NULL OR $4 OR k.published)`;

/** People who agreed to be shown and took part, by name. One query. */
export async function listPeople(viewer: Viewer, filters: PeopleFilters) {
  const found = await rows<PersonCard & { total: number }>(
    `SELECT p.slug, p.name, p.headline, p.photo_url AS "photoUrl", held.kinds, held.cohorts, ${ALUMNI_SQL} AS alumni, count(*) OVER ()::int AS total
     FROM person p JOIN LATERAL (
       SELECT array_agg(DISTINCT r.kind::text) AS kinds, array_remove(array_agg(DISTINCT k.name), NULL) AS cohorts, count(*) AS roles
       FROM role_assignment r LEFT JOIN challenge c ON c.id = r.challenge_id LEFT JOIN cohort k ON k.id = COALESCE(r.cohort_id, c.cohort_id)
       WHERE r.person_id = p.id AND ${ROLE} AND ($5 = '' OR r.kind::text = CASE $5 WHEN 'alumni' THEN 'fellow' ELSE $5 END) AND ($6 = '' OR k.slug = $6)) AS held ON held.roles > 0
     WHERE ${personVisibleSql(1)} AND searchable(p.name, joined(p.aliases)) LIKE ALL ($7::text[]) AND ($5 <> 'alumni' OR ${ALUMNI_SQL})
     ORDER BY searchable(p.name), p.id LIMIT ${PAGE} OFFSET $8`,
    [
      ...peopleSightValues(viewer),
      isTeam(viewer),
      filters.kind,
      filters.cohort,
      likePatterns(filters.q),
      (filters.page - 1) * PAGE,
    ],
  );
  return { total: found[0]?.total ?? 0, people: found.map(({ total, ...card }) => card) };
}

export type PersonRole = {
  kind: string;
  title: string;
  from: string | null;
  to: string | null;
  cohort: { slug: string; name: string; colour: number } | null;
  challenge: { slug: string; title: string } | null;
};
export type PersonPage = {
  id: string;
  slug: string;
  name: string;
  headline: string;
  bio: string;
  skills: string[];
  links: { kind: string; url: string; title?: string | null }[];
  photoUrl: string | null;
  visibility: string;
  alumni: boolean;
  roles: PersonRole[];
  organisations: { slug: string; name: string }[];
};

/** Someone's public page with the history of their roles, newest first; null when absent or not shown to this viewer. One query. */
export async function personBySlug(viewer: Viewer, slug: string): Promise<PersonPage | null> {
  const [page] = await rows<PersonPage>(
    `SELECT p.id, p.slug, p.name, p.headline, p.bio, p.skills, p.links, p.photo_url AS "photoUrl", p.visibility, ${ALUMNI_SQL} AS alumni,
       COALESCE((SELECT json_agg(json_build_object('kind', r.kind, 'title', COALESCE(r.extra->>'title', ''), 'from', r."from", 'to', r."to",
           'cohort', CASE WHEN k.id IS NOT NULL THEN json_build_object('slug', k.slug, 'name', k.name, 'colour', k.colour) END,
           'challenge', CASE WHEN c.id IS NOT NULL THEN json_build_object('slug', c.slug, 'title', c.title) END)
           ORDER BY r."from" DESC NULLS LAST, k.position DESC NULLS LAST, r.kind, c.title)
         FROM role_assignment r LEFT JOIN challenge c ON c.id = r.challenge_id LEFT JOIN cohort k ON k.id = COALESCE(r.cohort_id, c.cohort_id)
         WHERE r.person_id = p.id AND ${ROLE}), '[]') AS roles,
       COALESCE((SELECT json_agg(json_build_object('slug', o.slug, 'name', o.name) ORDER BY o.name)
         FROM affiliation a JOIN organisation o ON o.id = a.organisation_id WHERE a.person_id = p.id), '[]') AS organisations
     FROM person p WHERE p.slug = $5 AND ${personVisibleSql(1)}`,
    [...peopleSightValues(viewer), isTeam(viewer), slug],
  );
  return page ?? null;
}

export type OrganisationPage = {
  id: string;
  slug: string;
  name: string;
  acronym: string | null;
  kind: string;
  website: string | null;
  aliases: string[];
  parent: { slug: string; name: string } | null;
  children: { slug: string; name: string }[];
};

/** An administration, its parent and the bodies under it. Administrations are public. */
export async function organisationBySlug(viewer: Viewer, slug: string): Promise<OrganisationPage | null> {
  if (!viewer) return null;
  const [page] = await rows<OrganisationPage>(
    `SELECT o.id, o.slug, o.name, o.acronym, o.kind, o.website, o.aliases,
       CASE WHEN up.id IS NOT NULL THEN json_build_object('slug', up.slug, 'name', up.name) END AS parent,
       COALESCE((SELECT json_agg(json_build_object('slug', d.slug, 'name', d.name) ORDER BY d.name) FROM organisation d WHERE d.parent_id = o.id), '[]') AS children
     FROM organisation o LEFT JOIN organisation up ON up.id = o.parent_id WHERE o.slug = $1`,
    [slug],
  );
  return page ?? null;
}
