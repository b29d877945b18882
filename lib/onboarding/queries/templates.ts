import { rows } from '@/lib/db';
import { type Change, changesBetween } from '@/lib/onboarding/offers';
import { mayEditTemplates, mayReadTemplates } from '@/lib/onboarding/policy';
import { type Bilingual, ChecklistDefinition } from '@/lib/onboarding/schema';
import type { Viewer } from '@/lib/viewer';

export type TemplateRow = {
  key: string;
  title: Bilingual;
  items: number;
  /** The version in force; null while none was published. */
  published: number | null;
  publishedAt: Date | null;
  /** The version being prepared, if any. */
  draft: number | null;
  lists: number;
};

/** Every template with its version in force, its draft, and how many lists run on it. */
export async function templates(viewer: Viewer): Promise<TemplateRow[]> {
  if (!mayReadTemplates(viewer)) return [];
  return rows<TemplateRow>(
    `SELECT DISTINCT ON (t.key) t.key, t.definition->'title' AS title,
       (SELECT count(*) FROM jsonb_path_query(t.definition, '$.sections[*].items[*]'))::int AS items,
       p.number AS published, p.published_at AS "publishedAt", CASE WHEN t.published_at IS NULL THEN t.number END AS draft,
       (SELECT count(*) FROM checklist l WHERE l.template_key = t.key)::int AS lists
     FROM checklist_template t
     LEFT JOIN LATERAL (SELECT number, published_at FROM checklist_template x WHERE x.key = t.key AND x.published_at IS NOT NULL
       ORDER BY number DESC LIMIT 1) p ON true
     ORDER BY t.key, t.number DESC LIMIT 200`,
  );
}

export type TemplateView = {
  key: string;
  number: number;
  token: string;
  publishedAt: Date | null;
  definition: ChecklistDefinition;
  lists: number;
  /** What the draft would change in the version in force. */
  changes: Change[];
  edits: boolean;
};

/** The version being prepared, or the one in force when none is. */
export async function templateOf(viewer: Viewer, key: string): Promise<TemplateView | null> {
  if (!mayReadTemplates(viewer)) return null;
  const found = await rows<{
    number: number;
    version: number;
    publishedAt: Date | null;
    definition: unknown;
    lists: number;
  }>(
    `SELECT number, version, published_at AS "publishedAt", definition,
       (SELECT count(*) FROM checklist l WHERE l.template_key = t.key)::int AS lists
     FROM checklist_template t WHERE key = $1 ORDER BY number DESC LIMIT 2`,
    [key],
  );
  const [last, before] = found;
  if (!last) return null;
  const definition = ChecklistDefinition.parse(last.definition);
  const published = last.publishedAt || !before ? null : ChecklistDefinition.parse(before.definition);
  return {
    key,
    number: last.number,
    token: `${last.number}.${last.version}`,
    publishedAt: last.publishedAt,
    definition,
    lists: last.lists,
    changes: published ? changesBetween(published, definition) : [],
    edits: mayEditTemplates(viewer),
  };
}
