import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { Field, FormDefinition, GroupField } from '@/lib/calls/form';
import { conditionInWords } from '@/lib/calls/saying';
import { scopeOf } from '@/lib/calls/typing';

/** Says in words when something of this form is asked or required, before anyone answers. */
export function useConditions(definition: FormDefinition) {
  const t = useTranslations('calls.saying');
  const parts = useTranslations('calls.fields.parts');
  const format = useFormatter();
  const saying = {
    locale: useLocale(),
    say: (key: string, values?: Record<string, string>) => t(key as 'is', values as never),
    part: (name: string) => parts(name as 'siret'),
    number: (value: number) => format.number(value),
    date: (iso: string) => format.dateTime(new Date(`${iso}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' }),
  };
  const sentence = (kind: 'shown' | 'required' | 'section', source?: string, group?: GroupField) => {
    const condition = source && conditionInWords(source, scopeOf(definition, group), saying);
    return condition ? [t(kind, { condition })] : [];
  };
  return {
    ofSection: (source?: string) => sentence('section', source),
    ofField: (field: Field, group?: GroupField) => [
      ...sentence('shown', field.showIf, group),
      ...sentence('required', field.requireIf, group),
    ],
  };
}
