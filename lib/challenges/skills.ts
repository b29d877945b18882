import { slugify } from '@/lib/people/names';

/** Skills are written as the programme writes them; those it always used have a name in each language. */
const KNOWN = ['developpement', 'design', 'data-science', 'data-engineering', 'geomatique', 'droit'] as const;

/** The message key of a skill, or null when it is shown as written. */
export function skillKey(skill: string): (typeof KNOWN)[number] | null {
  const key = slugify(skill);
  return (KNOWN as readonly string[]).includes(key) ? (key as (typeof KNOWN)[number]) : null;
}
