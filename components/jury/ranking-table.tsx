import { useLocale, useTranslations } from 'next-intl';
import { Status, type StatusTone } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import type { RankedFile } from '@/lib/jury/queries/marks';
import type { Standing } from '@/lib/jury/standing';

export const STATE_TONES: Record<string, StatusTone> = {
  eligible: 'neutral',
  preselected: 'good',
  selected: 'good',
  reserve: 'time',
  not_selected: 'bad',
  not_preselected: 'bad',
};

type Props = { stageId: string; rows: Standing<RankedFile>[]; values?: Map<string, number | null> };

/** Files by mean: ties say so, each juror's total is there, divided opinions are named. `values`: a formula's own column. */
export function RankingTable({ stageId, rows, values }: Props) {
  const t = useTranslations('jury.ranking');
  const states = useTranslations('applications.states');
  const locale = useLocale();
  const number = (value: number | null) =>
    value === null ? t('empty') : value.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const short = (value: number | null) =>
    value === null ? t('empty') : value.toLocaleString(locale, { maximumFractionDigits: 2 });
  return (
    <Table
      caption={t('caption')}
      captionHidden
      wide
      rows={rows}
      rowKey={(row) => row.file.id}
      rowHref={(row) => `/admin/jury/${stageId}/files/${row.file.id}`}
      columns={[
        { key: 'file', label: t('file'), cell: (row) => row.file.title },
        {
          key: 'rank',
          label: t('rank'),
          align: 'end',
          cell: (row) => (row.rank === null ? t('empty') : `${row.rank}${row.tiedWith ? ` ${t('tie')}` : ''}`),
        },
        ...(values
          ? [
              {
                key: 'formula',
                label: t('formula'),
                align: 'end' as const,
                cell: (row: Standing<RankedFile>) => number(values.get(row.file.id) ?? null),
              },
            ]
          : []),
        { key: 'mean', label: t('mean'), align: 'end', cell: (row) => <strong>{number(row.mean)}</strong> },
        { key: 'spread', label: t('spread'), align: 'end', cell: (row) => number(row.spread) },
        {
          key: 'marks',
          label: t('marks'),
          cell: (row) => (
            <>
              <span className="figures">{row.reviews.map(({ total }) => short(total)).join(' · ')}</span>
              {row.disputed ? <span className="badge ml-2">{t('disputed')}</span> : null}
            </>
          ),
        },
        {
          key: 'received',
          label: t('received'),
          align: 'end',
          cell: (row) => `${row.reviews.length}/${row.file.expected}`,
        },
        { key: 'favourites', label: t('favourites'), align: 'end', cell: (row) => row.favourites || '' },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => <Status tone={STATE_TONES[row.file.state]}>{states(row.file.state as 'eligible')}</Status>,
        },
      ]}
    />
  );
}
