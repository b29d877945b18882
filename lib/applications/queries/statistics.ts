import { milestones, profileQuestion } from '@/lib/applications/funnel';
import type { Bilingual, FormDefinition } from '@/lib/calls/form';
import { rows } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export type DayCount = { day: string; started: number; received: number };
export type KindCount = { kind: string; files: number; coFunded: number };
export type ProfileCount = { value: string; label: Bilingual; seats: number; files: number };
export type Step = { id: string; title?: Bilingual; count: number };
export type Statistics = { days: DayCount[]; kinds: KindCount[]; profiles: ProfileCount[]; steps: Step[] };

type Call = { id: string; timeZone: string; opensAt: Date; closesAt: Date };

/**
 * What happened in a call, day by day, by kind of administration, by profile wanted, and where files stop.
 * Counts only: no title, no name. Four queries; null for who may not.
 */
export async function callStatistics(
  viewer: Viewer,
  call: Call,
  form: FormDefinition,
  now: Date,
): Promise<Statistics | null> {
  if (!isCoordinator(viewer)) return null;
  const [days, kinds, profiles, steps] = await Promise.all([
    dayCounts(call, now),
    kindCounts(call.id),
    profileCounts(call.id, form),
    stepCounts(call.id, form),
  ]);
  return { days, kinds, profiles, steps };
}

/** Every day from the opening (or the first file) to the closing or today, even when nothing came. */
function dayCounts({ id, timeZone, opensAt, closesAt }: Call, now: Date): Promise<DayCount[]> {
  return rows<DayCount>(
    `WITH moves AS (
       SELECT (a.created_at AT TIME ZONE $2)::date AS day, 1 AS started, 0 AS received FROM application a WHERE a.call_id = $1
       UNION ALL
       SELECT (min(s.received_at) AT TIME ZONE $2)::date, 0, 1 FROM submission s JOIN application a ON a.id = s.application_id
         WHERE a.call_id = $1 GROUP BY s.application_id),
     bounds AS (SELECT LEAST(($3::timestamptz AT TIME ZONE $2)::date, min(day)) AS first,
       GREATEST(max(day), LEAST(($4::timestamptz AT TIME ZONE $2)::date, ($5::timestamptz AT TIME ZONE $2)::date)) AS last FROM moves)
     SELECT to_char(d, 'YYYY-MM-DD') AS day, COALESCE(sum(m.started), 0)::int AS started, COALESCE(sum(m.received), 0)::int AS received
     FROM bounds, generate_series(GREATEST(bounds.first, bounds.last - 365), bounds.last, '1 day') d
     LEFT JOIN moves m ON m.day = d::date GROUP BY d ORDER BY d`,
    [id, timeZone, opensAt, closesAt, now],
  );
}

function kindCounts(callId: string): Promise<KindCount[]> {
  return rows<KindCount>(
    `SELECT COALESCE(o.kind::text, 'unknown') AS kind, count(*)::int AS files,
       count(*) FILTER (WHERE COALESCE(s.answers, a.answers)->'coFunding' = 'true'::jsonb)::int AS "coFunded"
     FROM application a LEFT JOIN organisation o ON o.id = a.organisation_id LEFT JOIN submission s ON s.application_id = a.id AND s.in_force
     WHERE a.call_id = $1 AND a.state <> 'draft' GROUP BY 1 ORDER BY files DESC, kind`,
    [callId],
  );
}

async function profileCounts(callId: string, form: FormDefinition): Promise<ProfileCount[]> {
  const question = profileQuestion(form);
  if (!question) return [];
  const counted = await rows<{ value: string; seats: number; files: number }>(
    `SELECT row->>$3 AS value, count(*)::int AS seats, count(DISTINCT a.id)::int AS files
     FROM application a LEFT JOIN submission s ON s.application_id = a.id AND s.in_force,
       jsonb_array_elements(CASE jsonb_typeof(COALESCE(s.answers, a.answers)->$2) WHEN 'array' THEN COALESCE(s.answers, a.answers)->$2 ELSE '[]' END) row
     WHERE a.call_id = $1 AND a.state <> 'draft' AND row->>$3 IS NOT NULL GROUP BY 1 ORDER BY seats DESC, value`,
    [callId, question.group, question.field],
  );
  return counted.map((one) => ({
    ...one,
    label: question.options.find(({ value }) => value === one.value)?.label ?? { fr: one.value, en: one.value },
  }));
}

/** Started, each section complete (a file that was sent was complete, whatever became of its working copy), submitted, eligible, selected: how many files have come that far. One query. */
async function stepCounts(callId: string, form: FormDefinition): Promise<Step[]> {
  const sections = milestones(form);
  const columns = sections.map(
    (_, index) =>
      `count(*) FILTER (WHERE a.submitted_at IS NOT NULL OR a.answers ?& $${index + 2}::text[])::int AS s${index}`,
  );
  const [counted = {}] = await rows<Record<string, number>>(
    `SELECT ${[...columns, ''].join(', ')} count(*)::int AS started, count(*) FILTER (WHERE a.submitted_at IS NOT NULL)::int AS submitted,
       count(*) FILTER (WHERE a.state IN ('eligible', 'preselected', 'not_preselected', 'selected', 'reserve', 'not_selected'))::int AS eligible,
       count(*) FILTER (WHERE a.state = 'selected')::int AS selected
     FROM application a WHERE a.call_id = $1`,
    [callId, ...sections.map(({ all }) => all)],
  );
  const fixed = (id: string): Step => ({ id, count: counted[id] ?? 0 });
  return [
    fixed('started'),
    ...sections.map(({ id, title }, index) => ({ id: `section:${id}`, title, count: counted[`s${index}`] ?? 0 })),
    fixed('submitted'),
    fixed('eligible'),
    fixed('selected'),
  ];
}
