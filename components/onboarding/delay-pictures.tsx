import { useLocale, useTranslations } from 'next-intl';
import { BarPicture } from '@/components/ui/bar-picture';
import { type Column, Table } from '@/components/ui/table';
import { type Figures, onTimeShare } from '@/lib/onboarding/delays';
import type { Delays } from '@/lib/onboarding/queries/delays';
import { type Doer, inLanguage } from '@/lib/onboarding/schema';

/** The trend first, then where it hurts: ministries, and the items that come late. */
export function DelayPictures({ delays }: { delays: Delays }) {
  const t = useTranslations('onboarding.delays');
  const doer = useTranslations('onboarding.doer');
  const locale = useLocale();
  const first = delays.cohorts[0];
  const last = delays.cohorts.at(-1);
  const finding =
    first && last && first !== last
      ? t('trend', { first: first.name, before: onTimeShare(first), last: last.name, after: onTimeShare(last) })
      : t('share', { cohort: last?.name ?? '', share: last ? onTimeShare(last) : 0 });
  const figures = useFigures();
  return (
    <>
      <section aria-labelledby="cohorts" className="mt-8">
        <h2 id="cohorts">{t('byCohort')}</h2>
        <BarPicture
          title={finding}
          labelHead={t('cohort')}
          valueHead={t('onTime')}
          bars={delays.cohorts.map((one) => ({
            label: t('cohortLabel', { name: one.name, challenges: one.challenges }),
            value: onTimeShare(one),
            text: t('percent', { share: onTimeShare(one) }),
          }))}
        />
      </section>
      <section aria-labelledby="ministries" className="mt-10">
        <h2 id="ministries">{t('byMinistry')}</h2>
        <Table
          caption={t('byMinistry')}
          captionHidden
          stack
          rows={delays.ministries}
          rowKey={(one) => one.ministry}
          columns={[
            { key: 'ministry', label: t('ministry'), cell: (one) => one.ministry || t('noHost') },
            { key: 'challenges', label: t('challenges'), align: 'end', cell: (one) => one.challenges },
            ...figures,
          ]}
        />
      </section>
      <section aria-labelledby="items" className="mt-10">
        <h2 id="items">{t('byItem')}</h2>
        <p className="quiet my-2">{t('byItemLead')}</p>
        <Table
          caption={t('byItem')}
          captionHidden
          stack
          rows={delays.items}
          rowKey={(one) => one.itemKey}
          columns={[
            {
              key: 'item',
              label: t('item'),
              cell: (one) => (
                <>
                  {inLanguage(one.title, locale)}
                  <span className="block font-normal text-ink-soft text-sm">{doer(one.doer as Doer)}</span>
                </>
              ),
            },
            ...figures,
          ]}
        />
      </section>
    </>
  );
}

/** The same columns under each grouping. */
function useFigures(): Column<Figures>[] {
  const t = useTranslations('onboarding.delays');
  return [
    {
      key: 'onTime',
      label: t('onTime'),
      align: 'end',
      cell: (one) => t('shareOf', { share: onTimeShare(one), onTime: one.onTime, due: one.due }),
    },
    { key: 'closedLate', label: t('closedLate'), align: 'end', cell: (one) => one.closedLate },
    { key: 'stillOpen', label: t('stillOpen'), align: 'end', cell: (one) => one.stillOpen },
    { key: 'blocked', label: t('blocked'), align: 'end', cell: (one) => one.blocked },
    {
      key: 'median',
      label: t('median'),
      align: 'end',
      cell: (one) => (one.medianLate === null ? '–' : t('days', { days: Math.round(one.medianLate) })),
    },
  ];
}
