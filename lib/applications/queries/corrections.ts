import { askedFields, startOf } from '@/lib/applications/corrections';
import { ownApplications, rightOn } from '@/lib/applications/policy';
import { examines } from '@/lib/applications/queries/examiner';
import type { Answers } from '@/lib/calls/answers';
import { formDefinition } from '@/lib/calls/form';
import { db, rows } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

export type CorrectionLine = {
  id: string;
  state: 'open' | 'answered' | 'cancelled' | 'expired';
  reason: string;
  fieldIds: string[];
  by: string;
  createdAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
  answeredBy: string | null;
  submissionNumber: number | null;
  closedAt: Date | null;
  reviewedAt: Date | null;
};

/** The corrections asked of a file, newest first. One query. */
export async function fileCorrections(viewer: Viewer, applicationId: string): Promise<CorrectionLine[]> {
  if (!(await examines(viewer, applicationId))) return [];
  return rows<CorrectionLine>(
    `SELECT c.id, c.state, c.reason, c.field_ids AS "fieldIds", p.name AS by, c.created_at AS "createdAt", c.due_at AS "dueAt",
       c.answered_at AS "answeredAt", q.name AS "answeredBy", c.submission_number AS "submissionNumber", c.closed_at AS "closedAt",
       c.reviewed_at AS "reviewedAt"
     FROM correction c JOIN person p ON p.id = c.by_id LEFT JOIN person q ON q.id = c.answered_by_id
     WHERE c.application_id = $1::uuid ORDER BY c.created_at DESC, c.id DESC LIMIT 100`,
    [applicationId],
  );
}

/** A correction asked of one of the viewer's files: the questions, what stands in them now, and until when. Null when absent or someone else's. */
export async function myCorrection(viewer: Viewer, applicationId: string, id: string) {
  if (viewer.kind !== 'person' || ![applicationId, id].every((one) => /^[0-9a-f-]{36}$/i.test(one))) return null;
  const found = await db.correction.findFirst({
    where: { id, applicationId, application: ownApplications(viewer) },
    select: {
      id: true,
      state: true,
      reason: true,
      dueAt: true,
      fieldIds: true,
      answers: true,
      version: true,
      answeredAt: true,
      submissionNumber: true,
      application: {
        select: {
          id: true,
          title: true,
          state: true,
          ownerId: true,
          members: { select: { email: true, right: true } },
          call: { select: { title: true, timeZone: true, graceSeconds: true, resultsPublishedAt: true } },
          submissions: { where: { inForce: true }, select: { answers: true, formVersionId: true } },
        },
      },
    },
  });
  const sent = found?.application.submissions[0];
  if (!found || !sent) return null;
  const version = await db.formVersion.findUniqueOrThrow({
    where: { id: sent.formVersionId },
    select: { definition: true },
  });
  const definition = formDefinition.parse(version.definition);
  const inForce = sent.answers as Answers;
  const { application, answers: _, ...correction } = found;
  return {
    ...correction,
    file: { ...application, right: rightOn(viewer, application) },
    definition,
    fields: askedFields(definition, found.fieldIds),
    inForce,
    start: startOf(found, inForce),
  };
}
export type MyCorrection = NonNullable<Awaited<ReturnType<typeof myCorrection>>>;
