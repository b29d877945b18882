import { ownTexts } from '@/lib/calls/queries/mail-texts';
import { db, rows } from '@/lib/db';
import type { ResultLetter } from '@/lib/jury/emails';
import { runsJury } from '@/lib/jury/policy';
import type { Rubric } from '@/lib/jury/schema';
import { nearestAnchor, type SentReview, standings } from '@/lib/jury/standing';
import type { Viewer } from '@/lib/viewer';

export const ANNOUNCED = [
  'preselected',
  'not_preselected',
  'selected',
  'reserve',
  'not_selected',
  'ineligible',
] as const;

type Row = {
  id: string;
  reference: string;
  title: string;
  call: string;
  state: ResultLetter['outcome'];
  reason: string;
  recipients: { email: string; locale: string }[];
};
/** What was sent on a file at the last stage that marked it, by jurors or by panels. */
type Marked = SentReview & { rubric: Rubric; position: number };

/** The letters of a call's results, one per file and person concerned, exactly as they will leave. `id` keeps one file. */
export async function resultLetters(
  viewer: Viewer,
  callId: string,
  baseUrl: string,
  id?: string,
): Promise<ResultLetter[]> {
  if (!runsJury(viewer)) return [];
  const [files, own, reviews] = await Promise.all([
    rows<Row>(
      `SELECT a.id, coalesce(a.reference, '') AS reference, a.title, c.title AS call, a.state,
         coalesce((SELECT d.reason FROM decision d WHERE d.application_id = a.id AND d.undone_at IS NULL AND d.after = a.state
           ORDER BY d.created_at DESC LIMIT 1), '') AS reason,
         (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('email', p.email, 'locale', p.locale)), '[]') FROM person p
           WHERE p.email IS NOT NULL AND p.disabled_at IS NULL AND (p.id = a.owner_id
             OR p.id IN (SELECT m.person_id FROM application_member m WHERE m.application_id = a.id))) AS recipients
       FROM application a JOIN call c ON c.id = a.call_id
       WHERE a.call_id = $1 AND a.state::text = ANY ($2) AND ($3::uuid IS NULL OR a.id = $3) ORDER BY a.reference LIMIT 10000`,
      [callId, [...ANNOUNCED], id ?? null],
    ),
    ownTexts(db, { callId }),
    rows<Marked>(
      `WITH sent AS (
         SELECT ra.application_id AS "applicationId", r.marks, r.abstained, r.verdict, r.rank, r.favourite, s.position, s.rubric
         FROM stage s JOIN review_assignment ra ON ra.stage_id = s.id JOIN review r ON r.assignment_id = ra.id
         WHERE s.call_id = $1 AND r.sent_at IS NOT NULL AND s.rubric->>'marking' = 'individual'
         UNION ALL SELECT h.application_id, h.marks, false, h.verdict, h.rank, h.favourite, s.position, s.rubric
         FROM stage s JOIN hearing h ON h.stage_id = s.id
         WHERE s.call_id = $1 AND h.sent_at IS NOT NULL AND s.rubric->>'marking' = 'collective')
       SELECT * FROM (SELECT sent.*, max(position) OVER (PARTITION BY "applicationId") AS last FROM sent) each
         WHERE position = last AND ($2::uuid IS NULL OR "applicationId" = $2)`,
      [callId, id ?? null],
    ),
  ]);
  const said = new Map(
    [...Map.groupBy(reviews, ({ position }) => position).values()].flatMap((sent) => {
      const { rubric } = sent[0]!;
      const heard = new Set(sent.map(({ applicationId }) => applicationId));
      return standings(
        rubric,
        files.filter(({ id: file }) => heard.has(file)),
        sent,
      ).map((one) => [one.file.id, { rubric, means: one.byCriterion }] as const);
    }),
  );
  return files.flatMap((file) =>
    file.recipients.map(({ email, locale }) => ({
      callId,
      applicationId: file.id,
      recipient: email,
      locale,
      call: file.call,
      reference: file.reference,
      title: file.title,
      outcome: file.state,
      reason: file.reason,
      criteria: file.state.startsWith('not_') || file.state === 'reserve' ? criteriaOf(said.get(file.id), locale) : [],
      url: `${baseUrl}/${locale}/my-applications/${file.id}`,
      own: own(`result_${file.state}`, locale),
    })),
  );
}

type Said = { rubric: Rubric; means: Record<string, number | null> };

function criteriaOf(said: Said | undefined, locale: string) {
  const lang = locale === 'en' ? 'en' : 'fr';
  return (said?.rubric.criteria ?? []).flatMap((criterion) => {
    const mean = said?.means[criterion.key];
    if (mean === null || mean === undefined) return [];
    const mark = mean.toLocaleString(lang, { maximumFractionDigits: 1 });
    const anchor = nearestAnchor(criterion, mean);
    const over =
      lang === 'fr' ? `${mark}\u00a0sur\u00a0${criterion.scale.max}` : `${mark} out of ${criterion.scale.max}`;
    return [{ label: criterion.label[lang], words: anchor ? `${anchor.label[lang].toLowerCase()} (${over})` : over }];
  });
}
