import { useTranslations } from 'next-intl';
import { queryHref } from '@/components/ui/href';
import { SearchForm } from '@/components/ui/search-form';
import { FilterLinks } from '@/components/ui/tabs-nav';
import { FAMILIES, PHASES } from '@/lib/support/schema';

type Query = Record<string, string | undefined>;

/** Words, family, moment: the address is the search. */
export function ResourceFilterLinks({ query }: { query: Query }) {
  const t = useTranslations('support');
  const link = (changes: Query) => `/resources${queryHref(query, changes)}`;
  const options = (key: 'family' | 'phase', values: readonly string[]) => [
    {
      href: link({ [key]: undefined }),
      label: t(key === 'family' ? 'resources.any' : 'resources.anyPhase'),
      current: !query[key],
    },
    ...values.map((value) => ({
      href: link({ [key]: value }),
      label: t(`${key}.${value}` as 'family.data'),
      current: query[key] === value,
    })),
  ];
  return (
    <>
      <SearchForm
        label={t('resources.search')}
        submit={t('resources.submit')}
        defaultValue={query.q}
        hidden={{ family: query.family, phase: query.phase }}
      />
      <FilterLinks label={t('resources.family')} options={options('family', FAMILIES)} />
      <FilterLinks label={t('resources.phase')} options={options('phase', PHASES)} />
    </>
  );
}
