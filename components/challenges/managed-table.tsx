import { useTranslations } from 'next-intl';
import { CohortMark, cohortHue, Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import type { ManagedRow } from '@/lib/challenges/queries/managed';

/** Challenges as the coordination follows them. */
export function ManagedTable({ challenges }: { challenges: ManagedRow[] }) {
  const t = useTranslations('challenges.admin');
  return (
    <Table
      caption={t('caption')}
      captionHidden
      stack
      rows={challenges}
      rowKey={(row) => row.slug}
      rowHref={(row) => `/admin/challenges/${row.slug}`}
      columns={[
        { key: 'title', label: t('columns.title'), cell: (row) => row.title },
        {
          key: 'cohort',
          label: t('columns.cohort'),
          cell: (row) => <CohortMark hue={cohortHue(row.colour)}>{row.cohort}</CohortMark>,
        },
        { key: 'host', label: t('columns.host'), cell: (row) => row.host ?? t('unknown') },
        {
          key: 'seats',
          label: t('columns.seats'),
          align: 'end',
          cell: (row) => t('seatsFilled', { filled: row.fellows, seats: row.seats }),
        },
        { key: 'recruited', label: t('columns.proofs'), align: 'end', cell: (row) => row.recruited },
        { key: 'mentors', label: t('columns.mentors'), align: 'end', cell: (row) => row.mentors },
        {
          key: 'state',
          label: t('columns.state'),
          cell: (row) => (
            <Status tone={row.published ? 'good' : 'neutral'}>{t(row.published ? 'published' : 'draft')}</Status>
          ),
        },
      ]}
    />
  );
}
