import { useLocale, useTranslations } from 'next-intl';
import { Arrange } from '@/components/ui/arrange';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { Field, FormDefinition } from '@/lib/calls/form';
import { ATTESTATIONS, inLanguage } from '@/lib/calls/shape';

type Props = { definition: FormDefinition; slug: string };

/** Sections in order, their questions under them, then what is signed when sending. */
export function BuilderSections({ definition, slug }: Props) {
  const t = useTranslations('calls.builder');
  const locale = useLocale();
  const base = `/admin/calls/${slug}/form`;
  return (
    <>
      {definition.sections.map((section, index) => (
        <section key={section.id} id={`at-${section.id}`} aria-labelledby={`title-${section.id}`} className="mt-10">
          <h2 id={`title-${section.id}`}>{inLanguage(section.title, locale)}</h2>
          <p className="quiet">
            <code>{section.id}</code>
            {section.showIf ? ` · ${t('shownIf', { condition: section.showIf })}` : null}
          </p>
          <p className="btn-row">
            <Link href={`${base}/section?id=${section.id}`}>{t('editSection')}</Link>
            <Arrange
              kind="section"
              target={section.id}
              name={inLanguage(section.title, locale)}
              first={index === 0}
              last={index === definition.sections.length - 1}
              removable
            />
          </p>
          <Questions fields={section.fields} base={base} />
          <p className="mt-3">
            <Link href={`${base}/field?section=${section.id}`}>
              {t('addField', { section: inLanguage(section.title, locale) })}
            </Link>
          </p>
        </section>
      ))}
      <p className="mt-10">
        <ButtonLink kind="secondary" href={`${base}/section`}>
          {t('addSection')}
        </ButtonLink>
      </p>
      <section aria-labelledby="title-attestations" className="mt-10">
        <h2 id="title-attestations">{t('attestations')}</h2>
        <p>{t('attestationsHelp')}</p>
        <Questions fields={definition.attestations} base={base} />
        <p className="mt-3">
          <Link href={`${base}/field?section=${ATTESTATIONS}&type=attestation`}>{t('addAttestation')}</Link>
        </p>
      </section>
    </>
  );
}

function Questions({ fields, base, group }: { fields: readonly Field[]; base: string; group?: string }) {
  const t = useTranslations('calls.builder');
  const locale = useLocale();
  if (fields.length === 0) return <p className="my-3 text-ink-soft">{t('empty')}</p>;
  return (
    <ol className="builder">
      {fields.map((field, index) => {
        const path = group ? `${group}.${field.id}` : field.id;
        const label = inLanguage(field.label, locale);
        return (
          <li key={path} id={`at-${path}`}>
            <div>
              <Link href={`${base}/field?path=${path}`}>{label}</Link>
              <span className="hint">
                <code>{field.id}</code> · {t(`types.${field.type}`)}
                {field.required ? ` · ${t('required')}` : null}
                {field.showIf ? ` · ${t('shownIf', { condition: field.showIf })}` : null}
                {field.requireIf ? ` · ${t('requiredIf', { condition: field.requireIf })}` : null}
              </span>
            </div>
            <Arrange
              kind="field"
              target={path}
              name={label}
              first={index === 0}
              last={index === fields.length - 1}
              removable={!group || fields.length > 1}
            />
            {field.type === 'group' ? (
              <div className="builder-columns">
                <Questions fields={field.fields} base={base} group={field.id} />
                <Link href={`${base}/field?group=${field.id}`}>{t('addColumn', { group: label })}</Link>
              </div>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
