import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import { type Report, total } from '@/lib/exchange/report';

const KINDS = ['cohorts', 'challenges', 'people', 'organisations', 'roles'] as const;
const ACTS = ['created', 'updated', 'unchanged'] as const;

/** What an import did, or would do, kind by kind. */
export function RunCounts({ report }: { report: Report }) {
  const t = useTranslations('exchange');
  return (
    <Table
      caption={t('counts.title')}
      rows={[...KINDS]}
      rowKey={(kind) => kind}
      totalLabel={t('counts.total')}
      columns={[
        { key: 'kind', label: t('counts.kind'), cell: (kind) => t(`kinds.${kind}`) },
        ...ACTS.map((act) => ({
          key: act,
          label: t(`counts.${act}`),
          align: 'end' as const,
          cell: (kind: (typeof KINDS)[number]) => report[kind][act],
          total: total(report, act),
        })),
      ]}
    />
  );
}
