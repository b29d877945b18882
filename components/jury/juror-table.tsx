import { useLocale, useTranslations } from 'next-intl';
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
              <span className="hint block break-words font-normal">{seat.email}</span>
            </>
          ),
        },
        {
          key: 'state',
          label: t('state'),
          cell: (seat) => (
            <>
              <Status tone={TONES[seat.state]}>{t(`states.${seat.state}`)}</Status>
              {seat.declineNote ? <span className="hint block">{seat.declineNote}</span> : null}
              {seat.replaces ? <span className="hint block">{t('inPlaceOf', { name: seat.replaces })}</span> : null}
              {seat.tiesAt ? <span className="hint block">{t('tiesDone')}</span> : null}
            </>
          ),
        },
        { key: 'organisation', label: t('organisation'), cell: (seat) => seat.organisations.join(', ') },
        {
          key: 'background',
          label: t('background'),
          cell: (seat) => [seat.background, seat.formerFellow ? t('formerFellow') : ''].filter(Boolean).join(' · '),
        },
        { key: 'themes', label: t('themes'), cell: (seat) => seat.themes.join(', ') },
        { key: 'available', label: t('available'), cell: (seat) => <Available halfDays={seat.available} /> },
        { key: 'load', label: t('load'), align: 'end', cell: (seat) => `${seat.sent}/${seat.given}` },
      ]}
    />
  );
}

function Available({ halfDays }: { halfDays: string[] | null }) {
  const t = useTranslations('jury.jurors');
  const seat = useTranslations('jury.seat');
  const locale = useLocale();
  if (halfDays === null) return t('everyHalfDay');
  if (halfDays.length === 0) return t('never');
  return halfDays
    .map((one) => {
      const day = new Date(`${one.slice(0, 10)}T12:00:00Z`);
      return `${day.toLocaleDateString(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })} ${seat(one.endsWith('am') ? 'morning' : 'afternoon')}`;
    })
    .join(', ');
}
