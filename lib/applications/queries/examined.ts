import type { NextStep } from '@/lib/applications/next-step';
import { examinedSql, examinedValues } from '@/lib/applications/policy';
import { examines } from '@/lib/applications/queries/examiner';
import { NEXT_DUE, NEXT_STEP, STANDING } from '@/lib/applications/queries/standing';
import type { ApplicationState } from '@/lib/applications/states';
import type { Answers } from '@/lib/calls/answers';
import { type FormDefinition, formDefinition } from '@/lib/calls/form';
import type { ScanState } from '@/lib/calls/scan';
import { rows } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export type ExaminedFile = {
  id: string;
  /** Whether the viewer runs the call; otherwise they examine this file and no other. */
  runs: boolean;
  reference: string | null;
  title: string;
  organisation: string;
  /** The body of the directory it is under; null for one that was only typed. */
  body: string | null;
  state: ApplicationState;
  labels: string[];
  instructor: { id: string; name: string } | null;
  submittedAt: Date | null;
  call: {
    id: string;
    slug: string;
    title: string;
    closesAt: Date;
    graceSeconds: number;
    closed: Date[];
    timeZone: string;
    published: boolean;
  };
  /** The submission in force: its number, its answers, the form they answer. Null for a file that was never sent. */
  sent: { number: number; answers: Answers; definition: FormDefinition; receivedAt: Date } | null;
  next: NextStep | null;
  due: Date | null;
  /** What is known of each attached file. */
  scans: Record<string, ScanState>;
  /** What each tab of the file has to say. */
  unread: number;
  openCorrection: boolean;
  readings: { given: number; sent: number };
};

type Row = Omit<ExaminedFile, 'call' | 'sent' | 'instructor' | 'runs'> & {
  callId: string;
  slug: string;
  callTitle: string;
  closesAt: Date;
  graceSeconds: number;
  closed: Date[];
  timeZone: string;
  published: boolean;
  instructorId: string | null;
  instructorName: string | null;
  number: number | null;
  answers: Answers | null;
  receivedAt: Date | null;
  definition: unknown;
};

/** A file as the coordination examines it: what every page about it shows. Null when absent, a draft, or not one's to read. One query. */
export async function examinedFile(viewer: Viewer, id: string): Promise<ExaminedFile | null> {
  if (viewer.kind === 'visitor' || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const [row] = await rows<Row>(
    `SELECT a.id, a.reference, a.title, a.organisation_name AS organisation,
       (SELECT o.name FROM organisation o WHERE o.id = a.organisation_id) AS body, a.state, a.labels, a.submitted_at AS "submittedAt",
       k.id AS "callId", k.slug, k.title AS "callTitle", k.closes_at AS "closesAt", k.grace_seconds AS "graceSeconds",
       ARRAY(SELECT e.before FROM call_extension e WHERE e.call_id = k.id) AS closed,
       k.time_zone AS "timeZone", k.results_published_at IS NOT NULL AS published, p.id AS "instructorId", p.name AS "instructorName",
       s.number, s.answers, s.received_at AS "receivedAt", f.definition, ${NEXT_STEP} AS next, ${NEXT_DUE} AS due,
       (SELECT count(*)::int FROM file_message m WHERE m.application_id = a.id AND m.side = 'applicant' AND m.seen_at IS NULL) AS unread,
       COALESCE((SELECT json_object_agg(g.id, g.scan) FROM stored_file g WHERE g.owner_kind = 'application' AND g.owner_id = a.id::text), '{}') AS scans,
       COALESCE(asked.state = 'open', false) AS "openCorrection", json_build_object('given', read.given, 'sent', read.sent) AS readings
     FROM application a JOIN call k ON k.id = a.call_id LEFT JOIN person p ON p.id = a.instructor_id
     LEFT JOIN submission s ON s.application_id = a.id AND s.in_force
     LEFT JOIN form_version f ON f.id = COALESCE(s.form_version_id, a.form_version_id) ${STANDING}
     WHERE a.id = $1::uuid AND a.state <> 'draft' AND ${examinedSql(2)}`,
    [id, ...examinedValues(viewer)],
  );
  if (!row) return null;
  const { callId, slug, callTitle, closesAt, graceSeconds, closed, timeZone, published, ...rest } = row;
  const { instructorId, instructorName, number, answers, receivedAt, definition, ...file } = rest;
  return {
    ...file,
    runs: isCoordinator(viewer),
    call: { id: callId, slug, title: callTitle, closesAt, graceSeconds, closed, timeZone, published },
    instructor: instructorId && instructorName ? { id: instructorId, name: instructorName } : null,
    sent:
      number !== null && answers && receivedAt
        ? { number, answers, receivedAt, definition: formDefinition.parse(definition) }
        : null,
  };
}

export type SentVersion = {
  number: number;
  receivedAt: Date;
  inForce: boolean;
  by: string | null;
  correction: boolean;
  digest: string;
};

/** Every sending of a file, newest first. One query. */
export async function sentVersions(viewer: Viewer, applicationId: string): Promise<SentVersion[]> {
  if (!(await examines(viewer, applicationId))) return [];
  return rows<SentVersion>(
    `SELECT s.number, s.received_at AS "receivedAt", s.in_force AS "inForce", p.name AS by, s.digest,
       s.idempotency_key LIKE 'correction:%' AS correction
     FROM submission s LEFT JOIN person p ON p.id = s.by_id WHERE s.application_id = $1::uuid ORDER BY s.number DESC LIMIT 200`,
    [applicationId],
  );
}

/** Two sendings of a file to compare, each with the form it answers; null when either is missing. One query. */
export async function twoVersions(viewer: Viewer, applicationId: string, from: number, to: number) {
  if (!(await examines(viewer, applicationId))) return null;
  const found = await rows<{ number: number; answers: Answers; definition: unknown }>(
    `SELECT s.number, s.answers, f.definition FROM submission s JOIN form_version f ON f.id = s.form_version_id
     WHERE s.application_id = $1::uuid AND s.number = ANY ($2::int[])`,
    [applicationId, [from, to]],
  );
  const [before, after] = [from, to].map((number) => {
    const one = found.find((version) => version.number === number);
    return one && { ...one, definition: formDefinition.parse(one.definition) };
  });
  return before && after ? { before, after } : null;
}
