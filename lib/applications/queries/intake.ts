import type { IntakeFilters } from '@/lib/applications/intake-filters';
import type { NextStep } from '@/lib/applications/next-step';
import { NEXT_DUE, NEXT_STEP, STANDING } from '@/lib/applications/queries/standing';
import { wordQuery } from '@/lib/applications/search';
import type { ApplicationState } from '@/lib/applications/states';
import { db, rows } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export const INTAKE_PAGE = 50;

export type IntakeRow = {
  id: string;
  reference: string | null;
  title: string;
  organisation: string;
  state: ApplicationState;
  submittedAt: Date | null;
  completeness: number;
  /** How many times it was sent; null for a file that came without its sendings. */
  versions: number | null;
  labels: string[];
  instructor: string | null;
  coFunding: boolean | null;
  profiles: string[] | null;
  /** Projects it resembles, those dismissed left out. */
  similar: number;
  next: NextStep | null;
  due: Date | null;
};

const ORDERS: Record<IntakeFilters['sort'], string> = {
  received: 'a.submitted_at',
  title: 'lower(a.title)',
  organisation: 'lower(a.organisation_name)',
  state: 'a.state',
  instructor: '(SELECT lower(p.name) FROM person p WHERE p.id = a.instructor_id)',
};

/**
 * Parameters 1 to 6: call, state, instructor, words as a text-search query, label, and the other filters as JSON.
 * Words are looked for in what names a file and in every text of the submission in force, each by its own index.
 */
export const intakeFound = `a.call_id = $1 AND a.state <> 'draft' AND ($2 = '' OR a.state::text = $2)
  AND ($3 = '' OR ($3 = 'none' AND a.instructor_id IS NULL) OR a.instructor_id::text = $3)
  AND ($4 = '' OR a.id IN (
    SELECT b.id FROM application b WHERE b.call_id = $1 AND to_tsvector('public.french_plain', b.title || ' ' || b.organisation_name || ' ' || COALESCE(b.reference, '')) @@ to_tsquery('public.french_plain', $4)
    UNION ALL SELECT s.application_id FROM submission s WHERE s.in_force AND words_of(s.answers) @@ to_tsquery('public.french_plain', $4)))
  AND ($5 = '' OR $5 = ANY (a.labels))
  AND ($6::jsonb->>'coFunding' = '' OR a.id IN (SELECT s.application_id FROM submission s WHERE s.in_force AND s.answers->'coFunding' = to_jsonb($6::jsonb->>'coFunding' = 'yes')))
  AND ($6::jsonb->>'profile' = '' OR a.id IN (SELECT s.application_id FROM submission s WHERE s.in_force AND jsonb_path_query_array(s.answers, '$.profiles[*].profile') ? ($6::jsonb->>'profile')))
  AND ($6::jsonb->>'next' = '' OR (SELECT ${NEXT_STEP} FROM (SELECT 1) one ${STANDING}) = $6::jsonb->>'next')`;

export const intakeValues = (callId: string, filters: IntakeFilters) => [
  callId,
  filters.state,
  filters.instructor,
  wordQuery(filters.q),
  filters.label,
  JSON.stringify({ coFunding: filters.coFunding, profile: filters.profile, next: filters.next }),
];

/** One page of the files of a call. One query: the page is chosen before its rows are dressed. */
export async function intakeRows(viewer: Viewer, callId: string, filters: IntakeFilters): Promise<IntakeRow[]> {
  if (!isCoordinator(viewer)) return [];
  const direction = (filters.down === '1') === (filters.sort === 'received') ? 'ASC' : 'DESC';
  const order = `${ORDERS[filters.sort]} ${direction} NULLS LAST, a.id`;
  return rows<IntakeRow>(
    `WITH page AS MATERIALIZED (SELECT a.id FROM application a WHERE ${intakeFound} ORDER BY ${order} LIMIT ${INTAKE_PAGE} OFFSET $7)
     SELECT a.id, a.reference, a.title, a.organisation_name AS organisation, a.state, a.submitted_at AS "submittedAt", a.labels,
       a.completeness, s.number AS versions, p.name AS instructor, (s.answers->'coFunding')::boolean AS "coFunding",
       jsonb_path_query_array(s.answers, '$.profiles[*].profile') AS profiles,
       (SELECT count(*)::int FROM similar_project x WHERE x.application_id = a.id AND x.verdict IS DISTINCT FROM 'different') AS similar, ${NEXT_STEP} AS next, ${NEXT_DUE} AS due
     FROM page JOIN application a ON a.id = page.id LEFT JOIN person p ON p.id = a.instructor_id
     LEFT JOIN submission s ON s.application_id = a.id AND s.in_force ${STANDING} ORDER BY ${order}`,
    [...intakeValues(callId, filters), (filters.page - 1) * INTAKE_PAGE],
  );
}

/** How many files of a call the filters leave. One query. */
export async function filesFound(viewer: Viewer, callId: string, filters: IntakeFilters): Promise<number> {
  if (!isCoordinator(viewer)) return 0;
  const [counted] = await rows<{ found: number }>(
    `SELECT count(*)::int AS found FROM application a WHERE ${intakeFound}`,
    intakeValues(callId, filters),
  );
  return counted?.found ?? 0;
}

export type IntakeCall = {
  id: string;
  slug: string;
  title: string;
  closesAt: Date;
  resultsPublishedAt: Date | null;
  cohort: string;
};
/** A call as the team examines it; null for who may not, as for a call that does not exist. */
export async function intakeCall(viewer: Viewer, slug: string): Promise<IntakeCall | null> {
  if (!isCoordinator(viewer)) return null;
  const [call] = await rows<IntakeCall>(
    `SELECT c.id, c.slug, c.title, c.closes_at AS "closesAt", c.results_published_at AS "resultsPublishedAt", k.name AS cohort
     FROM call c JOIN cohort k ON k.id = c.cohort_id WHERE c.slug = $1`,
    [slug],
  );
  return call ?? null;
}

/** A file as the team examines it, or null. The answers are those of the submission in force. */
export async function intakeFile(viewer: Viewer, id: string) {
  if (!isCoordinator(viewer) || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const file = await db.application.findFirst({
    where: { id, state: { not: 'draft' } },
    select: {
      id: true,
      reference: true,
      title: true,
      organisationName: true,
      state: true,
      labels: true,
      instructorId: true,
      submittedAt: true,
      call: { select: { id: true, slug: true, title: true, resultsPublishedAt: true } },
      submissions: {
        where: { inForce: true },
        select: { number: true, answers: true, receivedAt: true, formVersionId: true },
      },
      formVersion: { select: { id: true, definition: true } },
      decisions: {
        select: { id: true, before: true, after: true, reason: true, byId: true, createdAt: true, undoneAt: true },
        orderBy: { createdAt: 'desc' },
      },
      challenge: { select: { slug: true } },
    },
  });
  if (!file) return null;
  const names = await rows<{ id: string; name: string }>('SELECT id, name FROM person WHERE id = ANY ($1::uuid[])', [
    file.decisions.map(({ byId }) => byId),
  ]);
  const nameOf = new Map(names.map(({ id: person, name }) => [person, name]));
  return { ...file, decisions: file.decisions.map((one) => ({ ...one, by: nameOf.get(one.byId) ?? '' })) };
}
