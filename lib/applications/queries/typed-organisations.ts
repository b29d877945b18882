import { rows } from '@/lib/db';
import { nameKey } from '@/lib/people/names';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export type Match = {
  id: string;
  name: string;
  acronym: string | null;
  parent: string | null;
  /** Why it may be this one: the same number, the same name, or names alike (0 to 100). */
  why: 'siret' | 'name' | 'alike';
  score: number;
};

const DIGITS = `regexp_replace(COALESCE(s.answers #>> ARRAY[f.definition->>'organisationField', 'siret'], ''), '\\D', '', 'g')`;

/** Bodies that `t.name` (its key `t.key`) and `t.siret` may mean, the surest first. */
const matches = (most: number) => `(SELECT COALESCE(json_agg(m), '[]') FROM (
  SELECT o.id, o.name, o.acronym, up.name AS parent,
    CASE WHEN t.siret <> '' AND o.siret = t.siret THEN 'siret' WHEN t.key = ANY (o.name_keys) THEN 'name' ELSE 'alike' END AS why,
    round(100 * alike.score)::int AS score
  FROM organisation o LEFT JOIN organisation up ON up.id = o.parent_id
  CROSS JOIN LATERAL (SELECT max(similarity(searchable(one), searchable(t.name))) AS score FROM unnest(o.name || o.aliases || o.acronym) one) alike
  WHERE (t.siret <> '' AND o.siret = t.siret) OR t.key = ANY (o.name_keys) OR alike.score >= 0.3
  ORDER BY (t.siret <> '' AND o.siret = t.siret) DESC, (t.key = ANY (o.name_keys)) DESC, alike.score DESC, o.id LIMIT ${most}) m)`;

export type TypedOrganisation = { name: string; siret: string; files: number; fileId: string; match: Match | null };
const MOST = 200;

/**
 * Administrations typed in a call's files that are in no directory, those of most files first, each with the body it most
 * likely is. Two queries: spellings are brought together by the same key as names elsewhere.
 */
export async function typedOrganisations(viewer: Viewer, callId: string): Promise<TypedOrganisation[]> {
  if (!isCoordinator(viewer)) return [];
  const typed = await rows<{ id: string; name: string; siret: string }>(
    `SELECT a.id, a.organisation_name AS name, ${DIGITS} AS siret FROM application a
     LEFT JOIN submission s ON s.application_id = a.id AND s.in_force
     LEFT JOIN form_version f ON f.id = COALESCE(s.form_version_id, a.form_version_id)
     WHERE a.call_id = $1::uuid AND a.state <> 'draft' AND a.organisation_id IS NULL AND a.organisation_name <> '' ORDER BY a.reference, a.id`,
    [callId],
  );
  const groups = new Map<string, Omit<TypedOrganisation, 'match'>>();
  for (const { id, name, siret } of typed) {
    const key = nameKey(name);
    const group = groups.get(key) ?? { name, siret, files: 0, fileId: id };
    groups.set(key, { ...group, siret: group.siret || siret, files: group.files + 1 });
  }
  const shown = [...groups].sort(([, one], [, other]) => other.files - one.files).slice(0, MOST);
  const found = await rows<{ key: string; matches: Match[] }>(
    `SELECT t.key, ${matches(1)} AS matches FROM jsonb_to_recordset($1::jsonb) AS t(key text, name text, siret text)`,
    [JSON.stringify(shown.map(([key, { name, siret }]) => ({ key, name, siret })))],
  );
  const matchOf = new Map(found.map((one) => [one.key, one.matches[0] ?? null]));
  return shown.map(([key, group]) => ({ ...group, match: matchOf.get(key) ?? null }));
}

export type FileOrganisation = {
  id: string;
  reference: string | null;
  title: string;
  call: { slug: string; title: string };
  name: string;
  siret: string;
  /** The body above it, as typed. */
  parent: string;
  known: { slug: string; name: string } | null;
  /** What the team said of it, when it did. */
  placed: { by: string; at: Date; reason: string; made: boolean } | null;
  matches: Match[];
  /** How many other files of the call typed the same and wait too. */
  others: number;
};

/** The administration of a file: what was typed, the body it is or may be. Two queries. */
export async function fileOrganisation(viewer: Viewer, id: string): Promise<FileOrganisation | null> {
  if (!isCoordinator(viewer) || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  type Row = Omit<FileOrganisation, 'matches' | 'others' | 'placed'> & {
    placed: { by: string; at: string; reason: string; made: boolean } | null;
    waiting: string[];
  };
  const [file] = await rows<Row>(
    `SELECT a.id, a.reference, a.title, json_build_object('slug', c.slug, 'title', c.title) AS call, a.organisation_name AS name,
       ${DIGITS} AS siret, COALESCE(s.answers #>> ARRAY[f.definition->>'organisationField', 'parent'], '') AS parent,
       (SELECT json_build_object('slug', o.slug, 'name', o.name) FROM organisation o WHERE o.id = a.organisation_id) AS known,
       (SELECT json_build_object('by', COALESCE(p.name, ''), 'at', x.created_at, 'reason', x.reason, 'made', x.made)
          FROM organisation_placement x LEFT JOIN person p ON p.id = x.by_id
          WHERE x.application_id = a.id AND x.undone_at IS NULL ORDER BY x.created_at DESC LIMIT 1) AS placed,
       ARRAY(SELECT b.organisation_name FROM application b WHERE b.call_id = a.call_id AND b.id <> a.id AND b.state <> 'draft'
         AND b.organisation_id IS NULL AND b.organisation_name <> '') AS waiting
     FROM application a JOIN call c ON c.id = a.call_id LEFT JOIN submission s ON s.application_id = a.id AND s.in_force
     LEFT JOIN form_version f ON f.id = COALESCE(s.form_version_id, a.form_version_id)
     WHERE a.id = $1::uuid AND a.state <> 'draft'`,
    [id],
  );
  if (!file) return null;
  const { waiting, placed, ...rest } = file;
  const key = nameKey(file.name);
  const [found] = await rows<{ matches: Match[] }>(
    `SELECT ${matches(6)} AS matches FROM (SELECT $1::text AS key, $2::text AS name, $3::text AS siret) t`,
    [key, file.name, file.siret],
  );
  return {
    ...rest,
    placed: placed && { ...placed, at: new Date(placed.at) },
    matches: found?.matches ?? [],
    others: waiting.filter((name) => nameKey(name) === key).length,
  };
}
