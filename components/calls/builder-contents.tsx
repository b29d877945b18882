import { useLocale, useTranslations } from 'next-intl';
import type { FormDefinition } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';

const FEW = 3;

/** The sections of a long form, to go straight to one. */
export function BuilderContents({ definition }: { definition: FormDefinition }) {
  const t = useTranslations('calls.builder');
  const locale = useLocale();
  if (definition.sections.length <= FEW) return null;
  return (
    <nav aria-label={t('contents')} className="my-6">
      <ol className="builder-contents">
        {definition.sections.map((section) => (
          <li key={section.id}>
            <a className="link" href={`#at-${section.id}`}>
              {inLanguage(section.title, locale)}
            </a>{' '}
            <span className="quiet">{t('contentsCount', { count: section.fields.length })}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
