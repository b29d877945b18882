import { type Day, toDay } from '@/lib/dates';
import { rows } from '@/lib/db';
import { checklistsVisibleTo, mayManage, seesEveryFellow } from '@/lib/onboarding/policy';
import { ChecklistDefinition, type ItemDefinition, itemsOf } from '@/lib/onboarding/schema';
import { type Status, statusOf } from '@/lib/onboarding/states';
import { personId, type Viewer } from '@/lib/viewer';

/** `$1 all, $2 cohorts, $3 challenges` against a challenge called `c`. */
const VISIBLE = '($1::boolean OR c.cohort_id = ANY($2::uuid[]) OR c.id = ANY($3::uuid[]))';
const visible = (viewer: Viewer) => {
  const scope = checklistsVisibleTo(viewer);
  return [scope.all, scope.cohortIds, scope.challengeIds];
};

export type ListSummary = {
  id: string;
  templateKey: string;
  title: { fr: string; en: string };
  challengeSlug: string;
  challengeTitle: string;
  arrivesOn: Date | null;
  total: number;
  closed: number;
  late: number;
  blocked: number;
};

const COUNTS = `
  count(i.id) FILTER (WHERE i.counts)::int AS total,
  count(i.id) FILTER (WHERE i.counts AND i.state IN ('done', 'not_applicable'))::int AS closed,
  count(i.id) FILTER (WHERE i.counts AND i.state NOT IN ('done', 'not_applicable') AND i.due_on < $4::date)::int AS late,
  count(i.id) FILTER (WHERE i.state = 'blocked')::int AS blocked`;

/** The lists a person follows: those of their challenges; for coaches and the team, of running cohorts. */
export async function listsOf(viewer: Viewer, today: Day): Promise<ListSummary[]> {
  return rows<ListSummary>(
    `SELECT l.id, l.template_key AS "templateKey", l.definition->'title' AS title, c.slug AS "challengeSlug",
       c.title AS "challengeTitle", l.arrives_on AS "arrivesOn", ${COUNTS}
     FROM checklist l JOIN challenge c ON c.id = l.challenge_id JOIN cohort h ON h.id = c.cohort_id
     LEFT JOIN checklist_item i ON i.checklist_id = l.id AND i.retired_at IS NULL AND (i.position_id IS NULL OR NOT c.id = ANY($5::uuid[])
       OR EXISTS (SELECT 1 FROM "position" s WHERE s.id = i.position_id AND s.fellow_id = $6::uuid))
     WHERE ${VISIBLE} AND (h.ends_on IS NULL OR h.ends_on >= $4::date - 60)
     GROUP BY l.id, c.id, h.id ORDER BY h.position DESC, c.title, l.created_at LIMIT 200`,
    [...visible(viewer), today, seenAsTeammate(viewer), personId(viewer)],
  );
}

/** Challenges whose other fellows' lines this viewer does not count: they are there as a fellow only. */
function seenAsTeammate(viewer: Viewer): string[] {
  if (viewer.kind !== 'person') return [];
  return viewer.roles
    .filter((role) => role.kind === 'fellow' && role.challengeId !== null)
    .flatMap(({ challengeId, cohortId }) =>
      challengeId && !seesEveryFellow(viewer, { challengeId, cohortId: cohortId ?? '' }) ? challengeId : [],
    );
}

export type ListItem = {
  id: string;
  itemKey: string;
  sectionKey: string;
  position: number;
  definition: ItemDefinition;
  state: string;
  status: Status;
  dueOn: Day | null;
  touchedAt: Date | null;
  byName: string | null;
  /** The fellow or the seat it is about. */
  about: string | null;
  delegatedTo: string | null;
  waitsFor: ItemDefinition[];
};

export type ChecklistView = {
  id: string;
  templateKey: string;
  definition: ChecklistDefinition;
  challenge: { id: string; slug: string; title: string; cohortId: string; cohort: string; host: string | null };
  arrivesOn: Day | null;
  manages: boolean;
  items: ListItem[];
  siblings: { templateKey: string; title: { fr: string; en: string } }[];
};

type Head = {
  id: string;
  template_key: string;
  definition: unknown;
  arrives_on: Date | null;
  challenge_id: string;
  slug: string;
  title: string;
  cohort_id: string;
  cohort: string;
  host: string | null;
};
type ItemRow = {
  id: string;
  item_key: string;
  section_key: string;
  position: number;
  position_id: string | null;
  state: string;
  due_on: Date | null;
  touched_at: Date | null;
  attested_at: Date | null;
  by_name: string | null;
  fellow_id: string | null;
  about: string | null;
  delegated_to: string | null;
};

