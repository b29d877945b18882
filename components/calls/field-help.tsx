import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { Field } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';

/** What stands under a label: the form's own help, an example, the limit in words. */
export function FieldHelp({ field }: { field: Field }) {
  const t = useTranslations('calls.fields');
  const locale = useLocale();
  const limit = useLimit(field);
  if (!hasHelp(field) && !limit) return null;
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

const hasHelp = (field: Field) => Boolean(field.help || field.example);

/** The limit of a field as a sentence, or nothing. */
export function useLimit(field: Field): string | undefined {
  const t = useTranslations('calls.fields.limits');
  const format = useFormatter();
  switch (field.type) {
    case 'longText':
      if (field.maxLines) return t('lines', { count: field.maxLines });
      return field.maxCharacters ? t('characters', { count: field.maxCharacters }) : undefined;
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
      return field.max ? t('choices', { count: field.max }) : undefined;
    case 'group':
      return field.min > 0 ? t('rows', { min: field.min, max: field.max }) : t('rowsMost', { max: field.max });
    default:
      return undefined;
  }
}
