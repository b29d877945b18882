import { useTranslations } from 'next-intl';
import { SearchForm } from '@/components/ui/search-form';
import { FilterLinks } from '@/components/ui/tabs-nav';
import { type ChallengeFilters, filtersHref } from '@/lib/challenges/filters';

type Props = { filters: ChallengeFilters; cohorts: { slug: string; name: string }[] };

/** Words and cohort: what the coordination narrows its list by. */
export function ManagedFilters({ filters, cohorts }: Props) {
  const t = useTranslations('challenges');
  return (
    <>
      <SearchForm
        label={t('list.search')}
        submit={t('list.submit')}
        defaultValue={filters.q}
        hidden={{ cohort: filters.cohort }}
      />
      <FilterLinks
        label={t('facets.cohort')}
        options={cohorts.map(({ slug, name }) => ({
          href: filtersHref(filters, { cohort: filters.cohort === slug ? '' : slug }, '/admin/challenges'),
          label: name,
          current: filters.cohort === slug,
        }))}
      />
    </>
  );
}
