import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import type { Field, FormDefinition } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';
import { useLimit } from './field-help';

/** What will be asked, before signing in: sections, questions, limits. */
export function FormOutline({ definition, slug }: { definition: FormDefinition; slug: string }) {
  const t = useTranslations('calls.outline');
  const locale = useLocale();
  return (
    <section aria-labelledby="form" className="mt-10">
      <h2 id="form">{t('title')}</h2>
      <p className="my-3">
        {t('count', {
          sections: definition.sections.length,
          questions: definition.sections.reduce((sum, one) => sum + one.fields.length, 0),
        })}
      </p>
      {definition.sections.map((section) => (
        <Details key={section.id} summary={inLanguage(section.title, locale)}>
          <ul className="list-disc ps-6">
            {section.fields.map((field) => (
              <Question key={field.id} field={field} />
            ))}
          </ul>
        </Details>
      ))}
      <p className="mt-4">
        <Link href={`/calls/${slug}/form`}>{t('preview')}</Link>
      </p>
    </section>
  );
}

function Question({ field }: { field: Field }) {
  const locale = useLocale();
  const t = useTranslations('calls.outline');
  const limit = useLimit(field);
  const notes = [field.showIf ? t('sometimes') : field.required ? null : t('optional'), limit].filter(Boolean);
  return (
    <li>
      {inLanguage(field.label, locale)}
      {notes.length > 0 ? <span className="block text-ink-soft">{notes.join(' · ')}</span> : null}
    </li>
  );
}
