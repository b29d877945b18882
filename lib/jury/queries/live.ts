import { createHash } from 'node:crypto';
import { rows } from '@/lib/db';
import { jurorIdOf, READABLE_FILE, runsJury, seatedOn } from '@/lib/jury/policy';
import { panelDigest } from '@/lib/jury/queries/hearing';
import { UUID } from '@/lib/jury/queries/stages';
import type { Viewer } from '@/lib/viewer';

type Line = { id: string; line: string };
type Room = { head: string; seated: string[]; lines: Line[]; ties: { person: string; file: string }[] };

/** A stage's deliberation as far as these people may follow it: one statement, however many they are. */
const roomOf = async (_viewer: Viewer, stageId: string, people: readonly string[]): Promise<Room | undefined> =>
  (
    await rows<Room>(
      `WITH files AS MATERIALIZED (
         SELECT a.id, a.state FROM stage s JOIN application a ON a.call_id = s.call_id WHERE s.id = $1 AND ${READABLE_FILE}),
       decided AS (SELECT application_id AS id, count(*) AS n FROM decision WHERE application_id IN (SELECT id FROM files) GROUP BY 1),
       noted AS (SELECT application_id AS id, count(*) AS n FROM deliberation_note WHERE stage_id = $1 GROUP BY 1),
       read AS (SELECT ra.application_id AS id, concat(count(*), ',', sum(r.version)) AS n
         FROM review_assignment ra JOIN review r ON r.assignment_id = ra.id WHERE ra.stage_id = $1 AND r.sent_at IS NOT NULL GROUP BY 1),
       heard AS (SELECT application_id AS id, concat(count(*), ',', sum(version)) AS n FROM hearing WHERE stage_id = $1 GROUP BY 1)
       SELECT s.settings::text || (SELECT concat(count(*), ',', count(t.left_at)) FROM stay t WHERE t.stage_id = s.id AND t.panel_id IS NULL) AS head,
         ARRAY(SELECT who::text FROM unnest($2::uuid[]) who WHERE (s.settings->>'deliberationOpen')::boolean
           AND (s.closed_at IS NOT NULL OR s.closes_at < now()) AND ${seatedOn('s.call_id', 'who')}) AS seated,
         (SELECT coalesce(json_agg(json_build_object('id', f.id, 'line',
             concat_ws('|', f.id, f.state, d.n, n.n, r.n, h.n)) ORDER BY f.id), '[]') FROM files f
           LEFT JOIN decided d USING (id) LEFT JOIN noted n USING (id) LEFT JOIN read r USING (id) LEFT JOIN heard h USING (id)) AS lines,
         (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('person', tie.person_id, 'file', tie.application_id)), '[]')
           FROM jury_conflicts($2::uuid[], ARRAY(SELECT id FROM files)) tie) AS ties
       FROM stage s WHERE s.id = $1`,
      [stageId, people],
    )
  )[0];

/**
 * For each person, a digest of what they may see of a deliberation: it changes only when their own view does, so that a
 * tick tells nothing of the rest. Null for who may not follow it.
 */
async function boardDigests(viewer: Viewer, others: readonly Viewer[], stageId: string): Promise<(string | null)[]> {
  const viewers = [viewer, ...others];
  if (!UUID.test(stageId)) return viewers.map(() => null);
  const people = viewers.filter((viewer) => !runsJury(viewer)).map(jurorIdOf);
  const room = await roomOf(viewer, stageId, [...new Set(people)]);
  if (!room) return viewers.map(() => null);
  const seated = new Set(room.seated);
  const tied = Map.groupBy(room.ties, ({ person }) => person);
  const weights = new Map(room.lines.map(({ id, line }) => [id, weightOf(line)]));
  const all = [...weights.values()].reduce(without, [0, 0, 0, 0]);
  return viewers.map((viewer) => {
    if (!runsJury(viewer) && !seated.has(jurorIdOf(viewer))) return null;
    const away = runsJury(viewer) ? [] : (tied.get(jurorIdOf(viewer)) ?? []);
    const own = away.reduce((left, { file }) => without(left, weights.get(file) ?? [0, 0, 0, 0]), all);
    return createHash('md5').update(`${room.head}\n${own.join()}`).digest('hex');
  });
}

/** 128 bits of what a file says of itself, as four whole numbers; its own identifier is in it, so that no two are alike. */
type Weight = readonly [number, number, number, number];

function weightOf(line: string): Weight {
  const bytes = createHash('md5').update(line).digest();
  return [bytes.readInt32LE(0), bytes.readInt32LE(4), bytes.readInt32LE(8), bytes.readInt32LE(12)];
}

/** Put in or taken out, it is the same: a room is hashed once, and each person's own files are taken out of the whole. */
const without = (all: Weight, one: Weight): Weight => [
  all[0] ^ one[0],
  all[1] ^ one[1],
  all[2] ^ one[2],
  all[3] ^ one[3],
];

export const boardDigest = async (viewer: Viewer, stageId: string) =>
  (await boardDigests(viewer, [], stageId))[0] ?? null;

/** What each of them may see of what they follow, a stage's deliberation or a panel: the viewer first, then the others. */
export async function liveDigests(viewer: Viewer, others: readonly Viewer[], id: string): Promise<(string | null)[]> {
  const seen = await boardDigests(viewer, others, id);
  if (seen.some((digest) => digest !== null)) return seen;
  return Promise.all([viewer, ...others].map((one) => panelDigest(one, id)));
}

export const newestEvent = async (_viewer: Viewer): Promise<string> =>
  (await rows<{ id: string }>('SELECT coalesce(max(id), 0)::text AS id FROM event'))[0]?.id ?? '';
