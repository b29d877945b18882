import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import type { CohortFunding } from '@/lib/funding/queries';
import { Explanation, useEuros } from './seat-funding';

/** What each challenge is owed, seat by seat with its reason; totals under their columns. */
export function FundingTable({ funding }: { funding: CohortFunding }) {
  const t = useTranslations('funding');
  const profiles = useTranslations('challenges.seats.profiles');
  const money = useEuros();
  const { totals } = funding;
  return (
    <Table
      caption={t('caption', { cohort: funding.cohort.name })}
      captionHidden
      stack
      rows={funding.challenges}
      rowKey={(row) => row.id}
      totalLabel={t('total')}
      columns={[
        {
          key: 'title',
          label: t('columns.challenge'),
          cell: (row) => (
            <>
              <Link href={`/admin/challenges/${row.slug}/team`}>{row.title}</Link>
              <span className="quiet block font-normal">{row.payee ?? t('noPayee')}</span>
            </>
          ),
        },
        {
          key: 'seats',
          label: t('columns.why'),
          cell: (row) => (
            <ul className="m-0 list-none p-0">
              {row.seats.map((seat) => (
                <li key={seat.positionId}>
                  {seat.fellow ?? profiles(seat.profile as never)} ·{' '}
                  <span className="quiet">{<Explanation line={seat} />}</span>
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: 'planned',
          label: t('columns.planned'),
          align: 'end',
          cell: (row) => money(row.plannedCents),
          total: money(totals.plannedCents),
        },
        {
          key: 'due',
          label: t('columns.due'),
          align: 'end',
          cell: (row) => money(row.dueCents),
          total: money(totals.dueCents),
        },
        {
          key: 'recorded',
          label: t('columns.recorded'),
          align: 'end',
          cell: (row) => money(row.recordedCents),
          total: money(totals.recordedCents),
        },
      ]}
    />
  );
}
