import { askedFields, withDependents } from '@/lib/applications/corrections';
import { fileMail, writersOf } from '@/lib/applications/file-mail';
import { filesExaminedBy } from '@/lib/applications/policy';
import { formDefinition } from '@/lib/calls/form';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

export type CorrectionRefusal =
  | 'not_found'
  | 'already_open'
  | 'not_correctable'
  | 'due_past'
  | 'no_field'
  | 'already_closed';
type Asked = { applicationId: string; fields: string[]; reason: string; dueAt: Date };

const FILE = {
  id: true,
  title: true,
  reference: true,
  state: true,
  ownerId: true,
  members: { select: { email: true, right: true } },
  call: { select: { title: true, timeZone: true, resultsPublishedAt: true } },
  submissions: { where: { inForce: true }, select: { formVersionId: true } },
} as const;

/** States in which a file may be corrected: sent, and its result not yet published. */
const CORRECTABLE: readonly string[] = ['submitted', 'eligible', 'ineligible', 'preselected'];

/**
 * Asks the applicant to correct some answers before a date: a window on those alone, even after the call has closed.
 * One at a time; a request whose date has gone by makes way.
 */
export async function askCorrection(
  viewer: Viewer,
  { applicationId, fields, reason, dueAt }: Asked,
  clock: Clock,
): Promise<Result<{ id: string }, CorrectionRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const now = clock();
  return transaction(async (tx) => {
    // Two requests for one file wait for each other here; the second finds the first.
    await tx.$executeRaw`SELECT id FROM application WHERE id = ${applicationId}::uuid FOR UPDATE`;
    const file = await tx.application.findFirst({
      where: { AND: [{ id: applicationId }, filesExaminedBy(viewer)] },
      select: FILE,
    });
    if (!file) return refuse('not_found');
    if (!CORRECTABLE.includes(file.state) || file.call.resultsPublishedAt) return refuse('not_correctable');
    if (dueAt <= now) return refuse('due_past');
    const form = await tx.formVersion.findUnique({
      where: { id: file.submissions[0]?.formVersionId ?? applicationId },
      select: { definition: true },
    });
    const definition = formDefinition.parse(form?.definition ?? { sections: [] });
    const asked = askedFields(definition, withDependents(definition, fields));
    if (asked.length === 0) return refuse('no_field');
    await tx.correction.updateMany({
      where: { applicationId, state: 'open', dueAt: { lt: now } },
      data: { state: 'expired', closedAt: now, reviewedAt: now },
    });
    if (await tx.correction.count({ where: { applicationId, state: 'open' } })) return refuse('already_open');
    // Asking again is having looked at what came before.
    await tx.correction.updateMany({ where: { applicationId, reviewedAt: null }, data: { reviewedAt: now } });
    const fieldIds = asked.map(({ id }) => id);
    const made = await tx.correction.create({
      data: { applicationId, byId: viewer.id, reason, fieldIds, dueAt, createdAt: now },
      select: { id: true },
    });
    for (const to of await writersOf(tx, file)) {
      const letter = {
        template: 'correction_asked' as const,
        key: made.id,
        fileId: file.id,
        path: `/my-applications/${file.id}/corrections/${made.id}`,
        values: {
          title: file.title,
          call: file.call.title,
          reference: file.reference ?? '',
          reason,
          count: asked.length,
        },
      };
      await enqueue(tx, await fileMail(to, letter, { at: dueAt, zone: file.call.timeZone }));
    }
    const data = { correction: made.id, fields: fieldIds, due: dueAt.toISOString() };
    await record(tx, viewer, 'application.correction_asked', { kind: 'application', id: file.id }, data);
    return ok(made);
  });
}

/** Takes a request back before it is answered; the applicant is told. */
export async function cancelCorrection(
  viewer: Viewer,
  { correctionId }: { correctionId: string },
  clock: Clock,
): Promise<Result<null, CorrectionRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const found = await tx.correction.findFirst({
      where: { id: correctionId, application: filesExaminedBy(viewer) },
      select: { application: { select: FILE } },
    });
    if (!found) return refuse('not_found');
    const { count } = await tx.correction.updateMany({
      where: { id: correctionId, state: 'open' },
      data: { state: 'cancelled', closedAt: clock(), reviewedAt: clock() },
    });
    if (count === 0) return refuse('already_closed');
    const file = found.application;
    for (const to of await writersOf(tx, file)) {
      const letter = {
        template: 'correction_cancelled' as const,
        key: correctionId,
        fileId: file.id,
        path: `/my-applications/${file.id}`,
        values: { title: file.title, call: file.call.title, reference: file.reference ?? '' },
      };
      await enqueue(tx, await fileMail(to, letter));
    }
    const subject = { kind: 'application', id: file.id };
    await record(tx, viewer, 'application.correction_cancelled', subject, { correction: correctionId });
    return ok(null);
  });
}

/** Says that the team has looked at what came back, or at what did not come. */
export async function reviewCorrection(
  viewer: Viewer,
  { correctionId }: { correctionId: string },
  clock: Clock,
): Promise<Result<null, CorrectionRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const found = await tx.correction.findFirst({
      where: { id: correctionId, application: filesExaminedBy(viewer) },
      select: { applicationId: true },
    });
    if (!found) return refuse('not_found');
    const { count } = await tx.correction.updateMany({
      where: { id: correctionId, reviewedAt: null, state: { in: ['answered', 'expired'] } },
      data: { reviewedAt: clock() },
    });
    if (count === 0) return refuse('already_closed');
    const subject = { kind: 'application', id: found.applicationId };
    await record(tx, viewer, 'application.correction_reviewed', subject, { correction: correctionId });
    return ok(null);
  });
}
