import { mayManageChallenges } from '@/lib/challenges/policy';
import type { ChallengeLink, KeyFigure } from '@/lib/challenges/queries';
import { rows } from '@/lib/db';
import { likePatterns } from '@/lib/people/search';
import type { Viewer } from '@/lib/viewer';

export const PAGE = 50;

/** The cohorts whose challenges the viewer manages: null for all of them, none for most people. */
function managedCohorts(viewer: Viewer): { all: boolean; ids: string[] } {
  if (viewer.kind !== 'person') return { all: viewer.kind === 'system', ids: [] };
  const heads = viewer.roles.filter((role) => role.kind === 'coordinator' || role.kind === 'director');
  return { all: heads.some((role) => role.cohortId === null), ids: heads.flatMap((role) => role.cohortId ?? []) };
}
const MANAGED = '($1 OR k.id = ANY ($2::uuid[]))';

export type ManagedRow = {
  slug: string;
  title: string;
  cohort: string;
  colour: number;
  host: string | null;
  published: boolean;
  seats: number;
  fellows: number;
  recruited: number;
  mentors: number;
};

/** Challenges as the coordination follows them: seats filled, proofs received, mentors known. One query. */
export async function managedChallenges(viewer: Viewer, filter: { q: string; cohort: string; page: number }) {
  const { all, ids } = managedCohorts(viewer);
  const found = await rows<ManagedRow & { total: number }>(
    `SELECT c.slug, c.title, k.name AS cohort, k.colour, o.name AS host, c.published, count(*) OVER ()::int AS total,
       (SELECT count(*)::int FROM position s WHERE s.challenge_id = c.id) AS seats,
       (SELECT count(s.fellow_id)::int FROM position s WHERE s.challenge_id = c.id) AS fellows,
       (SELECT count(s.recruited_on)::int FROM position s WHERE s.challenge_id = c.id) AS recruited,
       (SELECT count(*)::int FROM role_assignment r WHERE r.challenge_id = c.id AND r.kind IN ('operational_mentor', 'strategic_mentor')) AS mentors
     FROM challenge c JOIN cohort k ON k.id = c.cohort_id LEFT JOIN organisation o ON o.id = c.host_id
     WHERE ${MANAGED} AND ($3 = '' OR k.slug = $3) AND searchable(c.title, o.name, joined(c.aliases)) LIKE ALL ($4::text[])
     ORDER BY k.position DESC, lower(c.title), c.id LIMIT ${PAGE} OFFSET $5`,
    [all, ids, filter.cohort, likePatterns(filter.q), (filter.page - 1) * PAGE],
  );
  return { total: found[0]?.total ?? 0, challenges: found.map(({ total, ...row }) => row) };
}

export type Laureate = { id: string; reference: string | null; title: string; organisation: string; cohort: string };

/** Selected files that are not challenges yet, oldest first. */
export async function laureatesWaiting(viewer: Viewer): Promise<Laureate[]> {
  const { all, ids } = managedCohorts(viewer);
  return rows<Laureate>(
    `SELECT a.id, a.reference, a.title, a.organisation_name AS organisation, k.name AS cohort
     FROM application a JOIN call ON call.id = a.call_id JOIN cohort k ON k.id = call.cohort_id
     WHERE a.state = 'selected' AND call.kind = 'projects' AND call.settings->>'rehearsal' IS NULL AND NOT EXISTS (SELECT 1 FROM challenge c WHERE c.application_id = a.id) AND ${MANAGED}
     ORDER BY k.position, a.title, a.id LIMIT 100`,
    [all, ids],
  );
}

export type ManagedSeat = {
  id: string;
  version: number;
  profile: string;
  title: string;
  netMonthlyCents: number | null;
  fellow: { id: string; name: string; slug: string; email: string | null } | null;
  arrivesOn: string | null;
  leavesOn: string | null;
  recruitedOn: string | null;
};
export type ManagedRole = {
  id: string;
  kind: string;
  from: string | null;
  to: string | null;
  name: string;
  slug: string;
  email: string | null;
};
export type ManagedChallenge = {
  id: string;
  slug: string;
  version: number;
  title: string;
  tagline: string;
  body: string;
  cohortId: string;
  cohort: { slug: string; name: string; settings: unknown };
  applicationId: string | null;
  hostId: string | null;
  backerId: string | null;
  towns: string[];
  skills: string[];
  themes: string[];
  keyFigures: KeyFigure[];
  links: ChallengeLink[];
  durationMonths: number | null;
  selfFunded: boolean;
  published: boolean;
  seats: ManagedSeat[];
  roles: ManagedRole[];
};

/** Everything the coordination edits of a challenge; null when absent or not theirs. One query. */
export async function managedChallenge(viewer: Viewer, slug: string): Promise<ManagedChallenge | null> {
  const [found] = await rows<ManagedChallenge>(
    `SELECT c.id, c.slug, c.version, c.title, c.tagline, c.body, c.cohort_id AS "cohortId", c.application_id AS "applicationId",
       json_build_object('slug', k.slug, 'name', k.name, 'settings', k.settings) AS cohort, c.host_id AS "hostId", c.backer_id AS "backerId",
       c.towns, c.skills, c.themes, c.key_figures AS "keyFigures", c.links, c.duration_months AS "durationMonths",
       c.self_funded AS "selfFunded", c.published,
       COALESCE((SELECT json_agg(json_build_object('id', s.id, 'version', s.version, 'profile', s.profile, 'title', s.title,
           'netMonthlyCents', s.net_monthly_cents, 'arrivesOn', s.arrives_on, 'leavesOn', s.leaves_on, 'recruitedOn', s.recruited_on,
           'fellow', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name, 'slug', p.slug, 'email', p.email) END)
           ORDER BY s.created_at, s.id)
         FROM position s LEFT JOIN person p ON p.id = s.fellow_id WHERE s.challenge_id = c.id), '[]') AS seats,
       COALESCE((SELECT json_agg(json_build_object('id', r.id, 'kind', r.kind, 'from', r."from", 'to', r."to", 'name', p.name,
           'slug', p.slug, 'email', p.email) ORDER BY r.kind, r."from" NULLS FIRST, p.name)
         FROM role_assignment r JOIN person p ON p.id = r.person_id
         WHERE r.challenge_id = c.id AND r.kind <> 'fellow'), '[]') AS roles
     FROM challenge c JOIN cohort k ON k.id = c.cohort_id WHERE c.slug = $1`,
    [slug],
  );
  return found && mayManageChallenges(viewer, found.cohortId) ? found : null;
}
