import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import type { Field, FormDefinition, GroupField } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';
import { useLimit } from './field-help';
import { useConditions } from './use-conditions';

type Said = ReturnType<typeof useConditions>;

/** All that will be asked, before signing in: sections, questions, limits, and in words what depends on other answers. */
export function FormOutline({ definition, slug }: { definition: FormDefinition; slug: string }) {
  const t = useTranslations('calls.outline');
  const locale = useLocale();
  const said = useConditions(definition);
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
          {said.ofSection(section.showIf).map((sentence) => (
            <p key={sentence} className="quiet">
              {sentence}
            </p>
          ))}
          <Questions fields={section.fields} said={said} />
        </Details>
      ))}
      {definition.attestations.length > 0 ? (
        <Details summary={t('attestations')}>
          <Questions fields={definition.attestations} said={said} />
        </Details>
      ) : null}
      {definition.ineligibility.length > 0 ? (
        <Details summary={t('rules')}>
          <ul className="list-disc ps-6">
            {definition.ineligibility.map((rule) => (
              <li key={rule.id}>{inLanguage(rule.message, locale)}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      <p className="mt-4">
        <Link className="link inline-block py-3" href={`/calls/${slug}/form`}>
          {t('preview')}
        </Link>
      </p>
    </section>
  );
}

function Questions({ fields, said, group }: { fields: readonly Field[]; said: Said; group?: GroupField }) {
  return (
    <ul className="list-disc ps-6">
      {fields.map((field) => (
        <Question key={field.id} {...{ field, said, group }} />
      ))}
    </ul>
  );
}

function Question({ field, said, group }: { field: Field; said: Said; group?: GroupField }) {
  const locale = useLocale();
  const t = useTranslations('calls.outline');
  const limit = useLimit(field);
  const conditions = said.ofField(field, group);
  const optional = field.required || conditions.length > 0 ? null : t('optional');
  const notes = [optional, limit].filter(Boolean);
  return (
    <li>
      {inLanguage(field.label, locale)}
      {conditions.map((sentence) => (
        <span key={sentence} className="block text-ink-soft">
          {sentence}
        </span>
      ))}
      {notes.length > 0 ? <span className="block text-ink-soft">{notes.join(' · ')}</span> : null}
      {field.type === 'group' ? <Questions fields={field.fields} said={said} group={field} /> : null}
    </li>
  );
}
