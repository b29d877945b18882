import type { NextStep } from '@/lib/applications/next-step';
import { filesExaminedBy } from '@/lib/applications/policy';
import { NEXT_DUE, NEXT_STEP, STANDING } from '@/lib/applications/queries/standing';
import type { ApplicationState } from '@/lib/applications/states';
import { db, rows } from '@/lib/db';
import { isCoordinator, personId, type Viewer } from '@/lib/viewer';

/** Whether the viewer examines this file. The coordination does, without a query: what follows only needs the file to be one. */
export async function examines(viewer: Viewer, id: string): Promise<boolean> {
  if (isCoordinator(viewer)) return true;
  if (viewer.kind !== 'person' || !/^[0-9a-f-]{36}$/i.test(id)) return false;
  return (await db.application.count({ where: { AND: [{ id }, filesExaminedBy(viewer)] } })) > 0;
}

/** Whether the viewer examines files of this call. */
export async function examinesIn(viewer: Viewer, callId: string): Promise<boolean> {
  if (isCoordinator(viewer)) return true;
  if (viewer.kind !== 'person') return false;
  return (await db.callInstructor.count({ where: { callId, personId: viewer.id, endedAt: null } })) > 0;
}

export type EntrustedFile = {
  id: string;
  reference: string | null;
  title: string;
  organisation: string;
  call: string;
  state: ApplicationState;
  next: NextStep | null;
  due: Date | null;
};

/** Files entrusted to somebody invited to a call, those that await something first. One query. */
export async function entrustedFiles(viewer: Viewer): Promise<EntrustedFile[]> {
  if (viewer.kind !== 'person') return [];
  return rows<EntrustedFile>(
    `SELECT a.id, a.reference, a.title, a.organisation_name AS organisation, k.title AS call, a.state, ${NEXT_STEP} AS next, ${NEXT_DUE} AS due
     FROM call_instructor v JOIN call k ON k.id = v.call_id JOIN application a ON a.call_id = k.id AND a.instructor_id = v.person_id ${STANDING}
     WHERE v.person_id = $1::uuid AND v.ended_at IS NULL AND a.state <> 'draft'
     ORDER BY (a.state = 'submitted') DESC, k.closes_at DESC, a.reference, a.id LIMIT 300`,
    [personId(viewer)],
  );
}

export type InvitedInstructor = {
  id: string;
  name: string;
  email: string | null;
  since: Date;
  files: number;
  waiting: number;
};

/** Who was invited to examine files of a call, with how many they have. One query. */
export async function invitedInstructors(viewer: Viewer, callId: string): Promise<InvitedInstructor[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<InvitedInstructor>(
    `SELECT v.id, p.name, p.email, v.created_at AS since, count(a.id)::int AS files,
       count(a.id) FILTER (WHERE a.state = 'submitted')::int AS waiting
     FROM call_instructor v JOIN person p ON p.id = v.person_id
     LEFT JOIN application a ON a.call_id = v.call_id AND a.instructor_id = v.person_id AND a.state <> 'draft'
     WHERE v.call_id = $1::uuid AND v.ended_at IS NULL GROUP BY v.id, p.id ORDER BY p.name, v.id LIMIT 200`,
    [callId],
  );
}
