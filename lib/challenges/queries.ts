import type { ChallengeFilters, Facet } from '@/lib/challenges/filters';
import { challengeSight, visibleSql } from '@/lib/challenges/policy';
import { rows } from '@/lib/db';
import { peopleSightValues, personVisibleSql } from '@/lib/people/policy';
import { likePatterns } from '@/lib/people/search';
import type { Viewer } from '@/lib/viewer';

export const PAGE = 50;

export type ChallengeCard = {
  slug: string;
  title: string;
  tagline: string;
  photoUrl: string | null;
  themes: string[];
  host: string | null;
  cohort: string;
  colour: number;
  published: boolean;
};

const CARD = `c.slug, c.title, c.tagline, c.photo_url AS "photoUrl", c.themes, o.name AS host, k.name AS cohort, k.colour,
  c.published AND k.published AS published`;
const FROM = 'FROM challenge c JOIN cohort k ON k.id = c.cohort_id LEFT JOIN organisation o ON o.id = c.host_id';
const ORDER = 'ORDER BY k.position DESC, k.year DESC NULLS LAST, lower(c.title), c.id';
/** A body and all that depends on it: "Ministère de la Culture" finds the challenges of its directions too. */
const UNDER = (n: number) => `c.host_id IN (WITH RECURSIVE under AS (
  SELECT id FROM organisation WHERE slug = $${n} UNION SELECT child.id FROM organisation child JOIN under ON child.parent_id = under.id)
  SELECT id FROM under)`;
/** Parameters: 1 and 2 the viewer's sight, 3 words. */
const FOUND = `${visibleSql(1)} AND (searchable(c.title, c.tagline, joined(c.aliases)) LIKE ALL ($3::text[])
  OR searchable(o.name, o.acronym, joined(o.aliases)) LIKE ALL ($3::text[]))`;

/** One page of challenges, newest cohort first; `total` counts every page. One query. */
export async function listChallenges(viewer: Viewer, filters: ChallengeFilters) {
  const sight = challengeSight(viewer);
  const found = await rows<ChallengeCard & { total: number }>(
    `SELECT ${CARD}, count(*) OVER ()::int AS total ${FROM} WHERE ${FOUND}
       AND ($4 = '' OR k.slug = $4) AND ($5 = '' OR ${UNDER(5)}) AND ($6 = '' OR $6 = ANY (c.skills)) AND ($7 = '' OR $7 = ANY (c.themes))
     ${ORDER} LIMIT ${PAGE} OFFSET $8`,
    [
      sight.all,
      sight.ids,
      likePatterns(filters.q),
      filters.cohort,
      filters.organisation,
      filters.skill,
      filters.theme,
      (filters.page - 1) * PAGE,
    ],
  );
  return { total: found[0]?.total ?? 0, challenges: found.map(({ total, ...card }) => card) };
}

export type FacetValue = { facet: Facet; value: string; label: string; count: number };

/** How many challenges each filter would leave, the other filters kept: the number one gets after the click. One query. */
export async function challengeFacets(viewer: Viewer, filters: ChallengeFilters): Promise<FacetValue[]> {
  const sight = challengeSight(viewer);
  return rows<FacetValue>(
    `WITH RECURSIVE up AS (SELECT id, id AS above FROM organisation
         UNION SELECT up.id, parent.parent_id FROM up JOIN organisation parent ON parent.id = up.above WHERE parent.parent_id IS NOT NULL),
       found AS (
       SELECT k.slug AS cohort, k.name AS cohort_name, k.position, c.host_id, c.skills, c.themes,
         ($4 = '' OR k.slug = $4) AS in_cohort, ($5 = '' OR ${UNDER(5)}) AS in_host,
         ($6 = '' OR $6 = ANY (c.skills)) AS in_skill, ($7 = '' OR $7 = ANY (c.themes)) AS in_theme
       ${FROM} WHERE ${FOUND})
     SELECT facet, value, label, count FROM (
       SELECT 'cohort' AS facet, cohort AS value, cohort_name AS label, count(*)::int, max(position) * -1 AS rank
         FROM found WHERE in_host AND in_skill AND in_theme GROUP BY 2, 3
       UNION ALL SELECT 'organisation', body.slug, body.name, count(*)::int, count(*) * -1
         FROM found JOIN up ON up.id = found.host_id JOIN organisation body ON body.id = up.above
         WHERE in_cohort AND in_skill AND in_theme GROUP BY 2, 3
       UNION ALL SELECT 'skill', skill, skill, count(*)::int, count(*) * -1
         FROM found, unnest(skills) AS skill WHERE in_cohort AND in_host AND in_theme GROUP BY 2
       UNION ALL SELECT 'theme', theme, theme, count(*)::int, count(*) * -1
         FROM found, unnest(themes) AS theme WHERE in_cohort AND in_host AND in_skill GROUP BY 2) AS counted
     ORDER BY facet, rank, label`,
    [sight.all, sight.ids, likePatterns(filters.q), filters.cohort, filters.organisation, filters.skill, filters.theme],
  );
}

