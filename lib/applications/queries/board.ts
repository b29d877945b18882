import { type IntakeFilters, isNarrowed } from '@/lib/applications/intake-filters';
import type { Colleague } from '@/lib/applications/mentions';
import { COLLEAGUES, invitedTo, READERS } from '@/lib/applications/queries/colleagues';
import { filesFound } from '@/lib/applications/queries/intake';
import type { ApplicationState } from '@/lib/applications/states';
import type { Clock } from '@/lib/clock';
import { rows } from '@/lib/db';
import { isCoordinator, personId, type Viewer } from '@/lib/viewer';

/** Someone who may be given files to examine, with how many of the call they have. */
export type Instructor = { id: string; name: string; load: number };
export type ViewLine = { id: string; name: string; query: string; shared: boolean; mine: boolean; by: string };
/** What the viewer last did to files of the call, while it can be undone. */
export type LastAct = { id: string; kind: string; count: number; at: Date };
const UNDOABLE_MS = 10 * 60_000;

/** What surrounds a file on each of its pages. */
export type FileDesk = { people: Instructor[]; readers: Colleague[]; act: LastAct | null };

export type BoardDesk = FileDesk & {
  /** How many the filters leave. */
  found: number;
  drafts: number;
  /** How many files in each state, drafts apart, whatever the filters. */
  states: Partial<Record<ApplicationState, number>>;
  /** The labels of the call's files, most used first. */
  labels: { label: string; count: number }[];
  /** One's own saved views, then those the team shares. */
  views: ViewLine[];
};

type Json<T> = T[] | null;
type Sent = Omit<LastAct, 'at'> & { at: string };

/** $1 the call, $2 the viewer, $3 the moment before which acts are no longer undone. */
const around = (load: string) => `
  (SELECT json_agg(x) FROM (SELECT p.id, p.name, ${load} AS load FROM person p WHERE (${COLLEAGUES}) OR ${invitedTo('$1::uuid')} ORDER BY p.name LIMIT 200) x) AS people,
  (SELECT json_agg(x) FROM (SELECT p.id, p.name FROM person p WHERE (${READERS}) OR ${invitedTo('$1::uuid')} ORDER BY p.name LIMIT 200) x) AS readers,
  (SELECT row_to_json(x) FROM (SELECT f.id, f.kind, jsonb_array_length(f.changes)::int AS count, f.created_at AS at FROM file_act f
     WHERE f.call_id = $1::uuid AND f.by_id = $2::uuid AND f.undone_at IS NULL AND f.created_at > $3::timestamptz
     ORDER BY f.created_at DESC LIMIT 1) x) AS act`;

const FILE_DESK = `SELECT ${around('(SELECT count(*)::int FROM application a WHERE a.call_id = $1::uuid AND a.instructor_id = p.id)')}`;

/** The files of the call are counted once, in an index alone; labels over the files that have some. */
const BOARD_DESK = `WITH tally AS MATERIALIZED (SELECT a.state, a.instructor_id, count(*)::int AS files
    FROM application a WHERE a.call_id = $1::uuid GROUP BY 1, 2)
  SELECT ${around('(SELECT COALESCE(sum(y.files), 0)::int FROM tally y WHERE y.instructor_id = p.id)')},
  (SELECT json_object_agg(x.state, x.files) FROM (SELECT state, sum(files)::int AS files FROM tally GROUP BY state) x) AS counts,
  (SELECT json_agg(x) FROM (SELECT label, count(*)::int AS count FROM application a, unnest(a.labels) AS label
     WHERE a.call_id = $1::uuid AND a.labels <> '{}' AND a.state <> 'draft' GROUP BY label ORDER BY 2 DESC, 1 LIMIT 50) x) AS labels,
  (SELECT json_agg(x) FROM (SELECT v.id, v.name, v.query, v.shared, v.owner_id = $2::uuid AS mine, p.name AS by
     FROM saved_view v JOIN person p ON p.id = v.owner_id WHERE v.shared OR v.owner_id = $2::uuid
     ORDER BY v.owner_id <> $2::uuid, lower(v.name) LIMIT 100) x) AS views`;

const values = (viewer: Viewer, callId: string, clock: Clock) => [
  callId,
  personId(viewer),
  new Date(clock().getTime() - UNDOABLE_MS),
];
const asAct = (act: Sent | null | undefined): LastAct | null => (act ? { ...act, at: new Date(act.at) } : null);

/** Who may examine and read a call's files, and the viewer's last act on them: ten minutes. One query. */
export async function fileDesk(viewer: Viewer, callId: string, clock: Clock): Promise<FileDesk> {
  if (!isCoordinator(viewer)) return { people: [], readers: [], act: null };
  type Row = { people: Json<Instructor>; readers: Json<Colleague>; act: Sent | null };
  const [row] = await rows<Row>(FILE_DESK, values(viewer, callId, clock));
  return { people: row?.people ?? [], readers: row?.readers ?? [], act: asAct(row?.act) };
}

/** All that stands around the files of the board. One query, two when filters narrow more than a state. */
export async function boardDesk(
  viewer: Viewer,
  callId: string,
  filters: IntakeFilters,
  clock: Clock,
): Promise<BoardDesk> {
  type Row = { people: Json<Instructor>; readers: Json<Colleague>; act: Sent | null } & {
    counts: Partial<Record<ApplicationState, number>> | null;
    labels: Json<BoardDesk['labels'][number]>;
    views: Json<ViewLine>;
  };
  const none = { people: [], readers: [], act: null, found: 0, drafts: 0, states: {}, labels: [], views: [] };
  if (!isCoordinator(viewer)) return none;
  const [[row], narrowed] = await Promise.all([
    rows<Row>(BOARD_DESK, values(viewer, callId, clock)),
    isNarrowed(filters) ? filesFound(viewer, callId, filters) : undefined,
  ]);
  const states = row?.counts ?? {};
  const drafts = states.draft ?? 0;
  delete states.draft;
  const all = Object.values(states).reduce((sum, files) => sum + files, 0);
  return {
    ...{ people: row?.people ?? [], readers: row?.readers ?? [], act: asAct(row?.act) },
    ...{ drafts, states, labels: row?.labels ?? [], views: row?.views ?? [] },
    found: narrowed ?? (filters.state ? (states[filters.state] ?? 0) : all),
  };
}
