import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import type { FormDefinition } from '@/lib/calls/form';
import { fieldsOf, inLanguage } from '@/lib/calls/shape';

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
              {field.type === 'group' ? ` (${field.fields.map((one) => one.id).join(', ')})` : null}
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
