import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { Comparison } from '@/lib/jury/queries/crosswalk';

/** Each criterion of today beside what it was, both as shares of their scale: out of 4 and out of 5 stand side by side. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('jury.compare');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const share = (value: number | null, count: number) =>
    value === null
      ? '—'
      : `${value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 })} ${t('marks', { count })}`;
  const apart = (now: number | null, before: number | null) =>
    now === null || before === null
      ? '—'
      : t('points', { points: Math.round((now - before) * 100).toLocaleString(locale, { signDisplay: 'exceptZero' }) });
  return (
    <Table
      caption={t('caption')}
      stack
      rows={comparison.rows}
      rowKey={(row) => row.now?.key ?? `before-${row.before[0]?.key}`}
      columns={[
        { key: 'now', label: t('now'), cell: (row) => row.now?.label[locale] ?? t('dropped') },
        {
          key: 'before',
          label: t('before'),
          cell: (row) => row.before.map(({ label }) => label[locale]).join(', ') || t('new'),
        },
        { key: 'shareNow', label: t('shareNow'), align: 'end', cell: (row) => share(row.shareNow, row.countNow) },
        {
          key: 'shareBefore',
          label: t('shareBefore'),
          align: 'end',
          cell: (row) => share(row.shareBefore, row.countBefore),
        },
        { key: 'apart', label: t('apart'), align: 'end', cell: (row) => apart(row.shareNow, row.shareBefore) },
      ]}
    />
  );
}
