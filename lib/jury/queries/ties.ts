import { rows } from '@/lib/db';
import type { Anonymity } from '@/lib/jury/anonymity';
import { freeOfConflict, jurorIdOf, READABLE_FILE, seatedOn } from '@/lib/jury/policy';
import { withShownTitles } from '@/lib/jury/queries/source';
import { UUID } from '@/lib/jury/queries/stages';
import type { Viewer } from '@/lib/viewer';

/** SQL over `s`: the coordination shows the titles of this stage to its seated jurors, and has not closed it. */
export const OPEN_TITLES = (person: string): string =>
  `(s.settings->>'titlesOpen')::boolean AND s.closed_at IS NULL AND ${seatedOn('s.call_id', person)}`;

/** SQL: files of stage `stage` whose title `person` may read to say whether they have a tie; those already tied are gone. */
export const listedForTies = (stage: string, person: string): string =>
  `FROM stage s JOIN application a ON a.call_id = s.call_id
   WHERE s.id = ${stage}::uuid AND ${OPEN_TITLES(person)} AND ${READABLE_FILE} AND ${freeOfConflict('a.id', person)}`;

export type TitleRow = { id: string; reference: string; title: string; organisation: string };
export type Titles = {
  stageId: string;
  stage: string;
  call: string;
  /** When the viewer said they had gone through them. */
  doneAt: Date | null;
  files: TitleRow[];
};

/** The titles of a call as its policy allows, for a juror to say what they have to do with them before any content opens. */
export async function titlesForTies(viewer: Viewer, stageId: string): Promise<Titles | null> {
  if (!UUID.test(stageId)) return null;
  const who = [stageId, jurorIdOf(viewer)];
  const [[head], files] = await Promise.all([
    rows<Omit<Titles, 'files'> & { anonymity: Anonymity }>(
      `SELECT s.id AS "stageId", s.name AS stage, c.title AS call, j.ties_at AS "doneAt", s.rubric->'anonymity' AS anonymity
       FROM stage s JOIN call c ON c.id = s.call_id JOIN juror j ON j.call_id = c.id AND j.person_id = $2::uuid
       WHERE s.id = $1 AND ${OPEN_TITLES('$2')}`,
      who,
    ),
    rows<TitleRow>(
      `SELECT a.id, coalesce(a.reference, '') AS reference, a.title,
         CASE WHEN (s.rubric->'anonymity'->>'organisations')::boolean THEN '' ELSE a.organisation_name END AS organisation
       ${listedForTies('$1', '$2')} ORDER BY a.reference, a.id LIMIT 1000`,
      who,
    ),
  ]);
  if (!head) return null;
  const { anonymity, ...rest } = head;
  const named = await withShownTitles(
    viewer,
    files.map((one) => ({ ...one, applicationId: one.id, anonymity })),
  );
  return { ...rest, files: named.map(({ applicationId: _, anonymity: __, ...one }) => one) };
}

export type TieTask = { stageId: string; stage: string; call: string; doneAt: Date | null; opensAt: Date | null };

/** Stages whose titles the viewer is asked to go through. */
export async function tiesToDeclare(viewer: Viewer): Promise<TieTask[]> {
  return rows(
    `SELECT s.id AS "stageId", s.name AS stage, c.title AS call, j.ties_at AS "doneAt", s.opens_at AS "opensAt"
     FROM juror j JOIN call c ON c.id = j.call_id JOIN stage s ON s.call_id = c.id
     WHERE j.person_id = $1::uuid AND ${OPEN_TITLES('$1')} ORDER BY s.opens_at NULLS LAST, s.position LIMIT 20`,
    [jurorIdOf(viewer)],
  );
}
