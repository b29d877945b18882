import type { Rubric } from './schema';

/** Criteria named in one language: what is missing, in words. */
export function criterionNames(rubric: Rubric, fields: string[], locale: 'fr' | 'en'): string {
  const names = fields.map(
    (field) => rubric.criteria.find(({ key }) => field.endsWith(`.${key}`))?.label[locale] ?? field,
  );
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
