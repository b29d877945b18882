import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ManagedPeople, PeopleFilterLinks } from '@/components/people/managed-people';
import { RoleForm } from '@/components/people/role-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Details } from '@/components/ui/disclosure';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { mayManagePeople } from '@/lib/people/policy';
import { managedPeople, PAGE } from '@/lib/people/queries/managed';
import { WHOLE_ROLES } from '@/lib/people/schema';
import { AdminPeopleFilters, adminPeopleHref } from '@/lib/people/search';
import { listCohorts } from '@/lib/programme/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('list.title') };
}

export default async function AdminPeoplePage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin/people');
  if (!mayManagePeople(viewer)) notFound();
  const filters = AdminPeopleFilters.parse(await searchParams);
  const [t, { people, total }, cohorts] = await Promise.all([
    getTranslations('people'),
    managedPeople(viewer, filters),
    listCohorts(viewer),
  ]);
  return (
    <Page
      title={t('list.title')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('admin.home'), href: '/admin' }, { label: t('list.title') }]} />}
    >
      <Details summary={t('admin.giveRole')}>
        <RoleForm kinds={WHOLE_ROLES} cohorts={cohorts.map(({ id, name }) => ({ value: id, label: name }))} />
      </Details>
      <PeopleFilterLinks filters={filters} />
      <p className="my-4 font-semibold">{t('list.found', { count: total })}</p>
      {people.length ? <ManagedPeople people={people} /> : <EmptyState title={t('list.none')} />}
      <Pagination
        page={filters.page}
        pageSize={PAGE}
        total={total}
        href={(page) => adminPeopleHref(filters, { page })}
      />
    </Page>
  );
}
