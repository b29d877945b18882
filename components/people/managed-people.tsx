import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { ManagedPersonRow } from '@/lib/people/queries/managed';

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
