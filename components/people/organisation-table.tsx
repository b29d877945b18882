import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { ManagedOrganisationRow } from '@/lib/people/queries/organisations';

export function OrganisationTable({ organisations }: { organisations: ManagedOrganisationRow[] }) {
  const t = useTranslations('people');
  return (
    <Table
      caption={t('organisation.title')}
      captionHidden
      stack
      rows={organisations}
      rowKey={(row) => row.slug}
      rowHref={(row) => `/admin/organisations/${row.slug}`}
      columns={[
        {
          key: 'name',
          label: t('organisation.name'),
          cell: (row) => (row.acronym ? `${row.name} (${row.acronym})` : row.name),
        },
        { key: 'kind', label: t('organisation.kind'), cell: (row) => t(`organisation.kinds.${row.kind}`) },
        { key: 'parent', label: t('organisation.parent'), cell: (row) => row.parent ?? '–' },
        { key: 'challenges', label: t('organisation.hosted'), align: 'end', cell: (row) => row.challenges },
        { key: 'people', label: t('list.title'), align: 'end', cell: (row) => row.people },
      ]}
    />
  );
}