export type KeyFigure = { amount: string | number; before?: string | null; after?: string | null; description: string };
export type ChallengeLink = { kind: string; url: string; title?: string | null; description?: string | null };
export type TeamMember = { slug: string; name: string; kind: string; title: string; photoUrl: string | null };
export type ChallengePage = {
  id: string;
  slug: string;
  title: string;
  tagline: string;
  body: string;
  towns: string[];
  skills: string[];
  themes: string[];
  keyFigures: KeyFigure[];
  links: ChallengeLink[];
  photoUrl: string | null;
  durationMonths: number | null;
  published: boolean;
  cohort: {
    slug: string;
    name: string;
    colour: number;
    startsOn: string | null;
    endsOn: string | null;
    year: number | null;
  };
  host: { slug: string; name: string } | null;
  backer: { slug: string; name: string } | null;
  team: TeamMember[];
  /** People of the team who did not ask to be shown here. */
  unshown: number;
};

/** A challenge and its story; null when there is none or the viewer may not see it. Team: only people the viewer may see. One query. */
export async function challengeBySlug(viewer: Viewer, slug: string): Promise<ChallengePage | null> {
  const sight = challengeSight(viewer);
  const [page] = await rows<ChallengePage>(
    `SELECT c.id, c.slug, c.title, c.tagline, c.body, c.towns, c.skills, c.themes, c.key_figures AS "keyFigures", c.links,
       c.photo_url AS "photoUrl", c.duration_months AS "durationMonths", c.published AND k.published AS published,
       json_build_object('slug', k.slug, 'name', k.name, 'colour', k.colour, 'startsOn', k.starts_on, 'endsOn', k.ends_on, 'year', k.year) AS cohort,
       CASE WHEN o.id IS NOT NULL THEN json_build_object('slug', o.slug, 'name', o.name) END AS host,
       CASE WHEN b.id IS NOT NULL THEN json_build_object('slug', b.slug, 'name', b.name) END AS backer,
       COALESCE(team.shown, '[]') AS team, COALESCE(team.unshown, 0)::int AS unshown
     ${FROM} LEFT JOIN organisation b ON b.id = c.backer_id
     LEFT JOIN LATERAL (
       SELECT json_agg(json_build_object('slug', p.slug, 'name', p.name, 'kind', r.kind, 'photoUrl', p.photo_url,
                'title', COALESCE(r.extra->>'title', '')) ORDER BY r.kind, p.name)
                FILTER (WHERE ${personVisibleSql(4)}) AS shown,
              count(DISTINCT p.id) FILTER (WHERE NOT ${personVisibleSql(4)}) AS unshown
       FROM role_assignment r JOIN person p ON p.id = r.person_id
       WHERE r.challenge_id = c.id AND r.kind IN ('fellow', 'operational_mentor', 'strategic_mentor', 'coach')) AS team ON true
     WHERE c.slug = $3 AND ${visibleSql(1)}`,
    [sight.all, sight.ids, slug, ...peopleSightValues(viewer)],
  );
  return page ?? null;
}

/** Other challenges of the same host or themes, nearest first. */
export async function relatedChallenges(viewer: Viewer, challengeId: string): Promise<ChallengeCard[]> {
  const sight = challengeSight(viewer);
  return rows<ChallengeCard>(
    `SELECT ${CARD} ${FROM}, challenge this
     WHERE this.id = $3 AND c.id <> this.id AND ${visibleSql(1)} AND (c.host_id = this.host_id OR c.themes && this.themes)
     ORDER BY (c.host_id = this.host_id) DESC NULLS LAST, cardinality(ARRAY(SELECT unnest(c.themes) INTERSECT SELECT unnest(this.themes))) DESC,
       k.position DESC, c.id LIMIT 3`,
    [sight.all, sight.ids, challengeId],
  );
}

/** A few published challenges that change with `seed` (a day, say) and are the same for everybody. */
export async function someChallenges(viewer: Viewer, seed: string, count: number): Promise<ChallengeCard[]> {
  const sight = challengeSight(viewer);
  return rows<ChallengeCard>(
    `SELECT ${CARD} ${FROM} WHERE ${visibleSql(1)} AND c.published AND k.published ORDER BY md5(c.slug || $3), c.id LIMIT $4`,
    [sight.all, sight.ids, seed, count],
  );
}
