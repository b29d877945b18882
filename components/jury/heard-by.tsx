import { useLocale, useTranslations } from 'next-intl';
import { hourText } from '@/components/ui/deadline';
import { Table } from '@/components/ui/table';
import type { HeardBy as Row } from '@/lib/jury/queries/attendance';

/** Hearing by hearing: who heard it, and who had stood aside. What the minutes are checked against. */
export function HeardBy({ hearings }: { hearings: Row[] }) {
  const t = useTranslations('jury.attendance');
  const panel = useTranslations('jury.panels');
  const locale = useLocale();
  const hour = (date: Date | null) => (date ? hourText(date, { locale }) : '—');
  return (
    <Table
      caption={t('byHearing')}
      stack
      rows={hearings}
      rowKey={(row) => row.id}
      rowHref={(row) => `/jury/hearings/${row.id}`}
      columns={[
        { key: 'file', label: panel('file'), cell: (row) => row.title },
        { key: 'hour', label: panel('hour'), cell: (row) => `${hour(row.startsAt)} – ${hour(row.endsAt)}` },
        { key: 'panel', label: t('room'), cell: (row) => panel('panel', { name: row.panel }) },
        { key: 'present', label: t('heardBy'), cell: (row) => row.present.join(', ') || '—' },
        { key: 'aside', label: t('aside'), cell: (row) => row.aside.join(', ') || '—' },
      ]}
    />
  );
}
