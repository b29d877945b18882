import { rows } from '@/lib/db';
import { linkSecret, namedIn, proves } from '@/lib/onboarding/links';
import { type Bilingual, ChecklistDefinition, type ItemDefinition, itemsOf } from '@/lib/onboarding/schema';
import type { Viewer } from '@/lib/viewer';

export type DelegatedItem = {
  version: number;
  definition: Pick<ItemDefinition, 'title' | 'why' | 'help' | 'answer'>;
  state: string;
  answer: unknown;
  note: string;
  message: string;
  from: string;
  challenge: string;
  host: string | null;
  expiresAt: Date;
  answeredAt: Date | null;
};

type Row = Omit<DelegatedItem, 'definition'> & {
  id: string;
  itemId: string;
  item_key: string;
  list: { title: Bilingual };
  revokedAt: Date | null;
};

/**
 * The one line a signed link opens, and nothing around it: not even what others answered. « over » when the link was ours and has ended;
 * null when it was never ours: same page as any unknown address.
 */
export async function delegatedItem(_viewer: Viewer, token: string, now: Date): Promise<DelegatedItem | 'over' | null> {
  const id = namedIn(token);
  if (!id) return null;
  const [row] = await rows<Row>(
    `SELECT d.id, d.item_id AS "itemId", d.message, d.expires_at AS "expiresAt", d.revoked_at AS "revokedAt", d.answered_at AS "answeredAt",
       i.version, i.item_key, COALESCE(r.state, 'open') AS state, r.answer, COALESCE(r.note, '') AS note,
       p.name AS "from", c.title AS challenge, o.name AS host, l.definition AS list
     FROM checklist_delegation d JOIN checklist_item i ON i.id = d.item_id JOIN checklist l ON l.id = i.checklist_id
     JOIN challenge c ON c.id = l.challenge_id JOIN person p ON p.id = d.created_by LEFT JOIN organisation o ON o.id = c.host_id
     LEFT JOIN LATERAL (SELECT state, answer, note FROM checklist_revision WHERE delegation_id = d.id ORDER BY at DESC LIMIT 1) r ON true
     WHERE d.id = $1 AND i.retired_at IS NULL`,
    [id],
  );
  if (!row || !proves(token, row, linkSecret())) return null;
  if (row.revokedAt || row.expiresAt <= now) return 'over';
  const definition = itemsOf(ChecklistDefinition.parse(row.list)).find((item) => item.key === row.item_key);
  if (!definition) return 'over';
  const { title, why, help, answer: kind } = definition;
  const { version, state, answer, note, message, from, challenge, host, expiresAt, answeredAt } = row;
  return {
    version,
    definition: { title, why, help, answer: kind },
    state,
    answer,
    note,
    message,
    from,
    challenge,
    host,
    expiresAt,
    answeredAt,
  };
}
