import { useLocale, useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import { Moment } from '@/components/ui/time';
import type { ArchiveRow } from '@/lib/applications/queries/archives';
import { bytesText } from '@/lib/bytes';

const TONES = {
  waiting: 'time',
  running: 'active',
  done: 'good',
  failed: 'bad',
  stopped: 'neutral',
  expired: 'neutral',
} as const;

/** The archives of a call, newest first. */
export function ArchiveList({ slug, archives }: { slug: string; archives: ArchiveRow[] }) {
  const t = useTranslations('archives');
  const locale = useLocale();
  if (archives.length === 0) return <EmptyState title={t('none')} />;
  return (
    <Table
      caption={t('list')}
      captionHidden
      stack
      rows={archives}
      rowKey={(row) => row.id}
      rowHref={(row) => `/admin/calls/${slug}/archives/${row.id}`}
      columns={[
        { key: 'asked', label: t('columns.asked'), cell: (row) => <Moment date={row.createdAt} /> },
        {
          key: 'state',
          label: t('columns.state'),
          cell: (row) => <Status tone={TONES[row.state]}>{t(`states.${row.state}`)}</Status>,
        },
        { key: 'files', label: t('columns.files'), align: 'end', cell: (row) => row.total },
        {
          key: 'size',
          label: t('columns.size'),
          align: 'end',
          cell: (row) => (row.size ? bytesText(row.size, locale) : ''),
        },
      ]}
    />
  );
}
