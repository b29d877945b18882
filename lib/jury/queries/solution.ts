import { rows } from '@/lib/db';
import type { Answer } from '@/lib/jury/assignment-answer';
import { runsJury } from '@/lib/jury/policy';
import { type StageDetail, UUID } from '@/lib/jury/queries/stages';
import type { Viewer } from '@/lib/viewer';

export type SolutionRow = {
  id: string;
  kind: 'readings' | 'panels';
  status: string;
  createdAt: Date;
  appliedAt: Date | null;
};
export type SolutionDetail = SolutionRow & {
  answer: Answer;
  /** Ids of jurors and files → what people call them. */
  names: Record<string, string>;
};

/** The solutions kept for a stage, newest first. */
export async function solutions(viewer: Viewer, stage: StageDetail): Promise<SolutionRow[]> {
  if (!runsJury(viewer)) return [];
  return rows<SolutionRow>(
    `SELECT id, kind, status, created_at AS "createdAt", applied_at AS "appliedAt" FROM solution
     WHERE stage_id = $1 ORDER BY created_at DESC LIMIT 20`,
    [stage.id],
  );
}

export async function namesOf(viewer: Viewer, stage: StageDetail): Promise<Record<string, string>> {
  if (!runsJury(viewer)) return {};
  const named = await rows<{ id: string; name: string }>(
    `SELECT a.id, a.title AS name FROM application a WHERE a.call_id = $1
     UNION ALL SELECT p.id, p.name FROM juror j JOIN person p ON p.id = j.person_id WHERE j.call_id = $1`,
    [stage.callId],
  );
  return Object.fromEntries(named.map(({ id, name }) => [id, name]));
}

export async function solution(viewer: Viewer, stage: StageDetail, id: string): Promise<SolutionDetail | null> {
  if (!runsJury(viewer) || !UUID.test(id)) return null;
  const [found] = await rows<Omit<SolutionDetail, 'names'>>(
    `SELECT id, kind, status, answer, created_at AS "createdAt", applied_at AS "appliedAt" FROM solution
     WHERE id = $1 AND stage_id = $2`,
    [id, stage.id],
  );
  return found ? { ...found, names: await namesOf(viewer, stage) } : null;
}

export type RuleRow = { id: string; kind: 'forbidden' | 'apart'; juror: string; other: string; reason: string };

/** What the coordination forbade, in names. */
export async function pairRules(viewer: Viewer, stage: StageDetail): Promise<RuleRow[]> {
  if (!runsJury(viewer)) return [];
  return rows<RuleRow>(
    `SELECT x.id, x.kind, p.name AS juror, coalesce(a.title, q.name, '') AS other, x.reason
     FROM pair_rule x JOIN person p ON p.id = x.juror_id LEFT JOIN application a ON a.id = x.application_id
     LEFT JOIN person q ON q.id = x.other_id WHERE x.stage_id = $1 ORDER BY x.created_at LIMIT 200`,
    [stage.id],
  );
}
