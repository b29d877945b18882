import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { SearchResults } from '@/components/publication/search-results';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/panel';
import { SearchForm } from '@/components/ui/search-form';
import { currentViewer } from '@/lib/auth/session';
import { searchAll } from '@/lib/publication/queries/search';
import { SearchQuery } from '@/lib/publication/search';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('home'))('search.title') };
}

export default async function SearchPage({ searchParams }: Props) {
  const [t, viewer, query] = await Promise.all([getTranslations('home.search'), currentViewer(), searchParams]);
  const { q } = SearchQuery.parse(query);
  const found = await searchAll(viewer, q);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="narrow"
      breadcrumbs={<Breadcrumbs items={[{ label: t('home'), href: '/' }, { label: t('title') }]} />}
    >
      <SearchForm label={t('label')} submit={t('submit')} defaultValue={q} />
      {q ? (
        <p className="my-6 font-semibold" role="status">
          {t('found', { count: found.length, q })}
        </p>
      ) : null}
      <SearchResults found={found} />
      {q && found.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneHint')}</p>
          <p>
            <Link href="/challenges">{t('allChallenges')}</Link>
          </p>
        </EmptyState>
      ) : null}
    </Page>
  );
}
