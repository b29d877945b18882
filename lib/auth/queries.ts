import { digest } from '@/lib/auth/tokens';
import { rows } from '@/lib/db';
import { isDisclosed } from '@/lib/people/disclosed';
import type { PersonViewer, Viewer, ViewerRole } from '@/lib/viewer';

type Row = {
  id: string;
  name: string;
  email: string;
  locale: 'fr' | 'en';
  theme: 'system' | 'light' | 'dark';
  roles: ViewerRole[] | null;
  organisations: string[] | null;
};

/** The person behind a session cookie, with the roles in force today; null when unknown, expired or disabled. One query. */
export async function sessionViewer(token: string): Promise<PersonViewer | null> {
  const [row] = await rows<Row>(
    `SELECT p.id, p.name, p.email, p.locale, p.theme,
       (SELECT json_agg(json_build_object('kind', r.kind, 'cohortId', r.cohort_id, 'challengeId', r.challenge_id))
          FROM role_assignment r WHERE r.person_id = p.id
           AND (r."from" IS NULL OR r."from" <= current_date) AND (r."to" IS NULL OR r."to" >= current_date)
           AND (r.challenge_id IS NULL OR ${isDisclosed('r.challenge_id')})) AS roles,
       (SELECT array_agg(a.organisation_id::text) FROM affiliation a WHERE a.person_id = p.id) AS organisations
     FROM session s JOIN person p ON p.id = s.person_id
     WHERE s.session_token = $1 AND s.expires > now() AND p.disabled_at IS NULL AND p.email IS NOT NULL`,
    [digest(token)],
  );
  if (!row) return null;
  const { organisations, roles, ...person } = row;
  return { kind: 'person', ...person, roles: roles ?? [], organisationIds: organisations ?? [] };
}

export type OpenSessionRow = { id: string; userAgent: string; createdAt: Date; current: boolean };

/** The viewer's own open sessions, newest first; `token` tells which one is this browser's. */
export async function sessionsOf(viewer: Viewer, token: string): Promise<OpenSessionRow[]> {
  if (viewer.kind !== 'person') return [];
  return rows<OpenSessionRow>(
    `SELECT id, user_agent AS "userAgent", created_at AS "createdAt", session_token = $2 AS current
     FROM session WHERE person_id = $1 AND expires > now() ORDER BY session_token = $2 DESC, created_at DESC LIMIT 50`,
    [viewer.id, digest(token)],
  );
}
