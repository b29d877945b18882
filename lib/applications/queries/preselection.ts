import { findings } from '@/lib/applications/eligibility';
import { type ExaminationSettings, settingsOf } from '@/lib/applications/examination-settings';
import { ownApplications, rightOn } from '@/lib/applications/policy';
import { examines, examinesIn } from '@/lib/applications/queries/examiner';
import type { Opinion } from '@/lib/applications/reading';
import type { ApplicationState } from '@/lib/applications/states';
import type { Answers } from '@/lib/calls/answers';
import { formDefinition } from '@/lib/calls/form';
import { db, rows } from '@/lib/db';
import { isCoordinator, personId, type Viewer } from '@/lib/viewer';

/** How a call's files are examined. */
export async function examinationOf(viewer: Viewer, callId: string): Promise<ExaminationSettings> {
  if (!(await examinesIn(viewer, callId))) return settingsOf(null);
  return settingsOf(await db.examination.findUnique({ where: { callId } }));
}

export type ReadingLine = {
  id: string;
  reader: string;
  mine: boolean;
  dueAt: Date | null;
  sentAt: Date | null;
  /** Hidden, as if there were none, from a reader who has not sent their own. */
  marks: Record<string, number>;
  opinion: Opinion | null;
  comment: string;
};

/** The readings of a file. A reader who has not sent theirs sees who reads and nothing of what was said. One query. */
export async function fileReadings(
  viewer: Viewer,
  applicationId: string,
): Promise<{ lines: ReadingLine[]; hidden: boolean }> {
  const id = personId(viewer);
  const lines = await rows<ReadingLine>(
    `SELECT r.id, p.name AS reader, r.reader_id = $2::uuid AS mine, r.due_at AS "dueAt", r.sent_at AS "sentAt", r.marks, r.opinion, r.comment
     FROM reading r JOIN person p ON p.id = r.reader_id WHERE r.application_id = $1::uuid ORDER BY p.name, r.id LIMIT 50`,
    [applicationId, id],
  );
  const mine = lines.find((one) => one.mine);
  if (!isCoordinator(viewer) && !mine) return { lines: [], hidden: false };
  const hidden = mine !== undefined && mine.sentAt === null;
  return {
    hidden,
    lines: lines.map((one) =>
      one.mine || (!hidden && one.sentAt) ? one : { ...one, marks: {}, opinion: null, comment: '' },
    ),
  };
}

export type QuestionLine = {
  id: string;
  body: string;
  state: 'proposed' | 'sent' | 'answered' | 'withdrawn';
  by: string;
  dueAt: Date | null;
  sentAt: Date | null;
  answer: string;
  answeredAt: Date | null;
};

/** The questions for a file's hearing, with their answers. One query. */
export async function fileQuestions(viewer: Viewer, applicationId: string): Promise<QuestionLine[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<QuestionLine>(
    `SELECT q.id, q.body, q.state, p.name AS by, q.due_at AS "dueAt", q.sent_at AS "sentAt", q.answer, q.answered_at AS "answeredAt"
     FROM hearing_question q JOIN person p ON p.id = q.by_id
     WHERE q.application_id = $1::uuid AND q.state <> 'withdrawn' ORDER BY q.created_at, q.id LIMIT 100`,
    [applicationId],
  );
}

/** The questions sent to the viewer about one of their files; null when it is someone else's. */
export async function myQuestions(viewer: Viewer, applicationId: string) {
  if (viewer.kind !== 'person' || !/^[0-9a-f-]{36}$/i.test(applicationId)) return null;
  const file = await db.application.findFirst({
    where: { AND: [{ id: applicationId }, ownApplications(viewer)] },
    select: {
      id: true,
      title: true,
      state: true,
      ownerId: true,
      members: { select: { email: true, right: true } },
      call: { select: { title: true, timeZone: true, graceSeconds: true } },
      questions: {
        where: { state: { in: ['sent', 'answered'] } },
        select: { id: true, body: true, state: true, dueAt: true, answer: true, answeredAt: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
  });
  return file && { ...file, right: rightOn(viewer, file) };
}

export type DecisionLine = {
  id: string;
  mine: boolean;
  before: ApplicationState;
  after: ApplicationState;
  reason: string;
  findings: { id: string; verdict: 'met' | 'unmet' }[];
  by: string;
  createdAt: Date;
  undoneAt: Date | null;
};

/** What was decided of a file, newest first, undone decisions included. One query. */
export async function fileDecisions(viewer: Viewer, applicationId: string): Promise<DecisionLine[]> {
  if (!(await examines(viewer, applicationId))) return [];
  const lines = await rows<DecisionLine>(
    `SELECT d.id, d.by_id = $2::uuid AS mine, d.before, d.after, d.reason, d.findings, p.name AS by, d.created_at AS "createdAt", d.undone_at AS "undoneAt"
     FROM decision d JOIN person p ON p.id = d.by_id WHERE d.application_id = $1::uuid ORDER BY d.created_at DESC, d.id DESC LIMIT 100`,
    [applicationId, personId(viewer)],
  );
  return lines.map((one) => ({ ...one, findings: findings.parse(one.findings) }));
}

export type MyReading = {
  id: string;
  title: string;
  organisation: string;
  reference: string | null;
  call: string;
  dueAt: Date | null;
  sentAt: Date | null;
};

/** The files given to the viewer to read, those still to send first. One query. */
export async function myReadings(viewer: Viewer): Promise<MyReading[]> {
  const id = personId(viewer);
  if (!id) return [];
  return rows<MyReading>(
    `SELECT r.id, a.title, a.organisation_name AS organisation, a.reference, k.title AS call, r.due_at AS "dueAt", r.sent_at AS "sentAt"
     FROM reading r JOIN application a ON a.id = r.application_id JOIN call k ON k.id = a.call_id
     WHERE r.reader_id = $1::uuid ORDER BY r.sent_at IS NOT NULL, r.due_at NULLS LAST, a.title LIMIT 200`,
    [id],
  );
}

/** A file given to the viewer to read, with its form and the grid. Null when it was given to someone else. */
export async function myReading(viewer: Viewer, id: string) {
  const reader = personId(viewer);
  if (!reader || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const reading = await db.reading.findFirst({
    where: { id, readerId: reader },
    select: {
      id: true,
      marks: true,
      opinion: true,
      comment: true,
      sentAt: true,
      dueAt: true,
      version: true,
      application: {
        select: {
          id: true,
          title: true,
          organisationName: true,
          reference: true,
          state: true,
          call: { select: { title: true, timeZone: true, examination: true } },
          submissions: { where: { inForce: true }, select: { answers: true, formVersionId: true } },
        },
      },
    },
  });
  const sent = reading?.application.submissions[0];
  if (!reading || !sent) return null;
  const version = await db.formVersion.findUniqueOrThrow({
    where: { id: sent.formVersionId },
    select: { definition: true },
  });
  const { application, marks, opinion, ...rest } = reading;
  const { submissions: _, ...file } = application;
  return {
    ...rest,
    marks: marks as Record<string, number>,
    opinion: opinion as Opinion | null,
    file,
    grid: settingsOf(file.call.examination),
    answers: sent.answers as Answers,
    definition: formDefinition.parse(version.definition),
  };
}
