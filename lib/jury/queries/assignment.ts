import { rows } from '@/lib/db';
import { READABLE_FILE, runsJury } from '@/lib/jury/policy';
import { type StageDetail, UUID } from '@/lib/jury/queries/stages';
import type { JurorState } from '@/lib/jury/states';
import type { Viewer } from '@/lib/viewer';

export type SeatRow = {
  id: string;
  personId: string;
  name: string;
  email: string;
  state: JurorState;
  background: string;
  formerFellow: boolean;
  themes: string[];
  available: string[] | null;
  /** What was said when declining; when the charter was accepted; when the titles were gone through. */
  declineNote: string;
  charterAt: Date | null;
  tiesAt: Date | null;
  replaces: string;
  organisations: string[];
  /** Files given at this stage, and how many came back. */
  given: number;
  sent: number;
};

/** The jury of a stage's call, those who sit first. */
export async function seats(viewer: Viewer, stage: StageDetail): Promise<SeatRow[]> {
  if (!runsJury(viewer)) return [];
  return rows<SeatRow>(
    `SELECT j.id, p.id AS "personId", p.name, coalesce(p.email, '') AS email, j.state, j.background, j.former_fellow AS "formerFellow",
       j.themes, j.available, j.decline_note AS "declineNote", j.charter_at AS "charterAt", j.ties_at AS "tiesAt",
       coalesce((SELECT q.name FROM juror k JOIN person q ON q.id = k.person_id WHERE k.id = j.replaces_id), '') AS replaces,
       coalesce((SELECT array_agg(o.name ORDER BY o.name) FROM affiliation f JOIN organisation o ON o.id = f.organisation_id
         WHERE f.person_id = p.id), '{}') AS organisations,
       (SELECT count(*)::int FROM review_assignment ra WHERE ra.stage_id = $2 AND ra.juror_id = p.id) AS given,
       (SELECT count(*)::int FROM review_assignment ra JOIN review r ON r.assignment_id = ra.id
         WHERE ra.stage_id = $2 AND ra.juror_id = p.id AND r.sent_at IS NOT NULL) AS sent
     FROM juror j JOIN person p ON p.id = j.person_id WHERE j.call_id = $1
     ORDER BY array_position(ARRAY['accepted', 'invited', 'declined', 'replaced'], j.state::text), p.name, p.id LIMIT 500`,
    [stage.callId, stage.id],
  );
}

export type AssignedReader = {
  assignmentId: string;
  jurorId: string;
  name: string;
  sent: boolean;
  conflict: string | null;
};
export type FileReaders = {
  id: string;
  reference: string;
  title: string;
  organisation: string;
  readers: AssignedReader[];
};

/** Every eligible file with who reads it; a reader in conflict (found since) is shown as such. */
export async function filesWithReaders(viewer: Viewer, stage: StageDetail): Promise<FileReaders[]> {
  if (!runsJury(viewer)) return [];
  return rows<FileReaders>(
    `SELECT a.id, coalesce(a.reference, '') AS reference, a.title, a.organisation_name AS organisation,
       coalesce((SELECT json_agg(json_build_object('assignmentId', ra.id, 'jurorId', p.id, 'name', p.name, 'sent', r.sent_at IS NOT NULL,
           'conflict', (SELECT min(k.kind) FROM jury_conflicts(ARRAY[p.id], ARRAY[a.id]) k)) ORDER BY p.name)
         FROM review_assignment ra JOIN person p ON p.id = ra.juror_id LEFT JOIN review r ON r.assignment_id = ra.id
         WHERE ra.stage_id = $2 AND ra.application_id = a.id), '[]') AS readers
     FROM application a WHERE a.call_id = $1 AND ${READABLE_FILE} ORDER BY a.reference, a.id LIMIT 1000`,
    [stage.callId, stage.id],
  );
}

export type ConflictRow = {
  applicationId: string;
  reference: string;
  title: string;
  organisation: string;
  personId: string;
  name: string;
  kind: string;
  /** 'found': read from the data, nobody has judged it yet. */
  state: 'found' | 'proposed' | 'declared' | 'confirmed' | 'dismissed';
  reason: string;
};

/** Every tie between the jury and the files of a stage's call, those to be judged first. */
export async function conflicts(viewer: Viewer, stage: StageDetail): Promise<ConflictRow[]> {
  if (!runsJury(viewer)) return [];
  return rows<ConflictRow>(
    `WITH j AS (SELECT array_agg(person_id) AS ids FROM juror WHERE call_id = $1 AND state IN ('invited', 'accepted')),
       f AS (SELECT array_agg(a.id) AS ids FROM application a WHERE a.call_id = $1 AND ${READABLE_FILE}),
       k AS (SELECT x.person_id, x.application_id, x.kind FROM j, f, jury_conflicts(j.ids, f.ids) x
         UNION SELECT c.person_id, c.application_id, c.kind FROM conflict c, j, f
           WHERE c.person_id = ANY (j.ids) AND c.application_id = ANY (f.ids))
     SELECT a.id AS "applicationId", coalesce(a.reference, '') AS reference, a.title, a.organisation_name AS organisation,
       p.id AS "personId", p.name, k.kind, coalesce(c.state::text, 'found') AS state, coalesce(c.reason, '') AS reason
     FROM k JOIN application a ON a.id = k.application_id JOIN person p ON p.id = k.person_id
     LEFT JOIN conflict c ON c.person_id = k.person_id AND c.application_id = k.application_id AND c.kind = k.kind
     ORDER BY array_position(ARRAY['declared', 'proposed', 'found', 'confirmed', 'dismissed'], coalesce(c.state::text, 'found')),
       a.reference, p.name, k.kind LIMIT 2000`,
    [stage.callId],
  );
}

export type PaperGrid = {
  id: string;
  juror: string;
  title: string;
  reference: string;
  version: number;
  conflict: string | null;
};

/** An assignment whose grid was filled by hand, to be typed for its juror. */
export async function paperGrid(viewer: Viewer, stage: StageDetail, id: string): Promise<PaperGrid | null> {
  if (!runsJury(viewer) || !UUID.test(id)) return null;
  const [found] = await rows<PaperGrid>(
    `SELECT ra.id, p.name AS juror, a.title, coalesce(a.reference, '') AS reference, coalesce(r.version, 0) AS version,
       (SELECT min(k.kind) FROM jury_conflicts(ARRAY[p.id], ARRAY[a.id]) k) AS conflict
     FROM review_assignment ra JOIN person p ON p.id = ra.juror_id JOIN application a ON a.id = ra.application_id
     LEFT JOIN review r ON r.assignment_id = ra.id WHERE ra.id = $1 AND ra.stage_id = $2 AND ${READABLE_FILE}`,
    [id, stage.id],
  );
  return found ?? null;
}
