import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { SearchForm } from '@/components/ui/search-form';
import type { Ally, Supported } from '@/lib/support/queries/challenge';

/** Who was there before, and asking to be introduced: addresses stay hidden until they agree. */
export function Allies({ allies, challenge, words }: { allies: Ally[]; challenge: Supported; words: string }) {
  const t = useTranslations('support.allies');
  return (
    <section aria-labelledby="allies" className="mt-10">
      <h2 id="allies">{t('title')}</h2>
      <p className="quiet my-2">{t('lead')}</p>
      <SearchForm name="who" label={t('search')} submit={t('submit')} defaultValue={words} />
      {allies.length === 0 ? <p className="mt-4">{t('none')}</p> : null}
      <ul className="rows">
        {allies.map((one) => (
          <li key={one.slug}>
            <span>
              <Link href={`/people/${one.slug}`}>{one.name}</Link>
              <span className="hint">
                {[`${one.challenge} (${one.cohort})`, t(one.why), one.headline].filter(Boolean).join(' · ')}
              </span>
            </span>
            {one.reachable ? (
              <Link href={`/introductions/new?to=${one.slug}&challenge=${challenge.slug}`}>
                {t('ask')}
                <span className="hidden-text"> : {one.name}</span>
              </Link>
            ) : (
              <span className="quiet">{t('noAddress')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
