import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import type { SeatRow } from '@/lib/jury/queries/assignment';

const TONES = { invited: 'time', accepted: 'good', declined: 'bad', replaced: 'neutral' } as const;

export function JurorTable({ seats }: { seats: SeatRow[] }) {
  const t = useTranslations('jury.jurors');
  return (
    <Table
      caption={t('title')}
      captionHidden
      stack
      rows={seats}
      rowKey={(seat) => seat.id}
      columns={[
        {
          key: 'name',
          label: t('name'),
          cell: (seat) => (
            <>
              {seat.name}
              <span className="hint block">{seat.email}</span>
            </>
          ),
        },
        {
          key: 'state',
          label: t('state'),
          cell: (seat) => <Status tone={TONES[seat.state]}>{t(`states.${seat.state}`)}</Status>,
        },
        { key: 'organisation', label: t('organisation'), cell: (seat) => seat.organisations.join(', ') },
        {
          key: 'background',
          label: t('background'),
          cell: (seat) => [seat.background, seat.formerFellow ? t('formerFellow') : ''].filter(Boolean).join(' · '),
        },
        { key: 'themes', label: t('themes'), cell: (seat) => seat.themes.join(', ') },
        { key: 'load', label: t('load'), align: 'end', cell: (seat) => `${seat.sent}/${seat.given}` },
      ]}
    />
  );
}
