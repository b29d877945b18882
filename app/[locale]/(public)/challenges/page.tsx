import { getTranslations } from 'next-intl/server';
import { ChallengeGrid } from '@/components/challenges/challenge-card';
import { ChallengeFacets } from '@/components/challenges/challenge-facets';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/disclosure';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { SearchForm } from '@/components/ui/search-form';
import { currentViewer } from '@/lib/auth/session';
import { ChallengeFilters, facets, filtersHref, isFiltered } from '@/lib/challenges/filters';
import { challengeFacets, listChallenges, PAGE } from '@/lib/challenges/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('challenges'))('list.title') };
}

export default async function ChallengesPage({ searchParams }: Props) {
  const [t, viewer, query] = await Promise.all([getTranslations('challenges'), currentViewer(), searchParams]);
  const filters = ChallengeFilters.parse(query);
  const [{ challenges, total }, values] = await Promise.all([
    listChallenges(viewer, filters),
    challengeFacets(viewer, filters),
  ]);
  const filtered = isFiltered(filters);
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('home'), href: '/' }, { label: t('list.title') }]} />}
    >
      <SearchForm
        label={t('list.search')}
        submit={t('list.submit')}
        defaultValue={filters.q}
        hidden={Object.fromEntries(facets.map((facet) => [facet, filters[facet]]))}
      />
      <Details summary={t('list.filters')} open={filtered} wide>
        <ChallengeFacets filters={filters} values={values} />
      </Details>
      <p className="my-6 font-semibold" role="status">
        {t('list.found', { count: total })}
        {filtered ? (
          <ButtonLink kind="quiet" size="small" href="/challenges" className="btn ml-3">
            {t('list.clear')}
          </ButtonLink>
        ) : null}
      </p>
      {challenges.length ? <ChallengeGrid challenges={challenges} level={2} /> : null}
      {total === 0 ? <EmptyState title={t(filtered ? 'list.none' : 'list.empty')} /> : null}
      <Pagination page={filters.page} pageSize={PAGE} total={total} href={(page) => filtersHref(filters, { page })} />
    </Page>
  );
}
