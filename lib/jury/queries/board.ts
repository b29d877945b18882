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
async function head(viewer: Viewer, stageId: string): Promise<(Head & { event: string }) | null> {
  if (!UUID.test(stageId)) return null;
  const [stage] = await rows<Head & { event: string }>(
    `SELECT s.id, s.name, c.title AS call, c.id AS "callId", s.rubric, s.settings, c.results_published_at AS "resultsPublishedAt",
       ARRAY(SELECT p.name FROM stay t JOIN person p ON p.id = t.person_id
         WHERE t.stage_id = s.id AND t.panel_id IS NULL AND t.left_at IS NULL ORDER BY p.name) AS present,
       (SELECT coalesce(max(id), 0)::text FROM event) AS event
     FROM stage s JOIN call c ON c.id = s.call_id
     WHERE s.id = $1 AND ($2 OR ((s.settings->>'deliberationOpen')::boolean AND (s.closed_at IS NOT NULL OR s.closes_at < now()) AND ${seatedOn('s.call_id', '$3')}))`,
    [stageId, runsJury(viewer), jurorIdOf(viewer)],
  );
  return stage ? { ...stage, settings: readSettings(stage.settings) } : null;
}

type Noted = BoardItem['notes'][number] & { applicationId: string };
type Content = { files: BoardFile[]; reviews: SentReview[]; notes: Noted[] };

/** Everything a deliberation shows, for nobody yet: `board` leaves out what its viewer may not see. */
async function contentOf(_viewer: Viewer, { id, rubric }: Pick<Head, 'id' | 'rubric'>): Promise<Content> {
  const [files, reviews, notes] = await Promise.all([
    rows<BoardFile>(
      `SELECT a.id, coalesce(a.reference, '') AS reference, a.title, a.state, a.organisation_name AS organisation,
         coalesce((SELECT d.reason FROM decision d WHERE d.application_id = a.id AND d.undone_at IS NULL AND d.after = a.state
           ORDER BY d.created_at DESC LIMIT 1), '') AS reason
       FROM stage s JOIN application a ON a.call_id = s.call_id WHERE s.id = $1 AND ${READABLE_FILE} LIMIT 1000`,
      [id],
    ),
    rows<SentReview>(
      rubric.marking === 'collective'
        ? `SELECT h.id, h.application_id AS "applicationId", h.panel_id AS "jurorId", '' AS juror, h.marks, '{}'::jsonb AS comments,
             '' AS comment, h.verdict, h.rank, h.favourite, false AS abstained
           FROM hearing h WHERE h.stage_id = $1 AND h.sent_at IS NOT NULL`
        : `SELECT r.id, ra.application_id AS "applicationId", ra.juror_id AS "jurorId", '' AS juror, r.marks, '{}'::jsonb AS comments,
             '' AS comment, r.verdict, r.rank, r.favourite, r.abstained
           FROM review_assignment ra JOIN review r ON r.assignment_id = ra.id WHERE ra.stage_id = $1 AND r.sent_at IS NOT NULL`,
      [id],
    ),
    rows<Noted>(
      `SELECT n.id, n.application_id AS "applicationId", p.name AS by, n.text, n.created_at AS at
       FROM deliberation_note n JOIN person p ON p.id = n.by_id WHERE n.stage_id = $1 ORDER BY n.created_at LIMIT 2000`,
      [id],
    ),
  ]);
  return { files, reviews, notes };
}

const reading = new Map<string, Promise<Content>>();

/** A room of 150 asks at once after each move: those who ask while the same state is being read wait for that reading. */
function sharedContent(viewer: Viewer, stage: Head & { event: string }): Promise<Content> {
  const key = `${stage.id} ${stage.event}`;
  const begun = reading.get(key) ?? contentOf(viewer, stage).finally(() => reading.delete(key));
  reading.set(key, begun);
  return begun;
}

/** The files this person has a tie with; none for those who run the jury. */
const tiedFiles = async (viewer: Viewer, stageId: string): Promise<ReadonlySet<string>> =>
  new Set(
    runsJury(viewer)
      ? []
      : (
          await rows<{ id: string }>(
            `SELECT application_id AS id FROM jury_conflicts(ARRAY[$2::uuid],
               ARRAY(SELECT a.id FROM application a JOIN stage s ON s.call_id = a.call_id WHERE s.id = $1))`,
            [stageId, jurorIdOf(viewer)],
          )
        ).map(({ id }) => id),
  );

/**
 * The deliberation as this person may follow it: a file they have a tie with is not there, and every place, tie and count
 * is worked out without it.
 */
export async function board(viewer: Viewer, stageId: string): Promise<Board | null> {
  const found = await head(viewer, stageId);
  if (!found) return null;
  const [all, away] = await Promise.all([sharedContent(viewer, found), tiedFiles(viewer, stageId)]);
  const { event: _, ...stage } = found;
  const open = <T extends { applicationId: string }>(list: readonly T[]) =>
    away.size === 0 ? [...list] : list.filter(({ applicationId }) => !away.has(applicationId));
  const [reviews, notes] = [open(all.reviews), open(all.notes)];
  const veiled = stage.rubric.anonymity.organisations && !runsJury(viewer);
  const files = all.files.flatMap((file) => (away.has(file.id) ? [] : [veiled ? { ...file, organisation: '' } : file]));
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
