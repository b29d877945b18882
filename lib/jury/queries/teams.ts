import { writtenSql } from '@/lib/applications/policy';
import { rows } from '@/lib/db';
import { inStage, runsJury } from '@/lib/jury/policy';
import { type StageDetail, UUID } from '@/lib/jury/queries/stages';
import { readSettings } from '@/lib/jury/stage-input';
import type { Viewer } from '@/lib/viewer';

export type TeamRow = {
  applicationId: string;
  reference: string;
  title: string;
  /** Null: not said yet. */
  available: string[] | null;
  saidAt: Date | null;
  /** Said by the file's own people, not by the coordination for them. */
  byTeam: boolean;
};

/** When each file's team can come, those who have not said last. */
export async function teamRows(viewer: Viewer, stage: StageDetail): Promise<TeamRow[]> {
  if (!runsJury(viewer)) return [];
  return rows<TeamRow>(
    `SELECT a.id AS "applicationId", coalesce(a.reference, '') AS reference, a.title, t.available, t.said_at AS "saidAt",
       coalesce(t.by_id = a.owner_id OR EXISTS (SELECT 1 FROM application_member m WHERE m.application_id = a.id AND m.person_id = t.by_id), false) AS "byTeam"
     FROM application a LEFT JOIN team_availability t ON t.application_id = a.id AND t.stage_id = $1
     WHERE a.call_id = $2 AND ${inStage('$1')} ORDER BY t.said_at IS NULL, a.reference, a.id LIMIT 1000`,
    [stage.id, stage.callId],
  );
}

export type AskedHalfDays = {
  stageId: string;
  applicationId: string;
  title: string;
  call: string;
  halfDays: string[];
  available: string[] | null;
};

/** SQL over `a` `s`: a stage that asks this file's team when it can come, and is not closed. */
const ASKED = `s.closed_at IS NULL AND (s.settings ->> 'teamsAsked')::boolean AND jsonb_array_length(coalesce(s.settings -> 'halfDays', '[]')) > 0
  AND a.state IN ('eligible', 'preselected') AND ${inStage('s.id')}`;

const MINE = (first: number) =>
  `(${writtenSql(first)} OR EXISTS (SELECT 1 FROM hearing_invitation i WHERE i.application_id = a.id AND i.kind = 'hearing'
     AND i.cancelled_at IS NULL AND lower(i.email) = lower($${first + 1})))`;

type Row = Omit<AskedHalfDays, 'halfDays'> & { settings: unknown };

async function asked(viewer: Viewer, where: string, values: unknown[]): Promise<AskedHalfDays[]> {
  if (viewer.kind !== 'person') return [];
  const found = await rows<Row>(
    `SELECT s.id AS "stageId", a.id AS "applicationId", a.title, c.title AS call, s.settings, t.available
     FROM application a JOIN call c ON c.id = a.call_id JOIN stage s ON s.call_id = c.id
     LEFT JOIN team_availability t ON t.application_id = a.id AND t.stage_id = s.id
     WHERE ${ASKED} AND ${MINE(1)} AND ${where} ORDER BY s.position DESC, a.reference LIMIT 20`,
    [viewer.id, viewer.email ?? '', ...values],
  );
  return found.map(({ settings, ...row }) => ({ ...row, halfDays: readSettings(settings).halfDays }));
}

/** The half-days a file's own people are asked about: its authors, and the mentors told of its hearing. */
export async function askedHalfDays(viewer: Viewer, applicationId: string): Promise<AskedHalfDays | null> {
  if (!UUID.test(applicationId)) return null;
  const [first] = await asked(viewer, 'a.id = $3::uuid', [applicationId]);
  return first ?? null;
}

/** Files whose team has not said yet, for Today: those the viewer wrote. */
export const unsaidHalfDays = (viewer: Viewer): Promise<AskedHalfDays[]> => asked(viewer, 't.id IS NULL', []);

/** The stage's own word on a file of the viewer: what a command checks before it writes. */
export async function mayAnswerFor(viewer: Viewer, stageId: string, applicationId: string): Promise<boolean> {
  const found = await asked(viewer, 'a.id = $3::uuid AND s.id = $4::uuid', [applicationId, stageId]);
  return found.length > 0;
}
