import { useTranslations } from 'next-intl';
import { queryHref } from '@/components/ui/href';
import { SearchForm } from '@/components/ui/search-form';
import { FilterLinks } from '@/components/ui/tabs-nav';
import { FAMILIES, PHASES, READERS } from '@/lib/support/schema';

type Query = Record<string, string | undefined>;

/** Words, family, moment: the address is the search. */
export function ResourceFilterLinks({ query }: { query: Query }) {
  const t = useTranslations('support');
  const link = (changes: Query) => `/resources${queryHref(query, changes)}`;
  const options = (key: 'family' | 'phase' | 'reader', values: readonly string[], param: string = key) => [
    {
      href: link({ [param]: undefined, page: undefined }),
      label: t(key === 'family' ? 'resources.any' : 'resources.anyPhase'),
      current: !query[param],
    },
    ...values.map((value) => ({
      href: link({ [param]: value, page: undefined }),
      label: t(`${key}.${value}` as 'family.data'),
      current: query[param] === value,
    })),
  ];
  return (
    <>
      <SearchForm
        label={t('resources.search')}
        submit={t('resources.submit')}
        defaultValue={query.q}
        hidden={{ family: query.family, phase: query.phase, role: query.role }}
      />
      <FilterLinks label={t('resources.family')} options={options('family', FAMILIES)} />
      <FilterLinks label={t('resources.phase')} options={options('phase', PHASES)} />
      <FilterLinks label={t('resources.role')} options={options('reader', READERS, 'role')} />
    </>
  );
}
