import { rows } from '@/lib/db';
import { calibrate, whyNotCorrected } from '@/lib/jury/calibration';
import { connectedParts, type Evaluation } from '@/lib/jury/connection';
import { jurorIdOf, READABLE_FILE, runsJury, seatedOn } from '@/lib/jury/policy';
import { withShownTitles } from '@/lib/jury/queries/source';
import { UUID } from '@/lib/jury/queries/stages';
import { type Rankable, type RankRuleName, rank, rankRule } from '@/lib/jury/ranking';
import type { Rubric } from '@/lib/jury/schema';
import { readSettings, type StageSettings } from '@/lib/jury/stage-input';
import { type SentReview, standings } from '@/lib/jury/standing';
import type { Viewer } from '@/lib/viewer';

type BoardFile = { id: string; reference: string; title: string; organisation: string; state: string; reason: string };
export type BoardItem = BoardFile & {
  place: number | null;
  tiedWith: number;
  brokenBy: string | null;
  mean: number | null;
  /** With severity taken off, when the marks allow it and the order asks for it; the raw mean stays beside. */
  corrected: number | null;
  spread: number | null;
  favourites: number;
  rankVotes: number | null;
  notes: { id: string; by: string; text: string; at: string }[];
};
export type Board = {
  id: string;
  name: string;
  call: string;
  callId: string;
  rubric: Rubric;
  settings: StageSettings;
  resultsPublishedAt: Date | null;
  /** Those who decide; the others follow. */
  decides: boolean;
  correction: Correction;
  /** The rules truly followed: one that says nothing of any file is passed over. */
  rules: RankRuleName[];
  /** Who is in the room of the deliberation now. */
  present: string[];
  items: BoardItem[];
};

/** Whether the order asks for corrected means, and why these marks allow none: severity cannot be told from quality. */
export type Correction = { asked: boolean; why: 'disconnected' | 'too_few_marks' | null; parts: number };

type Head = Omit<Board, 'decides' | 'items' | 'correction' | 'rules'>;

/** Open to those who run juries; to seated jurors once opened to the room and marking is over: nobody sees marks before sending theirs. */
async function head(viewer: Viewer, stageId: string): Promise<Head | null> {
  if (!UUID.test(stageId)) return null;
  const [stage] = await rows<Head>(
    `SELECT s.id, s.name, c.title AS call, c.id AS "callId", s.rubric, s.settings, c.results_published_at AS "resultsPublishedAt",
       ARRAY(SELECT p.name FROM stay t JOIN person p ON p.id = t.person_id
         WHERE t.stage_id = s.id AND t.panel_id IS NULL AND t.left_at IS NULL ORDER BY p.name) AS present
     FROM stage s JOIN call c ON c.id = s.call_id
     WHERE s.id = $1 AND ($2 OR ((s.settings->>'deliberationOpen')::boolean AND (s.closed_at IS NOT NULL OR s.closes_at < now()) AND ${seatedOn('s.call_id', '$3')}))`,
    [stageId, runsJury(viewer), jurorIdOf(viewer)],
  );
  return stage ? { ...stage, settings: readSettings(stage.settings) } : null;
}

/** SQL over `a`: what this person may see of the deliberation; whoever runs the jury sees everything. Ties are found once, not once a file. */
const IN_THE_ROOM = `($2 OR a.id NOT IN (SELECT tie.application_id FROM jury_conflicts(ARRAY[$3::uuid],
  (SELECT array_agg(x.id) FROM application x JOIN stage y ON y.call_id = x.call_id WHERE y.id = $1::uuid)) tie))`;

/**
 * The deliberation as this person may follow it: a file they have a tie with is not there, and every place, tie and count
 * is worked out without it.
 */
