import type { Link } from '@/lib/chain';
import { rows } from '@/lib/db';
import { calibrationMethod } from '@/lib/jury/calibration';
import type { MinutesContent } from '@/lib/jury/minutes';
import { jurorIdOf, readsMinutes, runsJury } from '@/lib/jury/policy';
import { board } from '@/lib/jury/queries/board';
import { type StageDetail, UUID } from '@/lib/jury/queries/stages';
import type { Viewer } from '@/lib/viewer';

export type Draft = Omit<MinutesContent, 'number' | 'sealedBy' | 'sealedAt' | 'remarks'>;

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000);

/** The minutes as they would be sealed now, or null. */
export async function draftMinutes(viewer: Viewer, stage: StageDetail): Promise<Draft | null> {
  if (!runsJury(viewer)) return null;
  const [table, attendance, recusals, counts] = await Promise.all([
    board(viewer, stage.id),
    rows<Draft['attendance'][number]>(
      // Called in a panel, or noted as they came into the room; once somebody was noted, who was not is absent.
      `SELECT p.name, n.name AS panel, coalesce(m.present,
         CASE WHEN EXISTS (SELECT 1 FROM stay t WHERE t.stage_id = $2 AND t.person_id = p.id) THEN true
           WHEN n.id IS NULL AND EXISTS (SELECT 1 FROM stay t WHERE t.stage_id = $2) THEN false END) AS present, to_char(j.charter_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "charterAt"
       FROM juror j JOIN person p ON p.id = j.person_id
       LEFT JOIN (panel_member m JOIN panel n ON n.id = m.panel_id AND n.stage_id = $2) ON m.person_id = p.id
       WHERE j.call_id = $1 AND j.state = 'accepted' ORDER BY n.position NULLS LAST, p.name LIMIT 1000`,
      [stage.callId, stage.id],
    ),
    rows<Draft['recusals'][number]>(
      `SELECT p.name, coalesce(a.reference, a.title) AS file, c.kind FROM conflict c JOIN person p ON p.id = c.person_id
       JOIN application a ON a.id = c.application_id JOIN juror j ON j.person_id = p.id AND j.call_id = a.call_id
       WHERE a.call_id = $1 AND c.state IN ('declared', 'confirmed') ORDER BY a.reference, p.name LIMIT 2000`,
      [stage.callId],
    ),
    rows<{ id: string; count: number }>(
      `SELECT ra.application_id AS id, count(*)::int AS count FROM review_assignment ra JOIN review r ON r.assignment_id = ra.id
       WHERE ra.stage_id = $1 AND r.sent_at IS NOT NULL GROUP BY ra.application_id
       UNION ALL SELECT application_id, count(*)::int FROM hearing WHERE stage_id = $1 AND sent_at IS NOT NULL GROUP BY application_id`,
      [stage.id],
    ),
  ]);
  if (!table) return null;
  const reviews = new Map(counts.map(({ id, count }) => [id, count]));
  const { rubric } = table;
  return {
    version: 2,
    stage: stage.name,
    call: stage.call,
    cohort: stage.cohort,
    method: {
      rubric: { fr: rubric.label.fr, en: rubric.label.en },
      total: rubric.total,
      marking: rubric.marking,
      criteria: rubric.criteria.map(({ label, weight, scale }) => ({
        label: { fr: label.fr, en: label.en },
        weight,
        min: scale.min,
        max: scale.max,
      })),
      ranking: table.rules,
      correction: {
        ...table.correction,
        method: table.rules.includes('corrected') ? calibrationMethod : null,
      },
      lotSeed: stage.id,
      frozenAt: stage.frozenAt?.toISOString() ?? null,
    },
    attendance,
    recusals,
    files: table.items.map((item) => ({
      reference: item.reference,
      title: item.title,
      organisation: item.organisation,
      place: item.place,
      tiedWith: item.tiedWith,
      brokenBy: item.brokenBy,
      mean: rounded(item.mean),
      corrected: rounded(item.corrected),
      reviews: reviews.get(item.id) ?? 0,
      decision: item.state,
      reason: item.reason,
    })),
  };
}

