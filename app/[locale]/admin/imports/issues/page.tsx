import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { IssueTable } from '@/components/exchange/issue-table';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { SearchForm } from '@/components/ui/search-form';
import { FilterLinks } from '@/components/ui/tabs-nav';
import { requireSignIn } from '@/lib/auth/session';
import { mayImport } from '@/lib/exchange/policy';
import { listIssues, PAGE } from '@/lib/exchange/queries/issues';
import { IssueFilters, issuesHref } from '@/lib/exchange/schema';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('exchange'))('issues.title') };
}

export default async function ImportIssuesPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin/imports/issues');
  if (!mayImport(viewer)) notFound();
  const filters = IssueFilters.parse(await searchParams);
  const [t, { issues, total, reasons }] = await Promise.all([getTranslations('exchange'), listIssues(viewer, filters)]);
  const states = (['open', 'answered'] as const).map((state) => ({
    href: issuesHref(filters, { state, reason: '' }),
    label: t(`issues.states.${state}`),
    current: filters.state === state,
  }));
  const kinds = reasons.map(({ reason, count }) => ({
    href: issuesHref(filters, { reason: filters.reason === reason ? '' : reason }),
    label: t('issues.counted', { label: t(`reasons.${reason}.short`), count }),
    current: filters.reason === reason,
  }));
  const crumbs = [
    { label: t('home'), href: '/admin' },
    { label: t('title'), href: '/admin/imports' },
    { label: t('issues.title') },
  ];
  return (
    <Page title={t('issues.title')} lead={t('issues.lead')} width="wide" breadcrumbs={<Breadcrumbs items={crumbs} />}>
      <SearchForm
        label={t('issues.search')}
        submit={t('issue.find')}
        defaultValue={filters.q}
        hidden={{ reason: filters.reason, state: filters.state === 'open' ? undefined : filters.state }}
      />
      <FilterLinks label={t('issues.state')} options={states} />
      <FilterLinks label={t('issues.reason')} options={kinds} />
      {issues.length > 0 ? <IssueTable issues={issues} /> : <EmptyState title={t(`issues.none.${filters.state}`)} />}
      <Pagination page={filters.page} pageSize={PAGE} total={total} href={(page) => issuesHref(filters, { page })} />
    </Page>
  );
}
