import { rows } from '@/lib/db';
import { READABLE_FILE, runsJury } from '@/lib/jury/policy';
import type { Rubric } from '@/lib/jury/schema';
import { readSettings, type StageSettings } from '@/lib/jury/stage-input';
import type { Viewer } from '@/lib/viewer';

export type StageRow = {
  id: string;
  name: string;
  callId: string;
  call: string;
  cohort: string;
  opensAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  /** A synthetic call: nothing of it is real. */
  rehearsal: boolean;
  files: number;
  assigned: number;
  sent: number;
};

/** Every stage of every call, newest call first. */
export async function stages(viewer: Viewer): Promise<StageRow[]> {
  if (!runsJury(viewer)) return [];
  return rows<StageRow>(
    `SELECT s.id, s.name, c.id AS "callId", c.title AS call, k.name AS cohort, s.opens_at AS "opensAt",
       s.closes_at AS "closesAt", s.closed_at AS "closedAt", c.settings->>'rehearsal' IS NOT NULL AS rehearsal,
       (SELECT count(*)::int FROM application a WHERE a.call_id = c.id AND ${READABLE_FILE}) AS files,
       (SELECT count(*)::int FROM review_assignment ra WHERE ra.stage_id = s.id) AS assigned,
       (SELECT count(*)::int FROM review_assignment ra JOIN review r ON r.assignment_id = ra.id
         WHERE ra.stage_id = s.id AND r.sent_at IS NOT NULL) AS sent
     FROM stage s JOIN call c ON c.id = s.call_id JOIN cohort k ON k.id = c.cohort_id
     ORDER BY c.opens_at DESC, s.position LIMIT 50`,
  );
}

/** Cohorts a rehearsal can be filed under, newest first. */
export async function cohortsForRehearsals(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  if (!runsJury(viewer)) return [];
  return rows('SELECT id, name FROM cohort ORDER BY position DESC, name LIMIT 50');
}

/** Calls a stage can be opened on, newest first. */
export async function callsForStages(viewer: Viewer): Promise<{ id: string; title: string; cohort: string }[]> {
  if (!runsJury(viewer)) return [];
  return rows(
    `SELECT c.id, c.title, k.name AS cohort FROM call c JOIN cohort k ON k.id = c.cohort_id ORDER BY c.opens_at DESC LIMIT 50`,
  );
}

export type StageDetail = Omit<StageRow, 'files' | 'assigned' | 'sent' | 'rehearsal'> & {
  position: number;
  rubric: Rubric;
  settings: StageSettings;
  timeZone: string;
  frozenAt: Date | null;
  version: number;
  resultsPublishedAt: Date | null;
};

/** One stage with its rubric, for those who run juries; null for everybody else. */
export async function stageDetail(viewer: Viewer, id: string): Promise<StageDetail | null> {
  if (!runsJury(viewer) || !UUID.test(id)) return null;
  const [stage] = await rows<StageDetail>(
    `SELECT s.id, s.name, s.position, s.rubric, s.settings, s.version, c.id AS "callId", c.title AS call, c.time_zone AS "timeZone",
       k.name AS cohort, s.opens_at AS "opensAt", s.closes_at AS "closesAt", s.closed_at AS "closedAt",
       s.frozen_at AS "frozenAt", c.results_published_at AS "resultsPublishedAt"
     FROM stage s JOIN call c ON c.id = s.call_id JOIN cohort k ON k.id = c.cohort_id WHERE s.id = $1`,
    [id],
  );
  return stage ? { ...stage, settings: readSettings(stage.settings) } : null;
}

/** An identifier that is not one names nothing: pages answer 404, not 500. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
