import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { FormDefinition } from '@/lib/calls/form';
import { fieldsOf, inLanguage } from '@/lib/calls/shape';
import type { AnswerError } from '@/lib/calls/validation';

/** Errors of answers as sentences in the reader's language, by the name of their control. */
export async function errorSentences(
  definition: FormDefinition,
  errors: readonly AnswerError[],
): Promise<Record<string, string[]>> {
  const [t, format, locale] = await Promise.all([getTranslations('calls.errors'), getFormatter(), getLocale()]);
  const parts = await getTranslations('calls.fields.parts');
  const sentences: Record<string, string[]> = {};
  for (const error of errors) {
    const values = {
      ...error.params,
      label: labelOf(definition, error.path, locale, (part) => parts(part as 'email')),
    };
    const money = (cents: unknown) =>
      format.number(Number(cents) / 100, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
    const day = (iso: unknown) => format.dateTime(new Date(`${iso}T12:00:00Z`), { dateStyle: 'long' });
    if (error.reason.startsWith('amount_'))
      Object.assign(values, { min: money(error.params?.min), max: money(error.params?.max) });
    if (error.reason.startsWith('date_'))
      Object.assign(values, {
        min: day(error.params?.min ?? '2000-01-01'),
        max: day(error.params?.max ?? '2000-01-01'),
      });
    if (error.reason === 'file_too_big')
      Object.assign(values, { max: format.number(Number(error.params?.max) / 1_000_000) });
    const sentence = error.message ? inLanguage(error.message, locale) : t(error.reason, values);
    const name = error.path.replace(/\[\d+\]$/, '');
    sentences[name] = [...(sentences[name] ?? []), sentence];
  }
  return sentences;
}

/** "Équipe du projet, ligne 2, Fonction": what a person calls the control at this path. */
function labelOf(definition: FormDefinition, path: string, locale: string, part: (name: string) => string): string {
  const [, id = '', index, rest = ''] = /^(\w+)(?:\[(\d+)\])?(?:\.(.+))?$/.exec(path) ?? [];
  const field = fieldsOf(definition).find((one) => one.id === id);
  if (!field) return path;
  const label = inLanguage(field.label, locale);
  if (field.type !== 'group')
    return rest ? `${label}, ${part(field.type === 'town' && rest === 'name' ? 'town' : rest)}` : label;
  if (index === undefined) return label;
  const [subId = '', subPart] = rest.split('.');
  const sub = field.fields.find((one) => one.id === subId);
  const row = `${inLanguage(field.rowLabel, locale)} ${Number(index) + 1}`;
  return [row, sub ? inLanguage(sub.label, locale) : subId, subPart ? part(subPart) : ''].filter(Boolean).join(', ');
}
