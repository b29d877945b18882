import { ownApplications } from '@/lib/applications/policy';
import { examines } from '@/lib/applications/queries/examiner';
import type { ScanState } from '@/lib/calls/scan';
import { db, rows } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

export type Note = {
  id: string;
  body: string;
  by: string;
  mine: boolean;
  createdAt: Date;
  removed: boolean;
  /** Who it calls, and whether the viewer is one of them and has not read it. */
  mentions: string[];
  callsMe: boolean;
};

/** $1 the file, $2 who reads: the coordination's notes on it, newest first. */
export const NOTES = `SELECT n.id, n.body, p.name AS by, n.author_id = $2::uuid AS mine, n.created_at AS "createdAt", n.removed_at IS NOT NULL AS removed,
  COALESCE((SELECT array_agg(c.name ORDER BY c.name) FROM note_mention m JOIN person c ON c.id = m.person_id WHERE m.note_id = n.id), '{}') AS mentions,
  EXISTS (SELECT 1 FROM note_mention m WHERE m.note_id = n.id AND m.person_id = $2::uuid AND m.seen_at IS NULL) AS "callsMe"
  FROM file_note n JOIN person p ON p.id = n.author_id WHERE n.application_id = $1::uuid ORDER BY n.created_at DESC, n.id DESC LIMIT 200`;

export type Message = {
  id: string;
  side: 'team' | 'applicant';
  body: string;
  by: string;
  createdAt: Date;
  seenAt: Date | null;
  settledAt: Date | null;
  file: { id: string; name: string; size: number; scan: ScanState } | null;
};

const MESSAGES = `SELECT m.id, m.side, m.body, p.name AS by, m.created_at AS "createdAt", m.seen_at AS "seenAt", m.settled_at AS "settledAt",
  CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'scan', f.scan) END AS file
  FROM file_message m JOIN person p ON p.id = m.author_id LEFT JOIN stored_file f ON f.id = m.file_id WHERE m.application_id = $1::uuid ORDER BY m.created_at, m.id LIMIT 500`;

/** What the team and the applicant wrote to each other, oldest first, as the coordination reads it. */
export async function fileMessages(viewer: Viewer, applicationId: string): Promise<Message[]> {
  if (!(await examines(viewer, applicationId))) return [];
  return rows<Message>(MESSAGES, [applicationId]);
}

/** The same for those who made the file: who of the team wrote is not told, the team speaks as one. */
export async function myMessages(viewer: Viewer, applicationId: string): Promise<Message[] | null> {
  if (viewer.kind !== 'person' || !/^[0-9a-f-]{36}$/i.test(applicationId)) return null;
  const mine = await db.application.count({ where: { AND: [{ id: applicationId }, ownApplications(viewer)] } });
  if (mine === 0) return null;
  const all = await rows<Message>(MESSAGES, [applicationId]);
  return all.map((one) => ({ ...one, by: one.side === 'team' ? '' : one.by, settledAt: null }));
}

export type Asked = {
  unread: number;
  messages: number;
  correction: { id: string; dueAt: Date; fields: number } | null;
  questions: { waiting: number; all: number; dueAt: Date | null };
};

/** What is asked of those who made a file: messages unread, a correction, questions. One query. */
export async function askedOfMe(viewer: Viewer, applicationId: string): Promise<Asked | null> {
  if (viewer.kind !== 'person') return null;
  const file = await db.application.findFirst({
    where: { AND: [{ id: applicationId, state: { not: 'withdrawn' } }, ownApplications(viewer)] },
    select: {
      messages: { select: { side: true, seenAt: true } },
      corrections: { where: { state: 'open' }, select: { id: true, dueAt: true, fieldIds: true } },
      questions: { where: { state: { in: ['sent', 'answered'] } }, select: { state: true, dueAt: true } },
    },
  });
  if (!file) return null;
  const [correction] = file.corrections;
  const waiting = file.questions.filter(({ state }) => state === 'sent');
  return {
    unread: file.messages.filter(({ side, seenAt }) => side === 'team' && !seenAt).length,
    messages: file.messages.length,
    correction: correction ? { id: correction.id, dueAt: correction.dueAt, fields: correction.fieldIds.length } : null,
    questions: {
      waiting: waiting.length,
      all: file.questions.length,
      dueAt: waiting.map(({ dueAt }) => dueAt).sort((a, b) => Number(a) - Number(b))[0] ?? null,
    },
  };
}
