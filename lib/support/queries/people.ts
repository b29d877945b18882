import { rows } from '@/lib/db';
import { isDisclosed } from '@/lib/people/disclosed';
import { nameKey } from '@/lib/people/names';
import { isMember } from '@/lib/support/policy';
import { personId, type Viewer } from '@/lib/viewer';

export type IntroductionRow = {
  id: string;
  mine: boolean;
  name: string;
  slug: string;
  challenge: string | null;
  message: string;
  createdAt: Date;
  answeredAt: Date | null;
  agreed: boolean | null;
  /** Only once the person asked has agreed, and to the two of them. */
  email: string | null;
};

/** Requests I made and received; the other's address only when both agreed. */
export async function introductionsOf(viewer: Viewer): Promise<IntroductionRow[]> {
  const me = personId(viewer);
  if (!me) return [];
  return rows<IntroductionRow>(
    `SELECT i.id, i.from_id = $1 AS mine, p.name, p.slug, c.title AS challenge, i.message, i.created_at AS "createdAt",
       i.answered_at AS "answeredAt", i.agreed, CASE WHEN i.agreed THEN p.email END AS email
     FROM introduction i JOIN person p ON p.id = CASE WHEN i.from_id = $1 THEN i.to_id ELSE i.from_id END
     LEFT JOIN challenge c ON c.id = i.challenge_id
     WHERE i.from_id = $1 OR i.to_id = $1 ORDER BY i.answered_at IS NOT NULL, i.created_at DESC LIMIT 100`,
    [me],
  );
}

export async function personToMeet(
  viewer: Viewer,
  slug: string,
): Promise<{ slug: string; name: string; headline: string } | null> {
  if (!isMember(viewer)) return null;
  const [row] = await rows<{ slug: string; name: string; headline: string }>(
    `SELECT slug, name, headline FROM person WHERE slug = $1 AND visibility <> 'private' AND disabled_at IS NULL AND email IS NOT NULL AND id <> $2`,
    [slug, personId(viewer)],
  );
  return row ?? null;
}

export type SkillRow = {
  id: string;
  kind: 'offer' | 'ask';
  skill: string;
  note: string;
  name: string;
  slug: string;
  challenge: string | null;
  mine: boolean;
  createdAt: Date;
};

/** Who offers, who asks; a word narrows both. */
export async function skillNotices(viewer: Viewer, word = ''): Promise<SkillRow[]> {
  if (!isMember(viewer)) return [];
  return rows<SkillRow>(
    `SELECT n.id, n.kind, n.skill, n.note, p.name, p.slug, n.person_id = $1 AS mine, n.created_at AS "createdAt",
       (SELECT c.title FROM role_assignment r JOIN challenge c ON c.id = r.challenge_id WHERE r.person_id = p.id AND ${isDisclosed('c.id')} ORDER BY r.created_at DESC LIMIT 1) AS challenge
     FROM skill_notice n JOIN person p ON p.id = n.person_id AND p.disabled_at IS NULL
     WHERE n.closed_at IS NULL AND ($2 = '' OR position($2 IN n.skill_key) > 0) ORDER BY n.kind, n.created_at DESC LIMIT 200`,
    [personId(viewer), nameKey(word)],
  );
}
