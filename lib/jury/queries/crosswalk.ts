import { rows } from '@/lib/db';
import {
  type ComparedRow,
  type CriterionMean,
  type Crosswalk,
  compareRubrics,
  proposedMap,
} from '@/lib/jury/crosswalk';
import { runsJury } from '@/lib/jury/policy';
import type { StageDetail } from '@/lib/jury/queries/stages';
import type { Rubric } from '@/lib/jury/schema';
import type { Viewer } from '@/lib/viewer';

export type OtherRubric = { id: string; name: string; call: string; cohort: string };

/** Rubrics of other stages: what a new one can be copied from, or compared with. Newest first. */
export async function otherRubrics(viewer: Viewer, except?: string): Promise<OtherRubric[]> {
  if (!runsJury(viewer)) return [];
  return rows<OtherRubric>(
    `SELECT s.id, s.name, c.title AS call, k.name AS cohort FROM stage s JOIN call c ON c.id = s.call_id JOIN cohort k ON k.id = c.cohort_id
     WHERE $1::uuid IS NULL OR s.id <> $1 ORDER BY c.opens_at DESC, s.position LIMIT 100`,
    [except ?? null],
  );
}

export type Comparison = {
  crosswalk: Crosswalk | null;
  /** The rubric it is compared with, and where that one was used. */
  with: (OtherRubric & { rubric: Rubric }) | null;
  map: Crosswalk['map'];
  rows: ComparedRow[];
};

/** A stage's rubric beside the one it was copied from: what became of each criterion, and what was marked on both sides. */
export async function comparison(viewer: Viewer, stage: StageDetail): Promise<Comparison | null> {
  if (!runsJury(viewer)) return null;
  const [kept] = await rows<{ crosswalk: Crosswalk | null }>('SELECT crosswalk FROM stage WHERE id = $1', [stage.id]);
  const crosswalk = kept?.crosswalk ?? null;
  const [other] = crosswalk
    ? await rows<OtherRubric & { rubric: Rubric }>(
        `SELECT s.id, s.name, s.rubric, c.title AS call, k.name AS cohort FROM stage s JOIN call c ON c.id = s.call_id
         JOIN cohort k ON k.id = c.cohort_id WHERE s.id = $1`,
        [crosswalk.from],
      )
    : [];
  if (!crosswalk || !other) return { crosswalk: null, with: null, map: {}, rows: [] };
  const map = { ...proposedMap(other.rubric, stage.rubric), ...crosswalk.map };
  const [before, now] = await Promise.all([means(viewer, other.id), means(viewer, stage.id)]);
  return {
    crosswalk,
    with: other,
    map,
    rows: compareRubrics({ rubric: other.rubric, means: before }, { rubric: stage.rubric, means: now }, map),
  };
}

/** One figure per criterion, worked out in the database: 20,000 reviews do not travel. */
async function means(_viewer: Viewer, stageId: string): Promise<Record<string, CriterionMean>> {
  const found = await rows<{ key: string; mean: number; count: number }>(
    `SELECT m.key, avg(m.value::text::numeric)::float8 AS mean, count(*)::int AS count FROM (
       SELECT r.marks FROM review r JOIN review_assignment ra ON ra.id = r.assignment_id
         WHERE ra.stage_id = $1 AND r.sent_at IS NOT NULL AND NOT r.abstained
       UNION ALL SELECT h.marks FROM hearing h WHERE h.stage_id = $1 AND h.sent_at IS NOT NULL) sent,
       jsonb_each(sent.marks) m WHERE jsonb_typeof(m.value) = 'number' GROUP BY m.key`,
    [stageId],
  );
  return Object.fromEntries(found.map(({ key, mean, count }) => [key, { mean, count }]));
}