/** A challenge's list with its lines, as this viewer may see it; null when there is none for them. */
export async function checklistOf(
  viewer: Viewer,
  at: { challengeSlug: string; templateKey?: string },
  today: Day,
  now: Date,
): Promise<ChecklistView | null> {
  const heads = await rows<Head>(
    `SELECT l.id, l.template_key, l.definition, COALESCE(l.arrives_on, h.starts_on) AS arrives_on, c.id AS challenge_id, c.slug,
       c.title, c.cohort_id, h.name AS cohort, o.name AS host
     FROM checklist l JOIN challenge c ON c.id = l.challenge_id JOIN cohort h ON h.id = c.cohort_id
     LEFT JOIN organisation o ON o.id = c.host_id
     WHERE ${VISIBLE} AND c.slug = $4 ORDER BY l.created_at, l.template_key`,
    [...visible(viewer), at.challengeSlug],
  );
  const head = at.templateKey ? heads.find((one) => one.template_key === at.templateKey) : heads[0];
  if (!head) return null;
  const place = { challengeId: head.challenge_id, cohortId: head.cohort_id };
  const definition = ChecklistDefinition.parse(head.definition);
  const found = await rows<ItemRow>(
    `SELECT i.id, i.item_key, i.section_key, i.position, i.position_id, i.state, i.due_on, i.touched_at, i.attested_at,
       p.name AS by_name, s.fellow_id, COALESCE(f.name, s.profile) AS about,
       (SELECT COALESCE(NULLIF(d.name, ''), d.email) FROM checklist_delegation d WHERE d.item_id = i.id AND d.revoked_at IS NULL
          AND d.answered_at IS NULL AND d.expires_at > $2 ORDER BY d.created_at DESC LIMIT 1) AS delegated_to
     FROM checklist_item i LEFT JOIN person p ON p.id = i.by_id
     LEFT JOIN "position" s ON s.id = i.position_id LEFT JOIN person f ON f.id = s.fellow_id
     WHERE i.checklist_id = $1 AND i.retired_at IS NULL ORDER BY i.position, about`,
    [head.id, now],
  );
  const everyFellow = seesEveryFellow(viewer, place);
  const mine = found.filter((row) => everyFellow || row.position_id === null || row.fellow_id === personId(viewer));
  return {
    id: head.id,
    templateKey: head.template_key,
    definition,
    challenge: {
      id: head.challenge_id,
      slug: head.slug,
      title: head.title,
      cohortId: head.cohort_id,
      cohort: head.cohort,
      host: head.host,
    },
    arrivesOn: head.arrives_on ? toDay(head.arrives_on) : null,
    manages: mayManage(viewer, place),
    items: withStatus(mine, definition, today),
    siblings: heads.map((one) => ({
      templateKey: one.template_key,
      title: (one.definition as ChecklistDefinition).title,
    })),
  };
}

function withStatus(found: ItemRow[], definition: ChecklistDefinition, today: Day): ListItem[] {
  const definitions = new Map(itemsOf(definition).map((item) => [item.key, item]));
  const isOpen = (row: ItemRow) => row.state !== 'done' && row.state !== 'not_applicable';
  return found.flatMap((row) => {
    const item = definitions.get(row.item_key);
    if (!item) return [];
    const waitsFor = item.after.filter((key) =>
      found.some(
        (other) =>
          other.item_key === key && (other.position_id ?? row.position_id) === row.position_id && isOpen(other),
      ),
    );
    const dueOn = row.due_on ? toDay(row.due_on) : null;
    return {
      id: row.id,
      itemKey: row.item_key,
      sectionKey: row.section_key,
      position: row.position,
      definition: item,
      state: row.state,
      status: statusOf(
        {
          state: row.state,
          touched: row.touched_at !== null,
          dueOn,
          attester: item.attester ?? null,
          attested: row.attested_at !== null,
          delegated: row.delegated_to !== null,
          waiting: waitsFor.length > 0,
          optional: item.optional,
        },
        today,
      ),
      dueOn,
      touchedAt: row.touched_at,
      byName: row.by_name,
      about: row.position_id ? row.about : null,
      delegatedTo: row.delegated_to,
      waitsFor: waitsFor.flatMap((key) => definitions.get(key) ?? []),
    };
  });
}
