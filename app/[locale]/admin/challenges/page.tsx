import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Laureates } from '@/components/challenges/laureates';
import { ManagedFilters } from '@/components/challenges/managed-filters';
import { ManagedTable } from '@/components/challenges/managed-table';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { ChallengeFilters, filtersHref } from '@/lib/challenges/filters';
import { laureatesWaiting, managedChallenges, PAGE } from '@/lib/challenges/queries/managed';
import { listCohorts } from '@/lib/programme/queries';
import { isCoordinator } from '@/lib/viewer';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('challenges'))('list.title') };
}

export default async function AdminChallengesPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin/challenges');
  if (!isCoordinator(viewer)) notFound();
  const filters = ChallengeFilters.parse(await searchParams);
  const [t, { challenges, total }, laureates, cohorts] = await Promise.all([
    getTranslations('challenges'),
    managedChallenges(viewer, filters),
    laureatesWaiting(viewer),
    listCohorts(viewer),
  ]);
  return (
    <Page
      title={t('list.title')}
      width="wide"
      breadcrumbs={<Breadcrumbs items={[{ label: t('admin.home'), href: '/admin' }, { label: t('list.title') }]} />}
      actions={
        <ButtonLink kind="secondary" href="/admin/challenges/new">
          {t('admin.new')}
        </ButtonLink>
      }
    >
      <Laureates laureates={laureates} />
      <ManagedFilters filters={filters} cohorts={cohorts} />
      {challenges.length ? <ManagedTable challenges={challenges} /> : <EmptyState title={t('list.none')} />}
      <Pagination
        page={filters.page}
        pageSize={PAGE}
        total={total}
        href={(page) => filtersHref(filters, { page }, '/admin/challenges')}
      />
    </Page>
  );
}
