import { rows } from '@/lib/db';
import { type Change, changesBetween } from '@/lib/onboarding/offers';
import { mayManage } from '@/lib/onboarding/policy';
import { ChecklistDefinition, ItemDefinition } from '@/lib/onboarding/schema';
import { personId, type Viewer } from '@/lib/viewer';

export type Offer = {
  checklistId: string;
  templateId: string;
  number: number;
  version: number;
  publishedAt: Date;
  changes: Change[];
};

/** What a newer version of the template would change in a list, less what was already answered; null when nothing. */
export async function offerOf(viewer: Viewer, checklistId: string): Promise<Offer | null> {
  const [row] = await rows<{
    version: number;
    mine: unknown;
    theirs: unknown;
    templateId: string;
    number: number;
    publishedAt: Date;
    challengeId: string;
    cohortId: string;
    settled: string[];
  }>(
    `SELECT l.version, l.definition AS mine, t.definition AS theirs, t.id AS "templateId", t.number, t.published_at AS "publishedAt",
       c.id AS "challengeId", c.cohort_id AS "cohortId",
       ARRAY(SELECT o.item_key FROM checklist_offer_choice o WHERE o.checklist_id = l.id AND o.template_id = t.id) AS settled
     FROM checklist l JOIN challenge c ON c.id = l.challenge_id
     JOIN LATERAL (SELECT * FROM checklist_template x WHERE x.key = l.template_key AND x.published_at IS NOT NULL
       ORDER BY x.number DESC LIMIT 1) t ON t.id <> l.template_id
     WHERE l.id = $1`,
    [checklistId],
  );
  if (!row || !mayManage(viewer, row)) return null;
  const changes = changesBetween(ChecklistDefinition.parse(row.mine), ChecklistDefinition.parse(row.theirs)).filter(
    (one) => !row.settled.includes(one.key),
  );
  if (changes.length === 0) return null;
  const { version, templateId, number, publishedAt } = row;
  return { checklistId, templateId, number, version, publishedAt, changes };
}

export type Retired = {
  id: string;
  definition: ItemDefinition;
  about: string | null;
  state: string;
  answer: unknown;
  note: string;
  retiredAt: Date;
};

/** Lines that left the list and had been touched: nothing answered is lost. Those of a fellow, to those who manage the list and to them. */
export async function retiredLines(viewer: Viewer, list: { id: string; manages: boolean }): Promise<Retired[]> {
  const me = personId(viewer);
  if (!me) return [];
  const found = await rows<Omit<Retired, 'definition'> & { definition: unknown }>(
    `SELECT i.id, i.state, i.answer, i.note, i.retired_at AS "retiredAt", CASE WHEN i.position_id IS NOT NULL THEN COALESCE(f.name, s.profile) END AS about,
       (SELECT it FROM checklist_template t, jsonb_path_query(t.definition, '$.sections[*].items[*]') it
        WHERE t.key = l.template_key AND it->>'key' = i.item_key AND (it->>'per' = 'fellow') = (i.position_id IS NOT NULL)
        ORDER BY t.number DESC LIMIT 1) AS definition
     FROM checklist_item i JOIN checklist l ON l.id = i.checklist_id
     LEFT JOIN "position" s ON s.id = i.position_id LEFT JOIN person f ON f.id = s.fellow_id
     WHERE l.id = $1 AND i.retired_at IS NOT NULL AND i.touched_at IS NOT NULL
       AND (i.position_id IS NULL OR $2::boolean OR s.fellow_id = $3::uuid)
     ORDER BY i.retired_at DESC, i.position LIMIT 100`,
    [list.id, list.manages, me],
  );
  return found.flatMap(({ definition, ...row }) => {
    const read = ItemDefinition.safeParse(definition);
    return read.success ? [{ ...row, definition: read.data }] : [];
  });
}
