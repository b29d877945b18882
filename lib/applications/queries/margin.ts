import type { Colleague } from '@/lib/applications/mentions';
import { notedFor } from '@/lib/applications/queries/colleagues';
import { examines } from '@/lib/applications/queries/examiner';
import { HISTORY, type HistoryLine } from '@/lib/applications/queries/history';
import { SIMILAR, type Similar } from '@/lib/applications/queries/similar';
import { NOTES, type Note } from '@/lib/applications/queries/talk';
import { rows } from '@/lib/db';
import { personId, type Viewer } from '@/lib/viewer';

/** What stands in the margin of a file: the team's notes and whom they may call, its latest story, what resembles it. */
export type FileMargin = { notes: Note[]; people: Colleague[]; history: HistoryLine[]; similar: Similar[] };

const MARGIN = `SELECT (SELECT json_agg(x) FROM (${NOTES}) x) AS notes, (SELECT json_agg(x) FROM (${HISTORY} LIMIT 12) x) AS history,
  (SELECT json_agg(x) FROM (${SIMILAR}) x) AS similar,
  (SELECT json_agg(x) FROM (SELECT p.id, p.name FROM person p WHERE ${notedFor('$1::uuid')} ORDER BY p.name LIMIT 200) x) AS people`;

/** Dates travel as text in JSON: each named one becomes a date again. */
const dated = <T extends object>(lines: T[] | null, key: keyof T): T[] =>
  (lines ?? []).map((line) => ({ ...line, [key]: line[key] === null ? null : new Date(line[key] as string) }));

/** The margin of a file for the coordination; empty for everyone else. One query. */
export async function fileMargin(viewer: Viewer, applicationId: string): Promise<FileMargin> {
  if (!(await examines(viewer, applicationId))) return { notes: [], people: [], history: [], similar: [] };
  const [row] = await rows<{ [Key in keyof FileMargin]: FileMargin[Key] | null }>(MARGIN, [
    applicationId,
    personId(viewer),
  ]);
  return {
    notes: dated(row?.notes ?? null, 'createdAt'),
    people: row?.people ?? [],
    history: dated(row?.history ?? null, 'at'),
    similar: dated(row?.similar ?? null, 'judgedAt'),
  };
}
