import { LEAST_SCORE, MOST_SIMILAR } from '@/lib/applications/similar';
import type { ApplicationState } from '@/lib/applications/states';
import { rows, type Tx } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export type Similar = {
  id: string;
  kind: 'application' | 'challenge';
  otherId: string;
  score: number;
  verdict: 'same' | 'different' | null;
  judgedAt: Date | null;
  judge: string | null;
  title: string;
  organisation: string;
  cohort: string;
  excerpt: string;
  reference: string | null;
  state: ApplicationState | null;
  challengeSlug: string | null;
  published: boolean;
};

/** $1 the file: what resembles it, judged ones first, then the nearest. */
export const SIMILAR = `SELECT s.id, s.kind, s.other_id AS "otherId", s.score, s.verdict, s.judged_at AS "judgedAt", j.name AS judge,
    COALESCE(a.title, c.title) AS title, COALESCE(a.organisation_name, h.name, '') AS organisation, k.name AS cohort,
    left(COALESCE(a.answers->>'pitch', a.answers->>'problem', NULLIF(c.tagline, ''), c.body, ''), 280) AS excerpt,
    a.reference, a.state, COALESCE(c.slug, made.slug) AS "challengeSlug", COALESCE(c.published, made.published, false) AS published
  FROM similar_project s
  LEFT JOIN application a ON s.kind = 'application' AND a.id = s.other_id AND a.state <> 'draft'
  LEFT JOIN call l ON l.id = a.call_id LEFT JOIN challenge made ON made.application_id = a.id
  LEFT JOIN challenge c ON s.kind = 'challenge' AND c.id = s.other_id LEFT JOIN organisation h ON h.id = c.host_id
  LEFT JOIN cohort k ON k.id = COALESCE(l.cohort_id, c.cohort_id) LEFT JOIN person j ON j.id = s.by_id
  WHERE s.application_id = $1::uuid AND (a.id IS NOT NULL OR c.id IS NOT NULL)
  ORDER BY s.verdict = 'same' DESC NULLS LAST, s.verdict IS NULL DESC, s.score DESC, s.id LIMIT 50`;

/** Projects that resemble a file. One query. */
export async function similarOf(viewer: Viewer, applicationId: string): Promise<Similar[]> {
  if (!isCoordinator(viewer) || !/^[0-9a-f-]{36}$/i.test(applicationId)) return [];
  return rows<Similar>(SIMILAR, [applicationId]);
}

export type Found = { kind: 'application' | 'challenge'; id: string; score: number };

/**
 * Looks for projects that resemble a file: by the letters of the title (trigrams), and by the words of the text, in
 * French, rare ones weighing more. Compared with every challenge, and with files of the same administration or of a
 * title alike, of any year.
 */
export async function findSimilar(tx: Tx, applicationId: string): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    WITH me AS (
      SELECT a.id, a.organisation_id, searchable(a.title) AS title,
        tsvector_to_array(jsonb_to_tsvector('french', s.answers, '["string"]')) AS words
      FROM application a JOIN submission s ON s.application_id = a.id AND s.in_force WHERE a.id = ${applicationId}::uuid),
    nearby AS (
      SELECT n.id, n.organisation_id, n.title FROM (
        SELECT a.id, a.organisation_id, searchable(a.title) AS title FROM me JOIN application a ON a.organisation_id = me.organisation_id
          WHERE a.state <> 'draft'
        UNION
        SELECT a.id, a.organisation_id, searchable(a.title) FROM me JOIN application a ON searchable(a.title) % me.title
          WHERE a.state <> 'draft') n, me
      WHERE n.id <> me.id AND NOT EXISTS (SELECT 1 FROM challenge c WHERE c.application_id = n.id)
      ORDER BY similarity(n.title, me.title) DESC, n.id LIMIT 150),
    others AS (
      SELECT 'application' AS kind, n.id, n.organisation_id, n.title,
        tsvector_to_array(jsonb_to_tsvector('french', s.answers, '["string"]')) AS words
      FROM nearby n JOIN submission s ON s.application_id = n.id AND s.in_force
      UNION ALL
      SELECT 'challenge', c.id, c.host_id, searchable(c.title),
        tsvector_to_array(COALESCE(jsonb_to_tsvector('french', s.answers, '["string"]'),
          to_tsvector('french', c.title || ' ' || c.tagline || ' ' || c.body)))
      FROM challenge c LEFT JOIN submission s ON s.application_id = c.application_id AND s.in_force
      WHERE c.application_id IS DISTINCT FROM (SELECT id FROM me)),
    spread AS (SELECT word, count(*) AS docs FROM (SELECT unnest(words) AS word FROM others UNION ALL SELECT unnest(words) FROM me) w
      WHERE length(word) > 3 GROUP BY word),
    weights AS (SELECT word, ln(1 + (SELECT count(*) FROM others)::float8 / docs) ^ 2 AS weight FROM spread),
    mine AS (SELECT w.word, w.weight FROM me, unnest(me.words) AS one JOIN weights w ON w.word = one),
    total AS (SELECT COALESCE(sum(weight), 0) AS weight FROM mine),
    texts AS (
      SELECT o.kind, o.id, COALESCE(sum(w.weight) FILTER (WHERE m.word IS NOT NULL), 0)
        / NULLIF(sqrt(sum(w.weight) * (SELECT weight FROM total)), 0) AS nearness
      FROM others o, unnest(o.words) AS one JOIN weights w ON w.word = one LEFT JOIN mine m ON m.word = w.word GROUP BY o.kind, o.id),
    scores AS (
      SELECT o.kind, o.id, round(100 * LEAST(1, GREATEST(0.9 * similarity(o.title, me.title), COALESCE(t.nearness, 0))
        + CASE WHEN o.organisation_id = me.organisation_id THEN 0.05 ELSE 0 END))::int AS score
      FROM me, others o LEFT JOIN texts t ON t.kind = o.kind AND t.id = o.id)
    SELECT kind, id, score FROM scores WHERE score >= ${LEAST_SCORE}::int ORDER BY score DESC, id LIMIT ${MOST_SIMILAR}::int`;
}

/** When a file was last compared; null when it waits to be, or for who may not ask. */
export async function comparedAt(viewer: Viewer, applicationId: string): Promise<Date | null> {
  if (!isCoordinator(viewer)) return null;
  const [file] = await rows<{ at: Date | null }>(
    "SELECT compared_at AS at FROM application WHERE id = $1 AND state <> 'draft'",
    [applicationId],
  );
  return file?.at ?? null;
}
