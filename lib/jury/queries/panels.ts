import { rows } from '@/lib/db';
import type { Panel as Standing } from '@/lib/jury/panels-check';
import { runsJury } from '@/lib/jury/policy';
import type { StageDetail } from '@/lib/jury/queries/stages';
import type { Viewer } from '@/lib/viewer';

export type PanelRow = {
  id: string;
  name: string;
  room: string;
  link: string;
  slots: string[];
  rapporteurId: string | null;
  members: { id: string; name: string; present: boolean | null; formerFellow: boolean; background: string }[];
  hearings: {
    id: string;
    applicationId: string;
    reference: string;
    title: string;
    organisation: string;
    startsAt: string | null;
    endsAt: string | null;
    rank: number | null;
    verdict: string | null;
    favourite: boolean;
    sentAt: string | null;
    /** Members who may not be in the room for this file. */
    absent: string[];
  }[];
};

/** The panels of a stage with their people and their day; a member with a tie is out of the room for that file. */
export async function panels(viewer: Viewer, stage: StageDetail): Promise<PanelRow[]> {
  if (!runsJury(viewer)) return [];
  return rows<PanelRow>(
    `SELECT p.id, p.name, p.room, p.link, p.slots, p.rapporteur_id AS "rapporteurId",
       coalesce((SELECT json_agg(json_build_object('id', x.id, 'name', x.name, 'present', m.present,
           'formerFellow', coalesce(j.former_fellow, false), 'background', coalesce(j.background, '')) ORDER BY x.name)
         FROM panel_member m JOIN person x ON x.id = m.person_id LEFT JOIN juror j ON j.person_id = x.id AND j.call_id = $2
         WHERE m.panel_id = p.id), '[]') AS members,
       coalesce((SELECT json_agg(json_build_object('id', h.id, 'applicationId', a.id, 'reference', coalesce(a.reference, ''),
           'title', a.title, 'organisation', a.organisation_name, 'startsAt', h.starts_at, 'endsAt', h.ends_at, 'rank', h.rank,
           'verdict', h.verdict, 'favourite', h.favourite, 'sentAt', h.sent_at,
           'absent', (SELECT coalesce(json_agg(DISTINCT x.name), '[]') FROM jury_conflicts(
              (SELECT array_agg(m.person_id) FROM panel_member m WHERE m.panel_id = p.id), ARRAY[a.id]) k
              JOIN person x ON x.id = k.person_id)) ORDER BY h.position)
         FROM hearing h JOIN application a ON a.id = h.application_id WHERE h.panel_id = p.id), '[]') AS hearings
     FROM panel p WHERE p.stage_id = $1 ORDER BY p.position LIMIT 60`,
    [stage.id, stage.callId],
  );
}

/** The panels as the solver knows them, to change as little as possible. */
export async function standingPanels(viewer: Viewer, stage: StageDetail): Promise<Standing[]> {
  const all = await panels(viewer, stage);
  return all.map(({ slots, members, hearings }) => ({
    halfDay: slots[0] ?? 'day',
    jurors: members.map(({ id }) => id),
    proposals: hearings.map(({ applicationId }) => applicationId),
  }));
}
