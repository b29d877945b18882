import { useLocale, useTranslations } from 'next-intl';
import { Figures } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import type { Rubric } from '@/lib/jury/schema';
import type { Standing } from '@/lib/jury/standing';

/** Where a file stands, in figures: rank, mean, spread, and the mean of each criterion. */
export function StandingFigures({ standing, rubric }: { standing: Standing<unknown>; rubric: Rubric }) {
  const t = useTranslations('jury.ranking');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const number = (value: number | null) =>
    value === null ? t('empty') : value.toLocaleString(locale, { maximumFractionDigits: 2 });
  return (
    <>
      <Figures
        items={[
          { label: t('rank'), value: `${standing.rank ?? t('empty')}${standing.tiedWith ? ` ${t('tie')}` : ''}` },
          { label: t('mean'), value: number(standing.mean) },
          { label: t('spread'), value: number(standing.spread) },
          { label: t('received'), value: standing.reviews.length },
          { label: t('favourites'), value: standing.favourites },
        ]}
      />
      <Table
        caption={t('byCriterion')}
        rows={rubric.criteria}
        rowKey={(one) => one.key}
        columns={[
          { key: 'label', label: t('criterion'), cell: (one) => one.label[locale] },
          { key: 'mean', label: t('mean'), align: 'end', cell: (one) => number(standing.byCriterion[one.key] ?? null) },
          {
            key: 'marks',
            label: t('marks'),
            cell: (one) => standing.reviews.map(({ marks }) => String(marks[one.key] ?? t('empty'))).join(' · '),
          },
        ]}
      />
    </>
  );
}
