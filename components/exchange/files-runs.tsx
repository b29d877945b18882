import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import { Moment } from '@/components/ui/time';
import type { FilesImportRow } from '@/lib/exchange/queries/files';

const TONES = { uploaded: 'neutral', checked: 'time', applied: 'good' } as const;

/** The files brought into a call, newest first. */
export function FilesRuns({ slug, runs }: { slug: string; runs: FilesImportRow[] }) {
  const t = useTranslations('intake-import');
  if (runs.length === 0) return <EmptyState title={t('none')} />;
  return (
    <Table
      caption={t('list')}
      captionHidden
      stack
      rows={runs}
      rowKey={(run) => run.id}
      rowHref={(run) => `/admin/calls/${slug}/imports/${run.id}`}
      columns={[
        { key: 'name', label: t('columns.name'), cell: (run) => run.name },
        { key: 'from', label: t('columns.from'), cell: (run) => t(`kinds.${run.kind}`) },
        { key: 'when', label: t('columns.when'), cell: (run) => <Moment date={run.createdAt} /> },
        {
          key: 'state',
          label: t('columns.state'),
          cell: (run) => <Status tone={TONES[run.state]}>{t(`states.${run.state}`)}</Status>,
        },
        { key: 'created', label: t('columns.created'), align: 'end', cell: (run) => run.report.created },
        { key: 'updated', label: t('columns.updated'), align: 'end', cell: (run) => run.report.updated },
      ]}
    />
  );
}
