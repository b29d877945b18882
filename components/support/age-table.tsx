import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { AgeRow } from '@/lib/support/queries/obstacles';

/** Age and family of obstacles by cohort. */
export function AgeTable({ ages }: { ages: AgeRow[] }) {
  const t = useTranslations('support.ages');
  const family = useTranslations('support.family');
  return (
    <Table
      caption={t('title')}
      captionHidden
      rows={ages}
      rowKey={(row) => `${row.cohort} ${row.family}`}
      stack
      columns={[
        { key: 'cohort', label: t('cohort'), cell: (row) => row.cohort || t('other') },
        { key: 'family', label: t('family'), cell: (row) => family(row.family) },
        { key: 'open', label: t('open'), align: 'end', cell: (row) => row.open },
        { key: 'resolved', label: t('resolved'), align: 'end', cell: (row) => row.resolved },
        { key: 'oldest', label: t('oldest'), align: 'end', cell: (row) => row.oldestDays ?? '–' },
        { key: 'median', label: t('median'), align: 'end', cell: (row) => row.medianDays ?? '–' },
      ]}
    />
  );
}
