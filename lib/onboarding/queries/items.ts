import type { ScanState } from '@/lib/calls/scan';
import { type Day, toDay } from '@/lib/dates';
import { rows } from '@/lib/db';
import { mayAnswer, mayAttest, mayComment, mayManage, seesItem } from '@/lib/onboarding/policy';
import { type Bilingual, ChecklistDefinition, type ItemDefinition, itemsOf } from '@/lib/onboarding/schema';
import { type Status, statusOf } from '@/lib/onboarding/states';
import type { Viewer } from '@/lib/viewer';

export type Before = { id: string; definition: ItemDefinition; state: string; answer: unknown; note: string };
export type Revision = {
  id: string;
  at: Date;
  by: string | null;
  outside: string | null;
  state: string;
  answer: unknown;
  note: string;
};
export type Comment = { id: string; at: Date; by: string | null; text: string };
export type Delegation = {
  id: string;
  to: string;
  email: string;
  createdAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
  revokedAt: Date | null;
};
export type Evidence = { id: string; name: string; size: number; scan: ScanState };

export type ItemView = {
  id: string;
  version: number;
  definition: ItemDefinition;
  section: Bilingual;
  list: { title: Bilingual; templateKey: string };
  challenge: { id: string; slug: string; title: string; cohortId: string };
  about: string | null;
  profile: string | null;
  state: string;
  status: Status;
  answer: unknown;
  note: string;
  dueOn: Day | null;
  touchedAt: Date | null;
  attestedAt: Date | null;
  attestedBy: string | null;
  before: Before[];
  revisions: Revision[];
  comments: Comment[];
  delegations: Delegation[];
  evidence: Evidence[];
  may: { answer: boolean; attest: boolean; comment: boolean; manage: boolean };
};

type Row = {
  id: string;
  version: number;
  item_key: string;
  state: string;
  answer: unknown;
  note: string;
  doer: string;
  due_on: Date | null;
  touched_at: Date | null;
  attested_at: Date | null;
  attested_by: string | null;
  position_id: string | null;
  fellow_id: string | null;
  about: string | null;
  profile: string | null;
  definition: unknown;
  template_key: string;
  challenge_id: string;
  slug: string;
  title: string;
  cohort_id: string;
  before: { item_key: string; id: string; state: string; answer: unknown; note: string }[] | null;
  revisions: Revision[] | null;
  comments: Comment[] | null;
  delegations: Delegation[] | null;
  evidence: Evidence[] | null;
};

// One statement: the item, what stands before it, and all that was said and done about it.
const ITEM = `
  SELECT i.id, i.version, i.item_key, i.state, i.answer, i.note, i.doer, i.due_on, i.touched_at, i.attested_at,
    (SELECT name FROM person WHERE id = i.attested_by) AS attested_by, i.position_id,
    s.fellow_id, COALESCE(f.name, s.profile) AS about, s.profile,
    l.definition, l.template_key, c.id AS challenge_id, c.slug, c.title, c.cohort_id,
    (SELECT json_agg(json_build_object('item_key', b.item_key, 'id', b.id, 'state', b.state, 'answer', b.answer, 'note', b.note))
       FROM checklist_item b WHERE b.checklist_id = i.checklist_id AND b.retired_at IS NULL AND b.id <> i.id
         AND (b.position_id IS NULL OR b.position_id IS NOT DISTINCT FROM i.position_id)) AS before,
    (SELECT json_agg(json_build_object('id', r.id, 'at', r.at, 'by', p.name, 'outside', COALESCE(NULLIF(d.name, ''), d.email),
         'state', r.state, 'answer', r.answer, 'note', r.note) ORDER BY r.at DESC, r.id DESC)
       FROM checklist_revision r LEFT JOIN person p ON p.id = r.by_id LEFT JOIN checklist_delegation d ON d.id = r.delegation_id
       WHERE r.item_id = i.id) AS revisions,
    (SELECT json_agg(json_build_object('id', m.id, 'at', m.created_at, 'by', COALESCE(p.name, NULLIF(d.name, ''), d.email), 'text', m.text)
         ORDER BY m.created_at)
       FROM checklist_comment m LEFT JOIN person p ON p.id = m.by_id LEFT JOIN checklist_delegation d ON d.id = m.delegation_id
       WHERE m.item_id = i.id) AS comments,
    (SELECT json_agg(json_build_object('id', d.id, 'to', COALESCE(NULLIF(d.name, ''), d.email), 'email', d.email, 'createdAt', d.created_at,
         'expiresAt', d.expires_at, 'answeredAt', d.answered_at, 'revokedAt', d.revoked_at) ORDER BY d.created_at DESC)
       FROM checklist_delegation d WHERE d.item_id = i.id) AS delegations,
    (SELECT json_agg(json_build_object('id', e.id, 'name', e.name, 'size', e.size, 'scan', e.scan) ORDER BY e.created_at)
       FROM stored_file e WHERE e.owner_kind = 'checklist_item' AND e.owner_id = i.id::text) AS evidence
  FROM checklist_item i JOIN checklist l ON l.id = i.checklist_id JOIN challenge c ON c.id = l.challenge_id
  LEFT JOIN "position" s ON s.id = i.position_id LEFT JOIN person f ON f.id = s.fellow_id
  WHERE i.id = $1 AND i.retired_at IS NULL`;

