import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { MergeSuggestions } from '@/components/people/merge-suggestions';
import { OrganisationTable } from '@/components/people/organisation-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { SearchForm } from '@/components/ui/search-form';
import { requireSignIn } from '@/lib/auth/session';
import { mayManagePeople } from '@/lib/people/policy';
import { managedOrganisations, mergeSuggestions, PAGE } from '@/lib/people/queries/organisations';
import { AdminPeopleFilters, adminPeopleHref } from '@/lib/people/search';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('organisation.title') };
}

export default async function AdminOrganisationsPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin/organisations');
  if (!mayManagePeople(viewer)) notFound();
  const filters = AdminPeopleFilters.parse(await searchParams);
  const [t, { organisations, total }, suggestions] = await Promise.all([
    getTranslations('people'),
    managedOrganisations(viewer, filters),
    mergeSuggestions(viewer),
  ]);
  const title = t('organisation.title');
  return (
    <Page
      title={title}
      breadcrumbs={<Breadcrumbs items={[{ label: t('admin.home'), href: '/admin' }, { label: title }]} />}
      actions={<ButtonLink href="/admin/organisations/new">{t('organisation.new')}</ButtonLink>}
    >
      <MergeSuggestions suggestions={suggestions} />
      <SearchForm label={t('organisation.search')} submit={t('list.submit')} defaultValue={filters.q} />
      {organisations.length ? (
        <OrganisationTable organisations={organisations} />
      ) : (
        <EmptyState title={t('organisation.noneFound')} />
      )}
      <Pagination
        page={filters.page}
        pageSize={PAGE}
        total={total}
        href={(page) => adminPeopleHref(filters, { page }, '/admin/organisations')}
      />
    </Page>
  );
}
