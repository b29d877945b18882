import { useTranslations } from 'next-intl';
import { SearchForm } from '@/components/ui/search-form';
import { Table } from '@/components/ui/table';
import { FilterLinks } from '@/components/ui/tabs-nav';
import type { ManagedPersonRow } from '@/lib/people/queries/managed';
import { ROLE_KINDS } from '@/lib/people/schema';
import { type AdminPeopleFilters, adminPeopleHref } from '@/lib/people/search';

/** Everyone, with what they do and whether they are shown. */
export function ManagedPeople({ people }: { people: ManagedPersonRow[] }) {
  const t = useTranslations('people');
  return (
    <Table
      caption={t('list.title')}
      captionHidden
      stack
      rows={people}
      rowKey={(row) => row.slug}
      rowHref={(row) => `/admin/people/${row.slug}`}
      columns={[
        { key: 'name', label: t('admin.columns.name'), cell: (row) => row.name },
        { key: 'email', label: t('admin.columns.email'), cell: (row) => row.email ?? t('admin.noEmail') },
        {
          key: 'roles',
          label: t('admin.columns.roles'),
          cell: (row) =>
            row.roles
              .map((role) => [t(`roles.${role.kind}.one`), role.cohort].filter(Boolean).join(' · '))
              .join(', ') || '–',
        },
        { key: 'visibility', label: t('admin.columns.visibility'), cell: (row) => t(`visibility.${row.visibility}`) },
      ]}
    />
  );
}

/** Words and role: what the coordination narrows the list of people by. */
export function PeopleFilterLinks({ filters }: { filters: AdminPeopleFilters }) {
  const t = useTranslations('people');
  return (
    <>
      <SearchForm
        label={t('admin.search')}
        submit={t('list.submit')}
        defaultValue={filters.q}
        hidden={{ kind: filters.kind }}
      />
      <FilterLinks
        label={t('list.role')}
        options={ROLE_KINDS.map((kind) => ({
          href: adminPeopleHref(filters, { kind: filters.kind === kind ? '' : kind }),
          label: t(`roles.${kind}.plural`, { count: 2 }),
          current: filters.kind === kind,
        }))}
      />
    </>
  );
}
