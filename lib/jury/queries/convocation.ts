import { rows } from '@/lib/db';
import { UUID } from '@/lib/jury/queries/stages';
import { readSettings, type StageSettings } from '@/lib/jury/stage-input';
import type { Viewer } from '@/lib/viewer';

export type Convocation = {
  /** The invitation's own id. */
  id: string;
  applicationId: string;
  title: string;
  reference: string;
  call: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  link: string;
  sequence: number;
  rhythm: StageSettings['rhythm'];
  /** The viewer wrote the file (they are not only named in it). */
  mine: boolean;
};

/** SQL over `i`: told to this address, still standing. */
const MINE = `i.kind = 'hearing' AND i.cancelled_at IS NULL AND lower(i.email) = lower($2)`;

async function one(viewer: Viewer, where: string, id: string): Promise<Convocation | null> {
  if (viewer.kind !== 'person' || !viewer.email || !UUID.test(id)) return null;
  const [row] = await rows<Omit<Convocation, 'rhythm'> & { settings: unknown }>(
    `SELECT i.id, a.id AS "applicationId", a.title, coalesce(a.reference, '') AS reference, c.title AS call, c.time_zone AS "timeZone",
       i.starts_at AS "startsAt", i.ends_at AS "endsAt", i.place, i.link, i.sequence, s.settings,
       (a.owner_id = $3::uuid OR EXISTS (SELECT 1 FROM application_member m WHERE m.application_id = a.id AND m.email = $2)) AS mine
     FROM hearing_invitation i JOIN stage s ON s.id = i.stage_id JOIN application a ON a.id = i.application_id JOIN call c ON c.id = s.call_id
     WHERE ${where} = $1 AND ${MINE} ORDER BY i.starts_at LIMIT 1`,
    [id, viewer.email, viewer.id],
  );
  if (!row) return null;
  const { settings, ...rest } = row;
  return { ...rest, rhythm: readSettings(settings).rhythm };
}

/** The hearing of a file as the viewer was told of it: its authors, and the mentors it names. */
export const myConvocation = async (viewer: Viewer, applicationId: string): Promise<Convocation | null> =>
  one(viewer, 'i.application_id', applicationId);

export const convocation = async (viewer: Viewer, id: string): Promise<Convocation | null> => one(viewer, 'i.id', id);
