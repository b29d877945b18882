import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import type { FormDefinition, GroupField } from '@/lib/calls/form';
import { fieldsOf, inLanguage } from '@/lib/calls/shape';
import { partsOf } from '@/lib/calls/typing';

/** What a condition says of rows: how many, and the sums of their numbers. */
const inGroup = ({ id, fields }: GroupField): string =>
  [
    `count(${id})`,
    ...fields.filter(({ type }) => type === 'number' || type === 'money').map((one) => `sum(${id}.${one.id})`),
  ].join(', ');

/** The identifiers a condition may name, each beside its question. */
export function KnownNames({ definition }: { definition: FormDefinition }) {
  const t = useTranslations('calls.builder');
  const locale = useLocale();
  return (
    <Details summary={t('names')}>
      <p>{t('language')}</p>
      <dl className="summary">
        {fieldsOf(definition).map((field) => (
          <div key={field.id}>
            <dt>
              <code>{field.id}</code>
            </dt>
            <dd>
              {inLanguage(field.label, locale)}
              {'options' in field ? ` (${field.options.map((one) => `"${one.value}"`).join(', ')})` : null}
              {partsOf(field).length > 0
                ? ` (${partsOf(field)
                    .map((part) => `${field.id}.${part}`)
                    .join(', ')})`
                : null}
              {field.type === 'group' ? ` (${inGroup(field)})` : null}
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
