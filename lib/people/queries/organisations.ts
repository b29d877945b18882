import { rows } from '@/lib/db';
import { mayManagePeople } from '@/lib/people/policy';
import { likePatterns } from '@/lib/people/search';
import { isTeam, type Viewer } from '@/lib/viewer';

export const PAGE = 50;

/** Bodies to choose from in a form, by name. Administrations are public; choosing one is the team's. */
export async function organisationOptions(viewer: Viewer): Promise<{ value: string; label: string }[]> {
  if (!isTeam(viewer)) return [];
  return rows<{ value: string; label: string }>(
    `SELECT id AS value, CASE WHEN acronym IS NULL OR acronym = '' THEN name ELSE name || ' (' || acronym || ')' END AS label
     FROM organisation ORDER BY searchable(name), id LIMIT 2000`,
  );
}

export type FoundOrganisation = {
  id: string;
  name: string;
  acronym: string | null;
  siret: string | null;
  parent: string | null;
};

/** The few bodies a text may mean, by name, acronym, former name or SIRET. Administrations are public. */
export async function findOrganisations(viewer: Viewer, q: string): Promise<FoundOrganisation[]> {
  const digits = q.replace(/\s/g, '');
  if (!viewer || q.trim().length < 2) return [];
  return rows<FoundOrganisation>(
    `SELECT o.id, o.name, o.acronym, o.siret, up.name AS parent
     FROM organisation o LEFT JOIN organisation up ON up.id = o.parent_id
     WHERE CASE WHEN $2 ~ '^[0-9]{3,}$' THEN o.siret LIKE $2 || '%'
       ELSE searchable(o.name, o.acronym, joined(o.aliases)) LIKE ALL ($1::text[]) END
     ORDER BY length(o.name), searchable(o.name), o.id LIMIT 8`,
    [likePatterns(q), digits],
  );
}

export type ManagedOrganisationRow = {
  slug: string;
  name: string;
  acronym: string | null;
  kind: string;
  parent: string | null;
  challenges: number;
  people: number;
};

/** The bodies the programme knows, by name. One query. */
export async function managedOrganisations(viewer: Viewer, filter: { q: string; page: number }) {
  if (!mayManagePeople(viewer)) return { total: 0, organisations: [] };
  const found = await rows<ManagedOrganisationRow & { total: number }>(
    `SELECT o.slug, o.name, o.acronym, o.kind, up.name AS parent, count(*) OVER ()::int AS total,
       (SELECT count(*)::int FROM challenge c WHERE c.host_id = o.id) AS challenges,
       (SELECT count(*)::int FROM affiliation a WHERE a.organisation_id = o.id) AS people
     FROM organisation o LEFT JOIN organisation up ON up.id = o.parent_id
     WHERE searchable(o.name, o.acronym, joined(o.aliases)) LIKE ALL ($1::text[])
     ORDER BY searchable(o.name), o.id LIMIT ${PAGE} OFFSET $2`,
    [likePatterns(filter.q), (filter.page - 1) * PAGE],
  );
  return { total: found[0]?.total ?? 0, organisations: found.map(({ total, ...row }) => row) };
}

export type ManagedOrganisation = {
  id: string;
  slug: string;
  name: string;
  acronym: string | null;
  kind: string;
  parentId: string | null;
  website: string | null;
  siret: string | null;
  aliases: string[];
  mailDomains: string[];
};

export async function managedOrganisation(viewer: Viewer, slug: string): Promise<ManagedOrganisation | null> {
  if (!mayManagePeople(viewer)) return null;
  const [found] = await rows<ManagedOrganisation>(
    `SELECT id, slug, name, acronym, kind, parent_id AS "parentId", website, siret, aliases, mail_domains AS "mailDomains" FROM organisation WHERE slug = $1`,
    [slug],
  );
  return found ?? null;
}

export type MergeSuggestion = {
  fromId: string;
  fromName: string;
  fromSlug: string;
  intoId: string;
  intoName: string;
  intoSlug: string;
};

/** Names alike enough to be one body (a shared key, or trigrams at 0.6 and more); the better known of the two is kept. Never merged by itself. */
export async function mergeSuggestions(viewer: Viewer, limit = 10): Promise<MergeSuggestion[]> {
  if (!mayManagePeople(viewer)) return [];
  return rows<MergeSuggestion>(
    `WITH known AS (SELECT o.id, o.name, o.slug, o.name_keys, o.parent_id,
         (SELECT count(*) FROM challenge c WHERE c.host_id = o.id) + (SELECT count(*) FROM affiliation a WHERE a.organisation_id = o.id) AS weight
       FROM organisation o)
     SELECT b.id AS "fromId", b.name AS "fromName", b.slug AS "fromSlug", a.id AS "intoId", a.name AS "intoName", a.slug AS "intoSlug"
     FROM known a JOIN known b ON (a.weight, a.id) > (b.weight, b.id) AND a.parent_id IS DISTINCT FROM b.id AND b.parent_id IS DISTINCT FROM a.id
       AND (a.name_keys && b.name_keys OR similarity(searchable(a.name), searchable(b.name)) >= 0.6)
     ORDER BY (a.name_keys && b.name_keys) DESC, similarity(searchable(a.name), searchable(b.name)) DESC, a.id, b.id LIMIT $1`,
    [limit],
  );
}
