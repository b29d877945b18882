import type { Field } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';

/** What a browser needs to name an answer: `team` and `team.role` by their questions, `profile=dev` by its option. */
export function fieldNames(fields: readonly Field[], locale: string, under = ''): Record<string, string> {
  const names: Record<string, string> = {};
  for (const field of fields) {
    const path = `${under}${field.id}`;
    names[path] = inLanguage(field.label, locale);
    if ('options' in field)
      for (const option of field.options) names[`${path}=${option.value}`] = inLanguage(option.label, locale);
    if (field.type === 'group') Object.assign(names, fieldNames(field.fields, locale, `${path}.`));
  }
  return names;
}
