import { slugify } from '@/lib/people/names';

/** Skills are written as the programme writes them, code or words; those it always used have a name in each language. */
const KNOWN = {
  developpement: 'developpement',
  dev: 'developpement',
  design: 'design',
  'data-science': 'data-science',
  datascience: 'data-science',
  'data-engineering': 'data-engineering',
  dataengineering: 'data-engineering',
  geomatique: 'geomatique',
  droit: 'droit',
  lawyer: 'droit',
} as const;
type SkillKey = (typeof KNOWN)[keyof typeof KNOWN];

/** The message key of a skill, or null when it is shown as written. */
export const skillKey = (skill: string): SkillKey | null =>
  (KNOWN as Record<string, SkillKey | undefined>)[slugify(skill)] ?? null;

/** The seats of the programme's calls (DOMAIN: one profile per fellow). */
export const PROFILES = [
  'developer',
  'designer',
  'dataScientist',
  'dataEngineer',
  'geomatician',
  'lawyer',
  'other',
] as const;
