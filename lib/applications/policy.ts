import { type CallDates, callState } from '@/lib/calls/states';
import type { Prisma } from '@/lib/generated/prisma/client';
import { isCoordinator, type PersonViewer, personId, type Viewer } from '@/lib/viewer';

/** Matches no row: an undefined would match them all. */
const NONE: Prisma.ApplicationWhereInput = { id: { in: [] } };

/** Files one writes or was invited to: the owner, and co-authors by the address they were invited at. */
export function ownApplications(viewer: Viewer): Prisma.ApplicationWhereInput {
  if (viewer.kind !== 'person') return NONE;
  return { OR: [{ ownerId: viewer.id }, { members: { some: { email: viewer.email } } }] };
}

/** The same as a clause on `a`, for reads in plain SQL: its two values are the person's id and address. */
export const ownSql = (first: number): string =>
  `(a.owner_id = $${first}::uuid OR EXISTS (SELECT 1 FROM application_member m WHERE m.application_id = a.id AND m.email = $${first + 1}))`;

/** Those of them one may write: whoever was invited to read answers nothing in their name. */
export const writtenSql = (first: number): string =>
  `(a.owner_id = $${first}::uuid OR EXISTS (SELECT 1 FROM application_member m WHERE m.application_id = a.id AND m.email = $${first + 1} AND m."right" = 'edit'))`;

/** Files that were sent, for those who run the programme: a draft is its authors' only. */
export function filesRunBy(viewer: Viewer): Prisma.ApplicationWhereInput {
  return isCoordinator(viewer) ? { state: { not: 'draft' } } : NONE;
}

/**
 * Files the viewer examines: all of them for the coordination; for somebody invited to a call, those of it that are
 * entrusted to them. To read, to write about and to declare eligible or not; what runs the call stays the coordination's.
 */
export function filesExaminedBy(viewer: Viewer): Prisma.ApplicationWhereInput {
  if (isCoordinator(viewer) || viewer.kind !== 'person') return filesRunBy(viewer);
  const invited = { personId: viewer.id, endedAt: null };
  return { state: { not: 'draft' }, instructorId: viewer.id, call: { instructors: { some: invited } } };
}

/** The same as a clause on `a`: its two values are whether the viewer coordinates, and the person's id. */
export const examinedSql = (first: number): string =>
  `($${first}::boolean OR (a.instructor_id = $${first + 1}::uuid AND EXISTS (SELECT 1 FROM call_instructor v
    WHERE v.call_id = a.call_id AND v.person_id = $${first + 1}::uuid AND v.ended_at IS NULL)))`;
export const examinedValues = (viewer: Viewer): [boolean, string | null] => [isCoordinator(viewer), personId(viewer)];

/** Files given to the viewer to read for pre-selection: to read, never to decide. */
export function filesGivenTo(viewer: Viewer): Prisma.ApplicationWhereInput {
  return viewer.kind === 'person' ? { state: { not: 'draft' }, readings: { some: { readerId: viewer.id } } } : NONE;
}

export type Right = 'owner' | 'edit' | 'view';

export function rightOn(
  viewer: PersonViewer,
  file: { ownerId: string; members: readonly { email: string; right: 'view' | 'edit' }[] },
): Right {
  if (file.ownerId === viewer.id) return 'owner';
  return file.members.find((one) => one.email === viewer.email)?.right ?? 'view';
}

/**
 * States in which the working copy may still be written, clock permitting: as its applicant sees them. A refusal that
 * followed the real state would tell of a decision before it is published.
 */
export const WRITABLE = ['draft', 'submitted'] as const;
export const isWritable = (state: string): boolean => (WRITABLE as readonly string[]).includes(state);

/** Whether a reader of this file is offered to change it: who may only look, or comes after the closing, is not. */
export const mayChange = (file: { right: Right; state: string; call: CallDates }, now: Date): boolean =>
  file.right !== 'view' && isWritable(file.state) && callState(file.call, now) !== 'closed';
