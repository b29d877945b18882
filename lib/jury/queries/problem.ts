import { rows } from '@/lib/db';
import { type AnchorCandidate, anchorsOf, orderAnchors, panelsPerAnchor } from '@/lib/jury/anchors';
import type { ProblemInput } from '@/lib/jury/assignment-schema';
import type { PanelsInput } from '@/lib/jury/panels-schema';
import { inStage, READABLE_FILE, runsJury } from '@/lib/jury/policy';
import type { StageDetail } from '@/lib/jury/queries/stages';
import { teamRows } from '@/lib/jury/queries/teams';
import { themeKey } from '@/lib/jury/readings';
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
       WHERE a.call_id = $1 AND ${inStage('$2')} ORDER BY a.id`,
      [stage.callId, stage.id],
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
    conflicts: ties.map(({ person_id, application_id }): [string, string] => [person_id, application_id]).filter(among),
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

/** Files by mean mark in the latest earlier stage of the call that marked them: place 1 is the best. */
const placesBefore = (_viewer: Viewer, stage: StageDetail) =>
  rows<{ id: string; place: number; of: number }>(
    `WITH before AS (SELECT id FROM stage WHERE call_id = $1 AND position < (SELECT position FROM stage WHERE id = $2) ORDER BY position DESC LIMIT 1),
       means AS (SELECT ra.application_id AS id, avg(m.value::text::numeric) AS mean FROM review_assignment ra JOIN before b ON b.id = ra.stage_id
         JOIN review r ON r.assignment_id = ra.id AND r.sent_at IS NOT NULL, jsonb_each(r.marks) m
         WHERE jsonb_typeof(m.value) = 'number' GROUP BY ra.application_id)
     SELECT id, rank() OVER (ORDER BY mean DESC)::int AS place, count(*) OVER ()::int AS of FROM means`,
    [stage.callId, stage.id],
  );

/** Possible anchor files, the best placed first, and why: what the coordination chooses from. */
export async function anchorCandidates(viewer: Viewer, stage: StageDetail): Promise<AnchorCandidate[]> {
  const found = await ground(viewer, stage);
  if (!found) return [];
  const { halfDays, panels, anchors } = stage.settings;
  const [teams, places] = await Promise.all([teamRows(viewer, stage), placesBefore(viewer, stage)]);
  const free = new Map(teams.map(({ applicationId, available }) => [applicationId, available]));
  const placeOf = new Map(places.map(({ id, place, of }) => [id, { place, of }]));
  const barred = Map.groupBy(
    new Set([...found.conflicts, ...found.forbidden].map(String)),
    (pair) => pair.split(',')[1]!,
  );
  const known = found.seats.map(({ themes, skills }) => new Set([...themes, ...skills].map(themeKey)));
  const candidates = found.proposals.map(
    ({ id, themes }): AnchorCandidate => ({
      id,
      barred: barred.get(id)?.length ?? 0,
      experts: known.filter((set) => themes.some((theme) => set.has(themeKey(theme)))).length,
      halfDays: halfDays.filter((day) => free.get(id)?.includes(day) ?? true).length,
      rank: placeOf.get(id) ?? null,
    }),
  );
  return orderAnchors(candidates, panelsPerAnchor(panels, Math.max(1, anchors), Math.max(1, halfDays.length)));
}

/** The panels problem of a stage: jurors and teams come when they said; anchor files tie the panels together when asked. */
export async function panelsProblem(viewer: Viewer, stage: StageDetail): Promise<PanelsInput | null> {
  const found = await ground(viewer, stage);
  if (!found) return null;
  const { seats, proposals, conflicts, forbidden, apart } = found;
  const { halfDays, panels, panelMin, panelMax, anchors, anchorFiles } = stage.settings;
  const fellows = seats.filter(({ formerFellow }) => formerFellow).length;
  const comes = (said: string[] | null | undefined) =>
    halfDays.length === 0 || !said ? true : said.filter((day) => halfDays.includes(day));
  const teams = new Map((await teamRows(viewer, stage)).map((one) => [one.applicationId, one.available]));
  const isAnchored = anchors > 0 || anchorFiles.length > 0;
  const chosen = isAnchored ? anchorsOf(await anchorCandidates(viewer, stage), anchorFiles, anchors) : [];
  const each = panelsPerAnchor(panels, chosen.length, Math.max(1, halfDays.length));
  return {
    proposals: proposals.map((one) => ({ ...one, available: comes(teams.get(one.id)) })),
    jurors: seats.map((seat) => ({
      id: seat.id,
      expertise: [...seat.themes, ...seat.skills],
      background: seat.background || null,
      formerFellow: seat.formerFellow,
      available: comes(seat.available),
    })),
    ...(halfDays.length ? { halfDays } : {}),
    panels,
    jurorsPerPanel: [panelMin, panelMax],
    anchors: each > 1 ? chosen.map((id): [string, number] => [id, each]) : [],
    comparable: isAnchored,
    formerFellowsPerPanel: fellows >= panels ? 1 : 0,
    conflicts,
    forbidden,
    apart,
    timeLimitSeconds: 20,
  };
}
