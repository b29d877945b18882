import { rows } from '@/lib/db';
import { workstationOf } from '@/lib/onboarding/answers';
import { seesEveryFellow } from '@/lib/onboarding/policy';
import type { Workstation } from '@/lib/onboarding/workstation';
import type { Viewer } from '@/lib/viewer';

export type StationRow = {
  itemId: string;
  name: string;
  profile: string;
  arrivesOn: Date | null;
  needs: Workstation | null;
  note: string;
  toldAt: Date | null;
};

/** What each fellow of a challenge said they need to work with: for those who prepare it, never for teammates. */
export async function workstationsOf(viewer: Viewer, challengeSlug: string): Promise<StationRow[] | null> {
  const found = await rows<Omit<StationRow, 'needs'> & { answer: unknown; challengeId: string; cohortId: string }>(
    `SELECT i.id AS "itemId", COALESCE(f.name, s.profile) AS name, s.profile, s.arrives_on AS "arrivesOn", i.answer, i.note,
       i.touched_at AS "toldAt", c.id AS "challengeId", c.cohort_id AS "cohortId"
     FROM challenge c JOIN checklist l ON l.challenge_id = c.id JOIN checklist_item i ON i.checklist_id = l.id AND i.retired_at IS NULL
     JOIN "position" s ON s.id = i.position_id LEFT JOIN person f ON f.id = s.fellow_id
     WHERE c.slug = $1 AND EXISTS (SELECT 1 FROM jsonb_path_query(l.definition, '$.sections[*].items[*]') it
       WHERE it->>'key' = i.item_key AND it->'answer'->>'kind' = 'workstation')
     ORDER BY name LIMIT 50`,
    [challengeSlug],
  );
  const [first] = found;
  if (!first || !seesEveryFellow(viewer, first)) return null;
  return found.map(({ answer, challengeId: _, cohortId: __, ...row }) => ({ ...row, needs: workstationOf(answer) }));
}
