import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { GeneralGrid } from '@/lib/jury/queries/hearing';

/** The panel's files with their rank and opinion, each leading to its own grid. */
export function GeneralSheet({ grid }: { grid: GeneralGrid }) {
  const t = useTranslations('jury');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const verdicts = grid.rubric.generalGrid?.verdicts ?? [];
  return (
    <Table
      caption={t('hearing.files')}
      rows={grid.lines}
      rowKey={(line) => line.id}
      rowHref={(line) => `/jury/hearings/${line.id}`}
      columns={[
        { key: 'file', label: t('panels.file'), cell: (line) => line.title },
        {
          key: 'grid',
          label: t('panels.grid'),
          cell: (line) => (line.sentAt ? t('panels.gridSent') : t('panels.gridWaiting')),
        },
        { key: 'rank', label: t('panels.rank'), align: 'end', cell: (line) => line.rank ?? '—' },
        {
          key: 'verdict',
          label: t('read.verdict'),
          cell: (line) => verdicts.find(({ key }) => key === line.verdict)?.label[locale] ?? '—',
        },
        { key: 'reason', label: t('hearing.reason'), cell: (line) => line.reason },
        { key: 'favourite', label: t('ranking.favourites'), cell: (line) => (line.favourite ? '★' : '') },
      ]}
    />
  );
}
