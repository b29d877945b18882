import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { FilterLinks } from '@/components/ui/tabs-nav';
import { type ChallengeFilters, type Facet, facets, filtersHref } from '@/lib/challenges/filters';
import type { FacetValue } from '@/lib/challenges/queries';
import { skillKey } from '@/lib/challenges/skills';

/** More values than this go under a disclosure, the most frequent first. */
const SHOWN = 8;

/** Filters as links: what each click would leave, one value a facet, the chosen one clears itself. */
export function ChallengeFacets({ filters, values }: { filters: ChallengeFilters; values: FacetValue[] }) {
  return facets.map((facet) => (
    <FacetLinks key={facet} facet={facet} filters={filters} values={values.filter((value) => value.facet === facet)} />
  ));
}

function FacetLinks({ facet, filters, values }: { facet: Facet; filters: ChallengeFilters; values: FacetValue[] }) {
  const t = useTranslations('challenges');
  if (!values.length) return null;
  const options = values.map(({ value, label, count }) => {
    const current = filters[facet] === value;
    const key = facet === 'skill' ? skillKey(value) : null;
    return {
      href: filtersHref(filters, { [facet]: current ? '' : value }),
      label: key ? t(`skills.${key}`) : label,
      count,
      current,
    };
  });
  const label = t(`facets.${facet}`);
  // The chosen one is never hidden.
  const first = options.filter((option, index) => index < SHOWN || option.current);
  const more = options.filter((option) => !first.includes(option));
  return (
    <>
      <FilterLinks label={label} options={first} />
      {more.length ? (
        <Details summary={t('facets.more', { count: more.length, facet: label })} wide>
          <FilterLinks label={label} options={more} />
        </Details>
      ) : null}
    </>
  );
}
