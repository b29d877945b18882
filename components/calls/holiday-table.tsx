import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import { Day } from '@/components/ui/time';
import { removeHolidayAction } from '@/lib/calls/actions/call';
import type { SchoolHoliday } from '@/lib/calls/calendar';

type Holiday = SchoolHoliday & { id: string; source: string; checkedOn: string };
const at = (day: string) => new Date(`${day}T12:00:00Z`);

/** One line a zone: first and last day, where it was read and when. */
export function HolidayTable({ holidays }: { holidays: Holiday[] }) {
  const t = useTranslations('calls.holidays');
  if (holidays.length === 0) return <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>;
  return (
    <Table
      caption={t('title')}
      captionHidden
      stack
      rows={holidays}
      rowKey={(one) => one.id}
      columns={[
        { key: 'name', label: t('name'), cell: (one) => one.name },
        { key: 'zone', label: t('zone'), cell: (one) => one.zone },
        { key: 'from', label: t('from'), cell: (one) => <Day short date={at(one.from)} /> },
        { key: 'to', label: t('to'), cell: (one) => <Day short date={at(one.to)} /> },
        { key: 'source', label: t('source'), cell: (one) => one.source },
        { key: 'checked', label: t('checked'), cell: (one) => <Day short date={at(one.checkedOn)} /> },
        {
          key: 'remove',
          label: t('act'),
          cell: (one) => (
            <ActionForm action={removeHolidayAction} hidden={{ holidayId: one.id }}>
              <SubmitButton kind="quiet" size="small">
                {t('remove')}
                <span className="hidden-text">{` ${one.name}, ${one.zone}`}</span>
              </SubmitButton>
            </ActionForm>
          ),
        },
      ]}
    />
  );
}
