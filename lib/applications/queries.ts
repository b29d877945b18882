import type { Answers } from '@/lib/calls/answers';
import { type FormDefinition, formDefinition } from '@/lib/calls/form';
import { formVersion } from '@/lib/calls/queries/form-version';
import { READABLE_BY_AUTHORS, READABLE_BY_OTHERS } from '@/lib/calls/scan';
import type { KeptAnswer } from '@/lib/calls/versions';
import { db, type Prisma } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';
import { filesExaminedBy, filesGivenTo, ownApplications, type Right, rightOn } from './policy';
import { type ApplicationState, stateSeenByApplicant } from './states';

const CALL = {
  id: true,
  slug: true,
  title: true,
  publishedAt: true,
  opensAt: true,
  closesAt: true,
  timeZone: true,
  graceSeconds: true,
  contactEmail: true,
  resultsPublishedAt: true,
  cohort: { select: { number: true, name: true } },
} satisfies Prisma.CallSelect;

const CARD = {
  id: true,
  reference: true,
  title: true,
  state: true,
  completeness: true,
  ownerId: true,
  submittedAt: true,
  updatedAt: true,
  call: { select: CALL },
  members: { select: { id: true, email: true, right: true } },
} satisfies Prisma.ApplicationSelect;

type CardRow = Prisma.ApplicationGetPayload<{ select: typeof CARD }>;
export type ApplicationCard = Omit<CardRow, 'state'> & { state: ApplicationState; right: Right };

/** The viewer's own files and those they were invited to, last touched first. */
export async function myApplications(viewer: Viewer): Promise<ApplicationCard[]> {
  if (viewer.kind !== 'person') return [];
  const files = await db.application.findMany({
    where: ownApplications(viewer),
    select: CARD,
    orderBy: { updatedAt: 'desc' },
    take: 100,
  });
  return files.map((file) => ({ ...file, state: seen(file), right: rightOn(viewer, file) }));
}

/** The viewer's files in one call that are not withdrawn: what its page offers to go on with. */
export async function myFilesIn(viewer: Viewer, callId: string): Promise<{ id: string; title: string }[]> {
  if (viewer.kind !== 'person') return [];
  return db.application.findMany({
    where: { AND: [{ callId, state: { not: 'withdrawn' } }, ownApplications(viewer)] },
    select: { id: true, title: true },
    orderBy: { updatedAt: 'desc' },
    take: 20,
  });
}

function seen(file: { state: ApplicationState; call: { resultsPublishedAt: Date | null } }): ApplicationState {
  return stateSeenByApplicant(file.state, file.call.resultsPublishedAt !== null);
}

export type ApplicationFile = ApplicationCard & {
  version: number;
  answers: Answers;
  kept: KeptAnswer[];
  opened: string[];
  movedFrom: number | null;
  form: { id: string; number: number; definition: FormDefinition };
  submissions: { id: string; number: number; receivedAt: Date; inForce: boolean; digest: string }[];
};

/** One of the viewer's files with its answers and form; null when absent or someone else's. */
export async function myApplication(viewer: Viewer, id: string): Promise<ApplicationFile | null> {
  if (viewer.kind !== 'person' || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const row = await db.application.findFirst({
    where: { AND: [{ id }, ownApplications(viewer)] },
    select: {
      ...CARD,
      version: true,
      answers: true,
      kept: true,
      opened: true,
      movedFrom: true,
      formVersionId: true,
      submissions: {
        select: { id: true, number: true, receivedAt: true, inForce: true, digest: true },
        orderBy: { number: 'desc' },
      },
    },
  });
  if (!row) return null;
  const { formVersionId, answers, kept, ...file } = row;
  return {
    ...file,
    state: seen(file),
    right: rightOn(viewer, file),
    answers: answers as Answers,
    kept: kept as unknown as KeptAnswer[],
    form: await formVersion(viewer, formVersionId),
  };
}

/** A version that was sent, with the form it answers; null when absent or someone else's. */
export async function mySubmission(viewer: Viewer, applicationId: string, number: number) {
  if (viewer.kind !== 'person' || !Number.isSafeInteger(number)) return null;
  const sent = await db.submission.findFirst({
    where: { number, application: { AND: [{ id: applicationId }, ownApplications(viewer)] } },
    select: {
      id: true,
      number: true,
      answers: true,
      digest: true,
      receivedAt: true,
      inForce: true,
      formVersionId: true,
      byId: true,
    },
  });
  if (!sent) return null;
  const [form, by] = await Promise.all([
    db.formVersion.findUniqueOrThrow({ where: { id: sent.formVersionId }, select: { definition: true } }),
    db.person.findUnique({ where: { id: sent.byId }, select: { name: true } }),
  ]);
  return {
    ...sent,
    by: by?.name ?? '',
    answers: sent.answers as Answers,
    definition: formDefinition.parse(form.definition),
  };
}

/** The form a draft came from, to say what is new in the one it moved to. */
export async function formBefore(_viewer: Viewer, callId: string, number: number): Promise<FormDefinition | null> {
  const version = await db.formVersion.findUnique({
    where: { callId_number: { callId, number } },
    select: { definition: true },
  });
  return version && formDefinition.parse(version.definition);
}

/**
 * An attached file the viewer may read: on their own files, even before it was scanned; on one that was sent when they
 * run the programme, once it was found safe (or, where nothing scans, said not to be scanned). Infected: by nobody.
 */
export async function attachedFile(viewer: Viewer, id: string) {
  if (viewer.kind !== 'person' || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const file = await db.storedFile.findFirst({
    where: { id, ownerKind: 'application', scan: { in: [...READABLE_BY_AUTHORS] } },
    select: { storageKey: true, name: true, contentType: true, size: true, ownerId: true, scan: true },
  });
  if (!file) return null;
  const others = READABLE_BY_OTHERS.includes(file.scan) ? [filesExaminedBy(viewer), filesGivenTo(viewer)] : [];
  const readable = await db.application.count({
    where: { AND: [{ id: file.ownerId }, { OR: [ownApplications(viewer), ...others] }] },
  });
  return readable > 0 ? file : null;
}
