import { rows } from '@/lib/db';
import type { Anonymity } from '@/lib/jury/anonymity';
import { jurorIdOf, openTo, seatedOn } from '@/lib/jury/policy';
import { REDACTIONS, withShownTitles } from '@/lib/jury/queries/source';
import type { Rubric } from '@/lib/jury/schema';
import type { Viewer } from '@/lib/viewer';

export type MyFile = {
  id: string;
  stageId: string;
  stage: string;
  call: string;
  closesAt: Date | null;
  closed: boolean;
  reference: string;
  title: string;
  /** Empty when the stage hides organisations. */
  organisation: string;
  state: 'to_read' | 'draft' | 'sent' | 'abstained';
  updatedAt: Date | null;
};

/** The files given to the viewer, those to read first; a file in conflict is not there at all. */
export async function myFiles(viewer: Viewer): Promise<MyFile[]> {
  const files = await rows<MyFile & { applicationId: string; anonymity: Anonymity }>(
    `SELECT ra.id, a.id AS "applicationId", s.rubric->'anonymity' AS anonymity, s.id AS "stageId", s.name AS stage, c.title AS call, s.closes_at AS "closesAt",
       (s.closed_at IS NOT NULL OR s.closes_at < now()) AS closed, coalesce(a.reference, '') AS reference, a.title,
       CASE WHEN (s.rubric->'anonymity'->>'organisations')::boolean THEN '' ELSE a.organisation_name END AS organisation,
       CASE WHEN r.sent_at IS NULL THEN CASE WHEN r.id IS NULL THEN 'to_read' ELSE 'draft' END
         WHEN r.abstained THEN 'abstained' ELSE 'sent' END AS state,
       r.updated_at AS "updatedAt"
     FROM review_assignment ra JOIN stage s ON s.id = ra.stage_id JOIN call c ON c.id = s.call_id
     JOIN application a ON a.id = ra.application_id LEFT JOIN review r ON r.assignment_id = ra.id
     WHERE ${openTo('$1')}
     ORDER BY s.closes_at NULLS LAST, s.position, (r.sent_at IS NOT NULL), a.reference, a.id LIMIT 500`,
    [jurorIdOf(viewer)],
  );
  return (await withShownTitles(viewer, files)).map(({ applicationId: _, anonymity: __, ...file }) => file);
}

export type MySeat = {
  id: string;
  callId: string;
  call: string;
  cohort: string;
  state: 'invited' | 'accepted' | 'declined' | 'replaced';
  charterAt: Date | null;
  themes: string[];
  skills: string[];
  available: string[] | null;
  /** Half-days of the call's stages, to say when one can sit. */
  halfDays: string[];
  version: number;
};

/** The juries the viewer was invited to, with what was answered. */
export async function mySeats(viewer: Viewer): Promise<MySeat[]> {
  return rows<MySeat>(
    `SELECT j.id, c.id AS "callId", c.title AS call, k.name AS cohort, j.state, j.charter_at AS "charterAt", j.themes, j.skills,
       j.available, j.version,
       (SELECT coalesce(json_agg(DISTINCT d ORDER BY d), '[]') FROM stage s, jsonb_array_elements_text(coalesce(s.settings->'halfDays', '[]')) d
         WHERE s.call_id = c.id) AS "halfDays"
     FROM juror j JOIN call c ON c.id = j.call_id JOIN cohort k ON k.id = c.cohort_id
     WHERE j.person_id = $1 ORDER BY c.opens_at DESC LIMIT 50`,
    [jurorIdOf(viewer)],
  );
}

export type OpenReview = {
  marks: Record<string, number | 'na' | null>;
  comments: Record<string, string>;
  comment: string;
  privateNote: string;
  verdict: string | null;
  rank: number | null;
  favourite: boolean;
  abstained: boolean;
  version: number;
  sentAt: Date | null;
  updatedAt: Date;
};

export type AssignedFile = {
  id: string;
  stageId: string;
  applicationId: string;
  stage: string;
  rubric: Rubric;
  closesAt: Date | null;
  closed: boolean;
  reference: string;
  title: string;
  organisation: string;
  organisationNames: string[];
  ownerName: string;
  definition: unknown;
  answers: unknown;
  redactions: Record<string, string>;
  review: OpenReview | null;
};

/** One assigned file as the database holds it, or null when it is not the viewer's, in conflict, or does not exist. */
export async function assignedFile(viewer: Viewer, id: string): Promise<AssignedFile | null> {
  const [file] = await rows<AssignedFile>(
    `SELECT ra.id, ra.application_id AS "applicationId", s.id AS "stageId", s.name AS stage, s.rubric,
       s.closes_at AS "closesAt", (s.closed_at IS NOT NULL OR s.closes_at < now()) AS closed,
       coalesce(a.reference, '') AS reference, a.title, a.organisation_name AS organisation,
       coalesce(o.aliases || o.name || array_remove(ARRAY[o.acronym], NULL), '{}') AS "organisationNames",
       coalesce(p.name, '') AS "ownerName", f.definition, coalesce(sub.answers, a.answers) AS answers,
       ${REDACTIONS} AS redactions,
       CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object('marks', r.marks, 'comments', r.comments,
         'comment', r.comment, 'privateNote', r.private_note, 'verdict', r.verdict, 'rank', r.rank,
         'favourite', r.favourite, 'abstained', r.abstained, 'version', r.version, 'sentAt', r.sent_at,
         'updatedAt', r.updated_at) END AS review
     FROM review_assignment ra JOIN stage s ON s.id = ra.stage_id JOIN application a ON a.id = ra.application_id
     LEFT JOIN submission sub ON sub.application_id = a.id AND sub.in_force
     JOIN form_version f ON f.id = coalesce(sub.form_version_id, a.form_version_id)
     LEFT JOIN organisation o ON o.id = a.organisation_id LEFT JOIN person p ON p.id = a.owner_id
     LEFT JOIN review r ON r.assignment_id = ra.id
     WHERE ra.id = $2 AND ${openTo('$1')}`,
    [jurorIdOf(viewer), id],
  );
  return file ?? null;
}

export type OthersReview = Omit<OpenReview, 'privateNote' | 'version' | 'updatedAt'> & { juror: string };

/** What the other jurors sent on the same file. Ask `seesOthers` first: this does not know what the viewer sent. */
export async function othersReviews(viewer: Viewer, file: AssignedFile): Promise<OthersReview[]> {
  return rows<OthersReview>(
    `SELECT p.name AS juror, r.marks, r.comments, r.comment, r.verdict, r.rank, r.favourite, r.abstained, r.sent_at AS "sentAt"
     FROM review r JOIN review_assignment ra ON ra.id = r.assignment_id JOIN stage s ON s.id = ra.stage_id
     JOIN person p ON p.id = ra.juror_id
     WHERE ra.stage_id = $1 AND ra.application_id = $2 AND ra.juror_id <> $3 AND r.sent_at IS NOT NULL
       AND ${seatedOn('s.call_id', '$3')}
     ORDER BY p.name, ra.id LIMIT 50`,
    [file.stageId, file.applicationId, jurorIdOf(viewer)],
  );
}
