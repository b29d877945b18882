import { rows } from '@/lib/db';
import type { ProblemInput } from '@/lib/jury/assignment-schema';
import type { PanelsInput } from '@/lib/jury/panels-schema';
import { READABLE_FILE, runsJury } from '@/lib/jury/policy';
import type { StageDetail } from '@/lib/jury/queries/stages';
import { themesIn } from '@/lib/jury/themes';
import type { Viewer } from '@/lib/viewer';

type Seat = {
  id: string;
  background: string;
  formerFellow: boolean;
  themes: string[];
  skills: string[];
  available: string[] | null;
  loadMax: number | null;
};
type Row = { id: string; answers: unknown };
type PairRow = { jurorId: string; applicationId: string; fixed: boolean };
type RuleRow = { kind: string; jurorId: string; applicationId: string | null; otherId: string | null };

/** What every assignment of a stage starts from: who sits, which files, who may not read what. */
async function ground(viewer: Viewer, stage: StageDetail) {
  if (!runsJury(viewer)) return null;
  const [seats, files, ties, pairs, rules] = await Promise.all([
    rows<Seat>(
      `SELECT person_id AS id, background, former_fellow AS "formerFellow", themes, skills, available, load_max AS "loadMax"
       FROM juror WHERE call_id = $1 AND state = 'accepted' ORDER BY person_id`,
      [stage.callId],
    ),
    rows<Row>(
      `SELECT a.id, coalesce(s.answers, a.answers) AS answers FROM application a
       LEFT JOIN submission s ON s.application_id = a.id AND s.in_force
       WHERE a.call_id = $1 AND ${READABLE_FILE} ORDER BY a.id`,
      [stage.callId],
    ),
    rows<{ person_id: string; application_id: string }>(
      `SELECT DISTINCT k.person_id, k.application_id FROM jury_conflicts(
         (SELECT array_agg(person_id) FROM juror WHERE call_id = $1 AND state = 'accepted'),
         (SELECT array_agg(a.id) FROM application a WHERE a.call_id = $1 AND ${READABLE_FILE})) k`,
      [stage.callId],
    ),
    rows<PairRow>(
      `SELECT ra.juror_id AS "jurorId", ra.application_id AS "applicationId", (ra.pinned OR r.id IS NOT NULL) AS fixed
       FROM review_assignment ra LEFT JOIN review r ON r.assignment_id = ra.id WHERE ra.stage_id = $1`,
      [stage.id],
    ),
    rows<RuleRow>(
      `SELECT kind, juror_id AS "jurorId", application_id AS "applicationId", other_id AS "otherId" FROM pair_rule WHERE stage_id = $1`,
      [stage.id],
    ),
  ]);
  const vocabulary = seats.flatMap(({ themes, skills }) => [...themes, ...skills]);
  const jurors = new Set(seats.map(({ id }) => id));
  const known = new Set(files.map(({ id }) => id));
  const among = ([juror, file]: readonly [string, string]) => jurors.has(juror) && known.has(file);
  return {
    seats,
    proposals: files.map(({ id, answers }) => ({ id, themes: themesIn(answers, vocabulary) })),
    conflicts: ties.map(({ person_id, application_id }): [string, string] => [person_id, application_id]),
    standing: pairs.map(({ jurorId, applicationId }): [string, string] => [jurorId, applicationId]).filter(among),
    pinned: pairs
      .filter(({ fixed }) => fixed)
      .map(({ jurorId, applicationId }): [string, string] => [jurorId, applicationId])
      .filter(among),
    forbidden: rules
      .filter(({ kind, applicationId }) => kind === 'forbidden' && applicationId)
      .map(({ jurorId, applicationId }): [string, string] => [jurorId, applicationId!])
      .filter(among),
    apart: rules
      .filter(({ kind, jurorId, otherId }) => kind === 'apart' && otherId && jurors.has(jurorId) && jurors.has(otherId))
      .map(({ jurorId, otherId }): [string, string] => [jurorId, otherId!]),
  };
}

/** The readings problem of a stage, in the documented shape of `jury:assign`, and the pairs that stand today. */
export async function readingsProblem(
  viewer: Viewer,
  stage: StageDetail,
): Promise<{ problem: ProblemInput; standing: [string, string][] } | null> {
  const found = await ground(viewer, stage);
  if (!found) return null;
  const { seats, proposals, conflicts, standing, pinned, forbidden, apart } = found;
  const { readersPerFile, loadMax } = stage.settings;
  const share = (proposals.length * readersPerFile) / Math.max(1, seats.length);
  const problem: ProblemInput = {
    proposals,
    jurors: seats.map((seat) => {
      const most = seat.loadMax ?? loadMax ?? Math.ceil(share) + 1;
      return {
        id: seat.id,
        expertise: [...seat.themes, ...seat.skills],
        load: [Math.min(most, Math.max(0, Math.floor(share) - 1)), most],
        background: seat.background || null,
        formerFellow: seat.formerFellow,
      };
    }),
    conflicts,
    pinned,
    forbidden,
    apart,
    readersPerProposal: readersPerFile,
    timeLimitSeconds: 20,
  };
  return { problem, standing };
}

/** The panels problem of a stage; availability counts, and anchor files tie the panels together when asked. */
export async function panelsProblem(viewer: Viewer, stage: StageDetail): Promise<PanelsInput | null> {
  const found = await ground(viewer, stage);
  if (!found) return null;
  const { seats, proposals, conflicts, forbidden, apart } = found;
  const { halfDays, panels, panelMin, panelMax, anchors } = stage.settings;
  const fellows = seats.filter(({ formerFellow }) => formerFellow).length;
  const days = new Set(halfDays);
  return {
    proposals,
    jurors: seats.map((seat) => ({
      id: seat.id,
      expertise: [...seat.themes, ...seat.skills],
      background: seat.background || null,
      formerFellow: seat.formerFellow,
      available:
        halfDays.length === 0 || seat.available === null ? true : seat.available.filter((day) => days.has(day)),
    })),
    ...(halfDays.length ? { halfDays } : {}),
    panels,
    jurorsPerPanel: [panelMin, panelMax],
    anchors: proposals
      .slice(0, anchors)
      .map(({ id }): [string, number] => [id, Math.min(2, panels)])
      .filter(([, count]) => count > 1),
    comparable: anchors > 0,
    formerFellowsPerPanel: fellows >= panels ? 1 : 0,
    conflicts,
    forbidden,
    apart,
    timeLimitSeconds: 20,
  };
}
