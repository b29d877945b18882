import { rows } from '@/lib/db';
import { nameKey } from '@/lib/people/names';
import { challengeSupportScope, maySupport } from '@/lib/support/policy';
import type { ContactFunction } from '@/lib/support/schema';
import type { DatasetState } from '@/lib/support/states';
import type { Viewer } from '@/lib/viewer';

export type Supported = {
  id: string;
  slug: string;
  title: string;
  hostId: string | null;
  host: string | null;
  keeps: boolean;
};

/** The challenge, when the viewer follows it; null looks like one that does not exist. */
export async function supported(viewer: Viewer, slug: string): Promise<Supported | null> {
  const scope = challengeSupportScope(viewer);
  const [row] = await rows<Omit<Supported, 'keeps'>>(
    `SELECT c.id, c.slug, c.title, c.host_id AS "hostId", o.name AS host FROM challenge c LEFT JOIN organisation o ON o.id = c.host_id
     WHERE c.slug = $4 AND ($1::boolean OR c.cohort_id = ANY($2::uuid[]) OR c.id = ANY($3::uuid[]))`,
    [scope.all, scope.cohortIds, scope.challengeIds, slug],
  );
  return row ? { ...row, keeps: maySupport(viewer, row.id) } : null;
}

export type ContactRow = {
  id: string;
  function: ContactFunction;
  name: string;
  email: string;
  phone: string;
  note: string;
  metOn: Date | null;
  left: boolean;
};
export type KnownContact = { id: string; function: ContactFunction; name: string; from: string };

/** Contacts of the challenge, and those that earlier challenges of the same administration left. */
export async function contactsOf(
  viewer: Viewer,
  challenge: Supported,
): Promise<{ own: ContactRow[]; known: KnownContact[] }> {
  if (viewer.kind === 'visitor') return { own: [], known: [] };
  const [own, known] = await Promise.all([
    rows<ContactRow>(
      `SELECT k.id, k.function, k.name, k.email, k.phone, k.note, x.met_on AS "metOn", k.left_at IS NOT NULL AS left
       FROM challenge_contact x JOIN contact k ON k.id = x.contact_id WHERE x.challenge_id = $1 ORDER BY k.left_at IS NOT NULL, k.function, k.name LIMIT 200`,
      [challenge.id],
    ),
    rows<KnownContact>(
      `SELECT k.id, k.function, k.name, COALESCE(string_agg(DISTINCT c.title, ', '), o.name) AS "from"
       FROM contact k JOIN organisation o ON o.id = k.organisation_id
       LEFT JOIN challenge_contact x ON x.contact_id = k.id LEFT JOIN challenge c ON c.id = x.challenge_id
       WHERE k.left_at IS NULL AND (k.organisation_id = $2 OR k.organisation_id = (SELECT parent_id FROM organisation WHERE id = $2))
         AND NOT EXISTS (SELECT 1 FROM challenge_contact y WHERE y.contact_id = k.id AND y.challenge_id = $1)
       GROUP BY k.id, o.id ORDER BY k.function, k.name LIMIT 50`,
      [challenge.id, challenge.hostId],
    ),
  ]);
  return { own, known };
}

export type Ally = {
  slug: string;
  name: string;
  headline: string;
  kind: string;
  challenge: string;
  cohort: string;
  why: 'host' | 'words';
  /** Has an address: one may ask to be introduced. */
  reachable: boolean;
};

