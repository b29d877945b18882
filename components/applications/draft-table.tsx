import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import { Day, Moment } from '@/components/ui/time';
import type { DraftLine } from '@/lib/applications/queries/desk';

/** Drafts in hand: whose, how far, when they last moved. Nothing of what they say. */
export function DraftTable({ lines, total }: { lines: DraftLine[]; total: number }) {
  const t = useTranslations('intake.drafts');
  if (total === 0) return <EmptyState title={t('none')} />;
  return (
    <Table
      caption={t('caption', { count: total })}
      stack
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: 'organisation', label: t('organisation'), cell: ({ organisation }) => organisation || t('unnamed') },
        {
          key: 'completeness',
          label: t('completeness'),
          align: 'end',
          cell: ({ completeness }) => t('percent', { percent: completeness }),
        },
        { key: 'touched', label: t('touched'), cell: ({ touchedAt }) => <Moment date={touchedAt} /> },
        { key: 'started', label: t('started'), cell: ({ startedAt }) => <Day date={startedAt} short /> },
      ]}
    />
  );
}