export async function board(viewer: Viewer, stageId: string): Promise<Board | null> {
  const stage = await head(viewer, stageId);
  if (!stage) return null;
  const who = [stageId, runsJury(viewer), jurorIdOf(viewer)];
  const [files, reviews, notes] = await Promise.all([
    rows<BoardFile>(
      `SELECT a.id, coalesce(a.reference, '') AS reference, a.title, a.state,
         CASE WHEN (s.rubric->'anonymity'->>'organisations')::boolean AND NOT $2 THEN '' ELSE a.organisation_name END AS organisation,
         coalesce((SELECT d.reason FROM decision d WHERE d.application_id = a.id AND d.undone_at IS NULL AND d.after = a.state
           ORDER BY d.created_at DESC LIMIT 1), '') AS reason
       FROM stage s JOIN application a ON a.call_id = s.call_id
       WHERE s.id = $1 AND ${READABLE_FILE} AND ${IN_THE_ROOM} LIMIT 1000`,
      who,
    ),
    rows<SentReview>(
      stage.rubric.marking === 'collective'
        ? `SELECT h.id, a.id AS "applicationId", h.panel_id AS "jurorId", '' AS juror, h.marks, h.comments, '' AS comment,
             h.verdict, h.rank, h.favourite, false AS abstained
           FROM hearing h JOIN application a ON a.id = h.application_id
           WHERE h.stage_id = $1 AND h.sent_at IS NOT NULL AND ${IN_THE_ROOM}`
        : `SELECT r.id, a.id AS "applicationId", ra.juror_id AS "jurorId", '' AS juror, r.marks, r.comments, '' AS comment,
             r.verdict, r.rank, r.favourite, r.abstained
           FROM review_assignment ra JOIN review r ON r.assignment_id = ra.id JOIN application a ON a.id = ra.application_id
           WHERE ra.stage_id = $1 AND r.sent_at IS NOT NULL AND ${IN_THE_ROOM}`,
      who,
    ),
    rows<BoardItem['notes'][number] & { applicationId: string }>(
      `SELECT n.id, n.application_id AS "applicationId", p.name AS by, n.text, n.created_at AS at
       FROM deliberation_note n JOIN application a ON a.id = n.application_id JOIN person p ON p.id = n.by_id
       WHERE n.stage_id = $1 AND ${IN_THE_ROOM} ORDER BY n.created_at LIMIT 2000`,
      who,
    ),
  ]);
  const decides = runsJury(viewer);
  const { anonymity } = stage.rubric;
  const listed = decides
    ? files
    : await withShownTitles(
        viewer,
        files.map((one) => ({ ...one, applicationId: one.id, anonymity })),
      );
  const titles = new Map(listed.map(({ id, title }) => [id, title]));
  const named = files.map((one) => ({ ...one, title: titles.get(one.id) ?? one.title }));
  return { ...stage, decides, ...placed(stage, named, reviews, notes) };
}

function placed(
  stage: Head,
  files: BoardFile[],
  reviews: SentReview[],
  notes: (BoardItem['notes'][number] & { applicationId: string })[],
): Pick<Board, 'items' | 'correction' | 'rules'> {
  const noted = Map.groupBy(notes, ({ applicationId }) => applicationId);
  const standing = standings(stage.rubric, files, reviews);
  const asked = stage.settings.ranking.includes('corrected');
  const evaluations = standing.flatMap(({ file, reviews: sent }) =>
    sent.flatMap(({ jurorId, total }) => (total === null ? [] : [{ file: file.id, juror: jurorId, value: total }])),
  );
  const parts = connectedParts(evaluations);
  const why = whyNotCorrected(evaluations, parts);
  const correction = asked && !why ? correctedOf(evaluations) : null;
  const known = standing.map((one) => {
    const ranks = one.reviews.flatMap(({ rank: given }) => (given === null ? [] : [given]));
    const rankVotes = ranks.length ? ranks.reduce((sum, given) => sum + given, 0) / ranks.length : null;
    return { ...one, id: one.file.id, rankVotes, corrected: correction?.get(one.file.id) ?? null };
  });
  // A rule that says nothing of any file would leave them all without a place: the next ones decide.
  const names = stage.settings.ranking.filter((name) => name !== 'corrected' || correction !== null);
  const rules = (names.length ? names : ['mean']) as RankRuleName[];
  const items = rank<(typeof known)[number] & Rankable>(
    known,
    rules.map((name) => rankRule(name, stage.id)),
    ({ file }) => file.reference,
  ).map(({ item, place, tiedWith, brokenBy }) => ({
    ...item.file,
    place,
    // Files without any value share nothing: they have no place.
    tiedWith: place === null ? 0 : tiedWith,
    brokenBy,
    mean: item.mean,
    corrected: item.corrected,
    spread: item.spread,
    favourites: item.favourites,
    rankVotes: item.rankVotes,
    notes: noted.get(item.id) ?? [],
  }));
  return { items, rules, correction: { asked, why, parts: parts.length } };
}

/** Corrected means over these marks alone: what a follower may not see weighs nothing in what they see. */
function correctedOf(evaluations: readonly Evaluation[]): Map<string, number> | null {
  const found = calibrate(evaluations, { first: 1, draws: 1, seed: 1 });
  return found.ok ? new Map(found.files.map(({ file, corrected }) => [file, corrected])) : null;
}
