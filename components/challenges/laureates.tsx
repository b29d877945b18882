import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { createFromApplicationAction } from '@/lib/challenges/actions';
import type { Laureate } from '@/lib/challenges/queries/managed';

/** Selected files that are not challenges yet: one button each, nothing to fill. */
export function Laureates({ laureates }: { laureates: Laureate[] }) {
  const t = useTranslations('challenges.admin');
  if (!laureates.length) return null;
  return (
    <section aria-labelledby="laureates" className="mb-10">
      <h2 id="laureates">{t('laureates', { count: laureates.length })}</h2>
      <p className="quiet">{t('laureatesHelp')}</p>
      <ul className="rows">
        {laureates.map((laureate) => (
          <li key={laureate.id}>
            <span>
              <strong>{laureate.title}</strong>
              <span className="hint">
                {[laureate.organisation, laureate.cohort, laureate.reference].filter(Boolean).join(' · ')}
              </span>
            </span>
            <ActionForm action={createFromApplicationAction} hidden={{ applicationId: laureate.id }}>
              <SubmitButton size="small">
                {t('make')}
                <span className="hidden-text"> {laureate.title}</span>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