/** People of earlier cohorts: same administration first, then those whose challenge or skills speak of the words. */
export async function alliesFor(viewer: Viewer, challenge: Supported, words: string): Promise<Ally[]> {
  if (viewer.kind === 'visitor') return [];
  return rows<Ally>(
    `SELECT DISTINCT ON (p.id) p.slug, p.name, p.headline, r.kind, c.title AS challenge, h.name AS cohort,
       CASE WHEN c.host_id = here.host_id OR o.parent_id = (SELECT parent_id FROM organisation WHERE id = here.host_id) THEN 'host' ELSE 'words' END AS why, p.email IS NOT NULL AS reachable
     FROM challenge here JOIN challenge c ON c.cohort_id <> here.cohort_id JOIN cohort h ON h.id = c.cohort_id
     JOIN role_assignment r ON r.challenge_id = c.id AND r.kind IN ('fellow', 'operational_mentor', 'coach')
     JOIN person p ON p.id = r.person_id AND p.disabled_at IS NULL AND p.visibility <> 'private'
     LEFT JOIN organisation o ON o.id = c.host_id
     WHERE here.id = $1 AND (
       ($2 = '' AND (c.host_id = here.host_id OR o.parent_id = (SELECT parent_id FROM organisation WHERE id = here.host_id)
         OR c.themes && here.themes))
       OR ($3 <> '' AND EXISTS (SELECT 1 FROM unnest(c.name_keys || COALESCE(o.name_keys, '{}')) k WHERE position($3 IN k) > 0))
       OR ($2 <> '' AND (c.title ILIKE '%' || $2 || '%' OR o.name ILIKE '%' || $2 || '%' OR $2 = ANY(p.skills) OR $2 = ANY(c.themes) OR $2 = ANY(c.skills)
         OR p.headline ILIKE '%' || $2 || '%' OR EXISTS (SELECT 1 FROM unnest(p.skills || c.skills || c.themes) w WHERE w ILIKE $2 || '%')
         OR EXISTS (SELECT 1 FROM obstacle b WHERE b.challenge_id = c.id AND b.audience = 'teams' AND b.title ILIKE '%' || $2 || '%'))))
     ORDER BY p.id, h.position DESC LIMIT 24`,
    [
      challenge.id,
      words
        .trim()
        .slice(0, 80)
        .replace(/[%_\\]/g, ' '),
      // Accents and case aside: « securite » finds « Sécurité ».
      nameKey(words).slice(0, 80),
    ],
  );
}

export type DatasetRow = {
  id: string;
  version: number;
  name: string;
  holder: string;
  form: string;
  personalData: string;
  legalGround: string;
  documentationUrl: string;
  openedUrl: string;
  licence: string;
  state: DatasetState;
  stateSince: Date;
  createdAt: Date;
  blocker: string;
  nextStep: string;
  nextStepOn: Date | null;
  steps: { id: string; before: string; after: string; note: string; by: string | null; at: string }[];
};

const DATASET = `d.id, d.version, d.name, d.holder, d.form, d.personal_data AS "personalData", d.legal_ground AS "legalGround",
  d.documentation_url AS "documentationUrl", d.opened_url AS "openedUrl", d.licence, d.state, d.state_since AS "stateSince", d.created_at AS "createdAt", d.blocker,
  d.next_step AS "nextStep", d.next_step_on AS "nextStepOn",
  COALESCE((SELECT json_agg(json_build_object('id', s.id, 'before', s.before, 'after', s.after, 'note', s.note, 'by', p.name, 'at', s.at) ORDER BY s.at DESC, s.id DESC)
    FROM dataset_step s LEFT JOIN person p ON p.id = s.by_id WHERE s.dataset_id = d.id), '[]') AS steps`;

export async function datasetsOf(viewer: Viewer, challenge: Supported): Promise<DatasetRow[]> {
  if (viewer.kind === 'visitor') return [];
  return rows<DatasetRow>(
    `SELECT ${DATASET} FROM dataset d WHERE d.challenge_id = $1 ORDER BY d.created_at LIMIT 100`,
    [challenge.id],
  );
}

export type WorkRow = {
  id: string;
  kind: 'code' | 'data' | 'documentation';
  title: string;
  url: string;
  licence: string;
};
export async function openWorksOf(viewer: Viewer, challenge: Supported): Promise<WorkRow[]> {
  if (viewer.kind === 'visitor') return [];
  return rows<WorkRow>(
    'SELECT id, kind, title, url, licence FROM open_work WHERE challenge_id = $1 ORDER BY kind, title LIMIT 100',
    [challenge.id],
  );
}