export type Sealed = {
  id: string;
  stageId: string;
  number: number;
  content: string;
  digest: string;
  sealedAt: Date;
  event: Link | null;
  signatures: { personId: string; name: string; signedAt: string; digest: string; event: Link | null }[];
};

const LINK = (alias: string) => `json_build_object('id', ${alias}.id::text,
  'at', to_char(${alias}.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'name', ${alias}.name, 'actorKind', ${alias}.actor_kind,
  'actorId', ${alias}.actor_id, 'subjectKind', ${alias}.subject_kind, 'subjectId', ${alias}.subject_id, 'payload', ${alias}.payload,
  'prevHash', ${alias}.prev_hash, 'hash', ${alias}.hash)`;

/** Sealed minutes with the links of the chain that hold them: for who runs the jury and for those who sat. */
async function sealedWhere(viewer: Viewer, where: string, value: string): Promise<Sealed[]> {
  return rows<Sealed>(
    `SELECT m.id, m.stage_id AS "stageId", m.number, m.content, m.digest, m.sealed_at AS "sealedAt",
       (SELECT ${LINK('e')} FROM event e WHERE e.subject_kind = 'minutes' AND e.subject_id = m.id::text AND e.name = 'minutes.sealed' LIMIT 1) AS event,
       coalesce((SELECT json_agg(json_build_object('personId', g.person_id, 'name', p.name, 'digest', g.digest,
           'signedAt', to_char(g.signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'event', (SELECT ${LINK('e')} FROM event e WHERE e.subject_kind = 'minutes' AND e.subject_id = m.id::text
             AND e.name = 'minutes.signed' AND e.actor_id = g.person_id::text LIMIT 1)) ORDER BY g.signed_at)
         FROM minutes_signature g JOIN person p ON p.id = g.person_id WHERE g.minutes_id = m.id), '[]') AS signatures
     FROM minutes m JOIN stage s ON s.id = m.stage_id
     WHERE ${where} = $1 AND ($2 OR (${readsMinutes('$3')})) ORDER BY m.number DESC LIMIT 20`,
    [value, runsJury(viewer), jurorIdOf(viewer)],
  );
}

export const minutesOfStage = async (viewer: Viewer, stage: { id: string }): Promise<Sealed[]> =>
  sealedWhere(viewer, 'm.stage_id', stage.id);

export async function minutesById(viewer: Viewer, id: string): Promise<Sealed | null> {
  return UUID.test(id) ? ((await sealedWhere(viewer, 'm.id', id))[0] ?? null) : null;
}

/** Minutes whose text, digest or signatures are not those the event chain holds; none when all is well. */
export async function changedMinutes(viewer: Viewer): Promise<string[]> {
  if (viewer.kind !== 'system' && !runsJury(viewer)) return [];
  const found = await rows<{ id: string }>(
    `SELECT m.id FROM minutes m WHERE encode(sha256(convert_to(m.content, 'UTF8')), 'hex') <> m.digest
       OR NOT EXISTS (SELECT 1 FROM event e WHERE e.subject_kind = 'minutes' AND e.subject_id = m.id::text
         AND e.name = 'minutes.sealed' AND e.payload::json->>'digest' = m.digest)
       OR EXISTS (SELECT 1 FROM minutes_signature g WHERE g.minutes_id = m.id AND NOT EXISTS (SELECT 1 FROM event e
         WHERE e.subject_kind = 'minutes' AND e.subject_id = m.id::text AND e.name = 'minutes.signed'
           AND e.actor_id = g.person_id::text AND e.payload::json->>'signature' = g.digest))
       OR (SELECT count(*) FROM event e WHERE e.subject_kind = 'minutes' AND e.subject_id = m.id::text AND e.name = 'minutes.signed')
         <> (SELECT count(*) FROM minutes_signature g WHERE g.minutes_id = m.id)
     ORDER BY m.id LIMIT 100`,
  );
  return found.map(({ id }) => id);
}
