import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { mergeOrganisationsAction } from '@/lib/people/actions';
import type { MergeSuggestion } from '@/lib/people/queries/organisations';

/** Names so alike that they may be one body; nothing is merged without someone saying so. */
export function MergeSuggestions({ suggestions }: { suggestions: MergeSuggestion[] }) {
  const t = useTranslations('people.organisation');
  if (!suggestions.length) return null;
  return (
    <section aria-labelledby="alike" className="mb-10">
      <h2 id="alike">{t('alike')}</h2>
      <p className="quiet">{t('alikeHelp')}</p>
      <ul className="rows">
        {suggestions.map((pair) => (
          <li key={`${pair.fromId}${pair.intoId}`}>
            <span>
              <Link href={`/admin/organisations/${pair.fromSlug}`}>{pair.fromName}</Link>
              <span className="hint">
                {t('same')} <Link href={`/admin/organisations/${pair.intoSlug}`}>{pair.intoName}</Link>
              </span>
            </span>
            <ActionForm action={mergeOrganisationsAction} hidden={{ fromId: pair.fromId, intoId: pair.intoId }}>
              <SubmitButton kind="secondary" size="small">
                {t('mergePair')}
                <span className="hidden-text">
                  {' '}
                  {pair.fromName} → {pair.intoName}
                </span>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
