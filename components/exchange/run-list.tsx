import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import { Moment } from '@/components/ui/time';
import type { Report } from '@/lib/exchange/report';
import { total } from '@/lib/exchange/report';
import { type RunState, TONES } from '@/lib/exchange/states';

type Run = { id: string; name: string; dialect: string; state: RunState; createdAt: Date; report: Report };

/** The imports there have been, newest first. */
export function RunList({ runs }: { runs: Run[] }) {
  const t = useTranslations('exchange');
  return (
    <Table
      caption={t('runs.title')}
      captionHidden
      stack
      rows={runs}
      rowKey={(run) => run.id}
      rowHref={(run) => `/admin/imports/${run.id}`}
      columns={[
        { key: 'name', label: t('runs.name'), cell: (run) => run.name },
        { key: 'when', label: t('runs.when'), cell: (run) => <Moment date={run.createdAt} /> },
        { key: 'dialect', label: t('runs.dialect'), cell: (run) => t(`dialects.${run.dialect as 'jekyll-2018'}`) },
        {
          key: 'state',
          label: t('runs.state'),
          cell: (run) => <Status tone={TONES[run.state]}>{t(`states.${run.state}`)}</Status>,
        },
        { key: 'created', label: t('counts.created'), align: 'end', cell: (run) => total(run.report, 'created') },
        { key: 'updated', label: t('counts.updated'), align: 'end', cell: (run) => total(run.report, 'updated') },
        { key: 'issues', label: t('runs.issues'), align: 'end', cell: (run) => run.report.issues.length },
      ]}
    />
  );
}
