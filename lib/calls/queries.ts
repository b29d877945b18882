import { db, type Prisma } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';
import type { SchoolHoliday } from './calendar';
import { type FormDefinition, formDefinition } from './form';
import { callsManagedBy, callsVisibleTo, managesCalls } from './policy';

const CARD = {
  id: true,
  slug: true,
  kind: true,
  title: true,
  summary: true,
  opensAt: true,
  closesAt: true,
  timeZone: true,
  graceSeconds: true,
  publishedAt: true,
  resultsPublishedAt: true,
  cohort: { select: { id: true, slug: true, number: true, name: true, position: true } },
} satisfies Prisma.CallSelect;

/** Calls the viewer manages, with the number of their files by state. Two queries. */
export async function managedCalls(viewer: Viewer) {
  const calls = await db.call.findMany({
    where: callsManagedBy(viewer),
    select: CARD,
    orderBy: { closesAt: 'desc' },
    take: 100,
  });
  const counts = await db.application.groupBy({
    by: ['callId', 'state'],
    where: { callId: { in: calls.map((one) => one.id) } },
    _count: { _all: true },
  });
  return calls.map((call) => {
    const own = counts.filter((one) => one.callId === call.id);
    const drafts = own.find((one) => one.state === 'draft')?._count._all ?? 0;
    return { ...call, drafts, sent: own.reduce((sum, one) => sum + one._count._all, 0) - drafts };
  });
}

const PAGE = {
  ...CARD,
  body: true,
  contactEmail: true,
  retentionMonths: true,
  specificationId: true,
  version: true,
  extensions: {
    select: { id: true, reason: true, before: true, after: true, createdAt: true, byId: true },
    orderBy: { createdAt: 'asc' },
  },
  forms: {
    select: { id: true, number: true, definition: true, publishedAt: true, updatedAt: true },
    orderBy: { number: 'desc' },
    take: 2,
  },
} satisfies Prisma.CallSelect;

type Row = Prisma.CallGetPayload<{ select: typeof PAGE }>;
export type CallForm = {
  id: string;
  number: number;
  definition: FormDefinition;
  publishedAt: Date | null;
  updatedAt: Date;
};
export type CallPage = Omit<Row, 'forms'> & {
  /** The version applicants fill in. */
  form: CallForm | null;
  /** The version being prepared, for those who manage the call. */
  draftForm: CallForm | null;
};

function page({ forms, ...call }: Row): CallPage {
  const versions = forms.map((one) => ({ ...one, definition: formDefinition.parse(one.definition) }));
  return {
    ...call,
    form: versions.find((one) => one.publishedAt) ?? null,
    draftForm: versions.find((one) => !one.publishedAt) ?? null,
  };
}

/** A call and its form; null when absent or unseen. The version being prepared is seen by those who prepare it only. */
export async function callBySlug(viewer: Viewer, slug: string): Promise<CallPage | null> {
  const row = await db.call.findFirst({ where: { AND: [{ slug }, callsVisibleTo(viewer)] }, select: PAGE });
  const call = row && page(row);
  return call && !managesCalls(viewer, call.cohort.id) ? { ...call, draftForm: null } : call;
}

/** A call its coordinators prepare; null for anyone else. */
export async function managedCall(viewer: Viewer, slug: string): Promise<CallPage | null> {
  const row = await db.call.findFirst({ where: { AND: [{ slug }, callsManagedBy(viewer)] }, select: PAGE });
  return row && page(row);
}

/** What decides whether a file may still be written or sent. */
export async function callClock(viewer: Viewer, callId: string) {
  return db.call.findFirst({
    where: { AND: [{ id: callId }, callsVisibleTo(viewer)] },
    select: { id: true, publishedAt: true, opensAt: true, closesAt: true, graceSeconds: true },
  });
}

/** Cohorts in which the viewer may open a call, newest first. */
export async function cohortsForCalls(viewer: Viewer) {
  const { OR: _, ...where } = callsManagedBy(viewer) as { cohortId?: { in: string[] }; id?: object; OR?: unknown };
  if (where.id) return [];
  return db.cohort.findMany({
    where: where.cohortId ? { id: where.cohortId } : {},
    select: { id: true, number: true, name: true },
    orderBy: { position: 'desc' },
    take: 50,
  });
}

/** School holidays the team entered, as the checks of dates read them. They are no secret. */
export async function schoolHolidays(
  _viewer: Viewer,
): Promise<(SchoolHoliday & { id: string; source: string; checkedOn: string })[]> {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const found = await db.schoolHoliday.findMany({ orderBy: [{ from: 'desc' }, { zone: 'asc' }], take: 500 });
  return found.map((one) => ({ ...one, from: day(one.from), to: day(one.to), checkedOn: day(one.checkedOn) }));
}
