import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { Load } from '@/lib/applications/queries/desk';

const COLUMNS = ['files', 'toDecide', 'toAnswer', 'corrections', 'waiting', 'decided'] as const;

/** Who has how many files and what these await; the files of nobody on the last line. */
export function WorkloadTable({ path, lines }: { path: string; lines: Load[] }) {
  const t = useTranslations('intake.workload');
  const total = (key: (typeof COLUMNS)[number]) => lines.reduce((sum, line) => sum + line[key], 0);
  return (
    <Table
      caption={t('caption')}
      captionHidden
      stack
      totalLabel={t('total')}
      rows={lines}
      rowKey={({ id }) => id ?? 'none'}
      rowHref={({ id }) => `${path}/applications?instructor=${id ?? 'none'}`}
      columns={[
        { key: 'name', label: t('name'), cell: ({ name }) => name ?? t('nobody') },
        ...COLUMNS.map((key) => ({
          key,
          label: t(key),
          align: 'end' as const,
          cell: (line: Load) => line[key],
          total: total(key),
        })),
      ]}
    />
  );
}