export async function itemOf(viewer: Viewer, id: string, today: Day, now: Date): Promise<ItemView | null> {
  if (viewer.kind === 'visitor' || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const [row] = await rows<Row>(ITEM, [id]);
  if (!row) return null;
  const place = {
    challengeId: row.challenge_id,
    cohortId: row.cohort_id,
    doer: row.doer,
    fellowId: row.fellow_id,
    perFellow: row.position_id !== null,
  };
  const list = ChecklistDefinition.parse(row.definition);
  const section = list.sections.find((one) => one.items.some((item) => item.key === row.item_key));
  const definition = section?.items.find((item) => item.key === row.item_key);
  if (!section || !definition || !seesItem(viewer, place)) return null;
  const before = beforeOf(list, definition, row.before ?? []);
  const delegations = dated(row.delegations, ['createdAt', 'expiresAt', 'answeredAt', 'revokedAt']);
  const dueOn = row.due_on ? toDay(row.due_on) : null;
  return {
    id: row.id,
    version: row.version,
    definition,
    section: section.title,
    list: { title: list.title, templateKey: row.template_key },
    challenge: { id: row.challenge_id, slug: row.slug, title: row.title, cohortId: row.cohort_id },
    about: row.position_id ? row.about : null,
    profile: row.profile,
    state: row.state,
    status: statusOf(
      {
        state: row.state,
        touched: row.touched_at !== null,
        dueOn,
        attester: definition.attester ?? null,
        attested: row.attested_at !== null,
        delegated: delegations.some((one) => !one.revokedAt && !one.answeredAt && one.expiresAt > now),
        waiting: before.some((one) => one.state !== 'done' && one.state !== 'not_applicable'),
        optional: definition.optional,
      },
      today,
    ),
    answer: row.answer,
    note: row.note,
    dueOn,
    touchedAt: row.touched_at,
    attestedAt: row.attested_at,
    attestedBy: row.attested_by,
    before,
    revisions: dated(row.revisions, ['at']),
    comments: dated(row.comments, ['at']),
    delegations,
    evidence: row.evidence ?? [],
    may: {
      answer: mayAnswer(viewer, place),
      attest: mayAttest(viewer, definition.attester, place),
      comment: mayComment(viewer, place),
      manage: mayManage(viewer, place),
    },
  };
}

function beforeOf(list: ChecklistDefinition, definition: ItemDefinition, found: NonNullable<Row['before']>): Before[] {
  const definitions = new Map(itemsOf(list).map((item) => [item.key, item]));
  return found
    .filter((one) => definition.after.includes(one.item_key))
    .flatMap(({ item_key, ...one }) => {
      const known = definitions.get(item_key);
      return known ? [{ ...one, definition: known }] : [];
    });
}

/** Dates inside JSON come back as text. */
function dated<T extends object>(list: T[] | null, keys: (keyof T)[]): T[] {
  return (list ?? []).map((one) => {
    const copy = { ...one };
    for (const key of keys) if (typeof copy[key] === 'string') copy[key] = new Date(copy[key] as string) as T[keyof T];
    return copy;
  });
}
