import { useLocale, useTranslations } from 'next-intl';
import { Status, type StatusTone } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import { numberIn } from '@/lib/i18n/number';
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
  // Words and formats are made once: three hundred rows ask for each of them.
  const [empty, tie, disputed] = [t('empty'), t('tie'), t('disputed')];
  const [two, few] = [numberIn(locale, 2), numberIn(locale, 0, 2)];
  const number = (value: number | null) => (value === null ? empty : two(value));
  const short = (value: number | null) => (value === null ? empty : few(value));
  const status = new Map(
    [...new Set(rows.map(({ file }) => file.state))].map((state) => [
      state,
      <Status key={state} tone={STATE_TONES[state]}>
        {states(state as 'eligible')}
      </Status>,
    ]),
  );
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
          cell: (row) => (row.rank === null ? empty : `${row.rank}${row.tiedWith ? ` ${tie}` : ''}`),
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
              {row.disputed ? <span className="badge ml-2">{disputed}</span> : null}
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
          cell: (row) => status.get(row.file.state),
        },
      ]}
    />
  );
}
