import { READABLE_BY_JURY } from '@/lib/applications/states';
import { isCoordinator, personId, type Viewer } from '@/lib/viewer';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Prepares juries, sees every mark, decides and publishes. */
export const runsJury = (viewer: Viewer): boolean => isCoordinator(viewer);

/** What juror columns are compared with: an id that is nobody's for visitors and jobs. */
export const jurorIdOf = (viewer: Viewer): string => personId(viewer) ?? NOBODY;

/** SQL: the file has nothing to do with the person (jury_conflicts() says why it would). */
export const freeOfConflict = (file: string, person: string): string =>
  `NOT EXISTS (SELECT 1 FROM jury_conflicts(ARRAY[${person}::uuid], ARRAY[${file}]))`;

/** SQL: the person accepted a seat on the call's jury and its charter. */
export const seatedOn = (call: string, person: string): string =>
  `EXISTS (SELECT 1 FROM juror seat WHERE seat.call_id = ${call} AND seat.person_id = ${person}::uuid
     AND seat.state = 'accepted' AND seat.charter_at IS NOT NULL)`;

/**
 * SQL over `s` (stage): the person sat on its jury and may read its minutes, which speak of every file: before the
 * results are published, only who has nothing to do with any of them.
 */
export const readsMinutes = (person: string): string =>
  `${seatedOn('s.call_id', person)} AND (EXISTS (SELECT 1 FROM call k WHERE k.id = s.call_id AND k.results_published_at IS NOT NULL)
   OR NOT EXISTS (SELECT 1 FROM jury_conflicts(ARRAY[${person}::uuid],
     ARRAY(SELECT f.id FROM application f WHERE f.call_id = s.call_id AND f.state NOT IN ('draft', 'withdrawn')))))`;

const READABLE = READABLE_BY_JURY.map((state) => `'${state}'`).join(', ');

/** SQL over `a` (application): a file that juries may be given. */
export const READABLE_FILE = `a.state IN (${READABLE})`;

/**
 * SQL over `a` (application): a file a stage still has to read or hear. Those a pre-selection left out go; once it kept
 * some, a later stage takes only those, and what it already has in hand stays.
 */
export const inStage = (stage: string): string =>
  `${READABLE_FILE} AND (EXISTS (SELECT 1 FROM hearing h WHERE h.stage_id = ${stage} AND h.application_id = a.id)
     OR EXISTS (SELECT 1 FROM review_assignment g WHERE g.stage_id = ${stage} AND g.application_id = a.id)
     OR (a.state <> 'not_preselected' AND (a.state <> 'eligible' OR NOT EXISTS (SELECT 1 FROM stage l WHERE l.id = ${stage} AND l.position > 0
       AND EXISTS (SELECT 1 FROM application k WHERE k.call_id = l.call_id AND k.state = 'preselected')))))`;

/** SQL over `ra` `s` `a`: an assignment its juror may open now, `person` being the parameter that holds the juror. */
export const openTo = (person: string): string =>
  `ra.juror_id = ${person}::uuid AND ${READABLE_FILE} AND (s.opens_at IS NULL OR s.opens_at <= now())
   AND ${seatedOn('s.call_id', person)} AND ${freeOfConflict('a.id', person)}`;

/** Whether what others wrote on a file is shown to a juror. */
export function seesOthers(visible: 'never' | 'after_own' | 'always', ownIsSent: boolean): boolean {
  return visible === 'always' || (visible === 'after_own' && ownIsSent);
}
