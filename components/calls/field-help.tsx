import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { Field } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';

/** What stands under a label: the form's own help, an example, the limit in words. */
export function FieldHelp({ field }: { field: Field }) {
  const t = useTranslations('calls.fields');
  const locale = useLocale();
  const limit = useLimit(field);
  return (
    <>
      {field.help ? <span className="block">{inLanguage(field.help, locale)}</span> : null}
      {field.example ? (
        <span className="block">{t('example', { text: inLanguage(field.example, locale) })}</span>
      ) : null}
      {limit ? <span className="block">{limit}</span> : null}
    </>
  );
}

/** Whether anything stands there: an empty description is heard as silence. */
export function useHelp(field: Field): boolean {
  const limit = useLimit(field);
  return Boolean(field.help || field.example || limit);
}

/** Bounds in words, those that are set. */
function mapped<T>({ min, max }: { min?: T; max?: T }, say: (value: T) => string): { min?: string; max?: string } {
  return {
    ...(min === undefined ? {} : { min: say(min) }),
    ...(max === undefined ? {} : { max: say(max) }),
  };
}

/** The limit of a field as a sentence, or nothing. */
export function useLimit(field: Field): string | undefined {
  const t = useTranslations('calls.fields.limits');
  const format = useFormatter();
  const between = ({ min, max }: { min?: string; max?: string }) => {
    if (min !== undefined && max !== undefined) return t('between', { min, max });
    if (min !== undefined) return t('atLeast', { min });
    return max === undefined ? undefined : t('atMost', { max });
  };
  switch (field.type) {
    case 'longText':
      return [
        field.maxLines ? t('lines', { count: field.maxLines }) : '',
        field.maxCharacters ? t('characters', { count: field.maxCharacters }) : '',
      ]
        .filter(Boolean)
        .join(' ');
    case 'number':
      return between(mapped(field, (value) => format.number(value)));
    case 'money':
      return between(
        mapped(field, (cents) =>
          format.number(cents / 100, { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' }),
        ),
      );
    case 'date': {
      const day = (iso: string) =>
        format.dateTime(new Date(`${iso}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' });
      const { min, max } = mapped(field, day);
      if (min && max) return t('dates', { min, max });
      return min ? t('notBefore', { min }) : max ? t('notAfter', { max }) : undefined;
    }
    case 'shortText':
      return field.maxCharacters ? t('characters', { count: field.maxCharacters }) : undefined;
    case 'file':
      return t('files', {
        count: field.max,
        types: format.list(
          field.types.map((type) => type.toUpperCase()),
          { type: 'disjunction' },
        ),
        size: format.number(field.maxBytes / 1_000_000, { maximumFractionDigits: 1 }),
      });
    case 'manyOf':
      if (field.min && field.max) return t('choicesBetween', { min: field.min, max: field.max });
      if (field.min) return t('choicesLeast', { count: field.min });
      return field.max ? t('choices', { count: field.max }) : undefined;
    case 'group':
      return field.min > 0 ? t('rows', { min: field.min, max: field.max }) : t('rowsMost', { max: field.max });
    default:
      return undefined;
  }
}
