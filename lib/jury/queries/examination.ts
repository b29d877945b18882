import { rows } from '@/lib/db';
import { anonymous, type Shown, shown } from '@/lib/jury/anonymity';
import { READABLE_FILE, runsJury } from '@/lib/jury/policy';
import { marksOfStage, type RankedFile } from '@/lib/jury/queries/marks';
import { REDACTIONS } from '@/lib/jury/queries/source';
import { type StageDetail, UUID } from '@/lib/jury/queries/stages';
import { type Standing, standings } from '@/lib/jury/standing';
import type { Viewer } from '@/lib/viewer';

export type Taken = { id: string; before: string; after: string; reason: string; by: string; at: Date };
export type Examined = {
  standing: Standing<RankedFile>;
  shown: Shown;
  /** As its applicant wrote it, whatever jurors read. */
  original: Shown;
  redactions: Record<string, string>;
  decisions: Taken[];
};

type Source = Parameters<typeof shown>[0];

/** One file before those who decide: its place, everything jurors sent, its content and the decisions already taken. */
export async function examination(
  viewer: Viewer,
  stage: StageDetail,
  id: string,
  asJuror = false,
): Promise<Examined | null> {
  if (!runsJury(viewer) || !UUID.test(id)) return null;
  const [marks, [source], decisions] = await Promise.all([
    marksOfStage(viewer, stage),
    rows<Source>(
      `SELECT a.title, a.organisation_name AS organisation, coalesce(p.name, '') AS "ownerName", f.definition,
         coalesce(o.aliases || o.name || array_remove(ARRAY[o.acronym], NULL), '{}') AS "organisationNames",
         coalesce(sub.answers, a.answers) AS answers, ${REDACTIONS} AS redactions
       FROM application a LEFT JOIN submission sub ON sub.application_id = a.id AND sub.in_force
       JOIN form_version f ON f.id = coalesce(sub.form_version_id, a.form_version_id)
       LEFT JOIN organisation o ON o.id = a.organisation_id LEFT JOIN person p ON p.id = a.owner_id
       WHERE a.id = $1 AND a.call_id = $2 AND ${READABLE_FILE}`,
      [id, stage.callId],
    ),
    rows<Taken>(
      `SELECT d.id, d.before, d.after, d.reason, coalesce(p.name, '') AS by, d.created_at AS at FROM decision d
       LEFT JOIN person p ON p.id = d.by_id WHERE d.application_id = $1 ORDER BY d.created_at DESC, d.id DESC LIMIT 50`,
      [id],
    ),
  ]);
  const standing = standings(stage.rubric, marks.files, marks.reviews).find(({ file }) => file.id === id);
  if (!source || !standing) return null;
  const original = shown(source, null);
  const asRead = asJuror && anonymous(stage.rubric) ? shown(source, stage.rubric.anonymity) : original;
  return { standing, shown: asRead, original, redactions: source.redactions ?? {}, decisions };
}
