import { rows } from '@/lib/db';
import { runsJury } from '@/lib/jury/policy';
import type { StageDetail } from '@/lib/jury/queries/stages';
import type { Viewer } from '@/lib/viewer';

export type Stays = { arrivedAt: string; leftAt: string | null }[];
export type InRoom = { personId: string; name: string; here: boolean; stays: Stays };
export type Room = { panelId: string | null; name: string; people: InRoom[] };
export type HeardBy = {
  id: string;
  title: string;
  panel: string;
  startsAt: Date | null;
  endsAt: Date | null;
  /** Who was in the room while it was heard, without those who stood aside. */
  present: string[];
  aside: string[];
};

const STAYS = `coalesce((SELECT json_agg(json_build_object('arrivedAt', t.arrived_at, 'leftAt', t.left_at) ORDER BY t.arrived_at)
  FROM stay t WHERE t.stage_id = $1 AND t.person_id = p.id AND t.panel_id IS NOT DISTINCT FROM room.id), '[]')`;

/** Every room of a stage with who is expected there, and their comings and goings; the deliberation's room comes last. */
export async function roomsOf(viewer: Viewer, stage: StageDetail): Promise<Room[]> {
  if (!runsJury(viewer)) return [];
  const people = await rows<InRoom & { panelId: string | null; room: string }>(
    `SELECT room.id AS "panelId", room.name AS room, p.id AS "personId", p.name, ${STAYS} AS stays,
       EXISTS (SELECT 1 FROM stay t WHERE t.stage_id = $1 AND t.person_id = p.id AND t.panel_id IS NOT DISTINCT FROM room.id
         AND t.left_at IS NULL) AS here
     FROM (SELECT n.id, n.name, n.position, m.person_id FROM panel n JOIN panel_member m ON m.panel_id = n.id WHERE n.stage_id = $1
       UNION ALL SELECT NULL, '', 1000, j.person_id FROM juror j WHERE j.call_id = $2 AND j.state = 'accepted') room
     JOIN person p ON p.id = room.person_id ORDER BY room.position, p.name, p.id LIMIT 2000`,
    [stage.id, stage.callId],
  );
  return [...Map.groupBy(people, ({ panelId }) => panelId)].map(([panelId, all]) => ({
    panelId,
    name: all[0]?.room ?? '',
    people: all.map(({ panelId: _, room: __, ...one }) => one),
  }));
}

/** Each hearing with who was in the room at its hour, and who had stood aside from it. */
export async function hearingsHeardBy(viewer: Viewer, stage: StageDetail): Promise<HeardBy[]> {
  if (!runsJury(viewer)) return [];
  return rows<HeardBy>(
    `WITH tied AS MATERIALIZED (SELECT k.person_id, k.application_id FROM jury_conflicts(
       ARRAY(SELECT m.person_id FROM panel_member m JOIN panel n ON n.id = m.panel_id WHERE n.stage_id = $1),
       ARRAY(SELECT h.application_id FROM hearing h WHERE h.stage_id = $1)) k)
     SELECT h.id, a.title, n.name AS panel, h.starts_at AS "startsAt", h.ends_at AS "endsAt",
       ARRAY(SELECT p.name FROM panel_member m JOIN person p ON p.id = m.person_id WHERE m.panel_id = n.id
         AND EXISTS (SELECT 1 FROM stay t WHERE t.panel_id = n.id AND t.person_id = p.id
           AND (h.ends_at IS NULL OR t.arrived_at < h.ends_at) AND (h.starts_at IS NULL OR t.left_at IS NULL OR t.left_at > h.starts_at))
         AND NOT EXISTS (SELECT 1 FROM tied k WHERE k.person_id = p.id AND k.application_id = a.id) ORDER BY p.name) AS present,
       ARRAY(SELECT p.name FROM panel_member m JOIN person p ON p.id = m.person_id WHERE m.panel_id = n.id
         AND EXISTS (SELECT 1 FROM tied k WHERE k.person_id = p.id AND k.application_id = a.id) ORDER BY p.name) AS aside
     FROM hearing h JOIN panel n ON n.id = h.panel_id JOIN application a ON a.id = h.application_id
     WHERE h.stage_id = $1 ORDER BY n.position, h.position LIMIT 1000`,
    [stage.id],
  );
}
