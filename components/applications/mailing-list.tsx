import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import { Day } from '@/components/ui/time';

type Row = { id: string; subjectFr: string; target: string; count: number; createdAt: Date; sentAt: Date | null };

/** The mails written to many, newest first. */
export function MailingList({ slug, mailings }: { slug: string; mailings: Row[] }) {
  const t = useTranslations('mailing');
  if (mailings.length === 0) return <EmptyState title={t('many.none')} />;
  return (
    <Table
      caption={t('many.title')}
      captionHidden
      stack
      rows={mailings}
      rowKey={(row) => row.id}
      rowHref={(row) => `/admin/calls/${slug}/mailings/${row.id}`}
      columns={[
        { key: 'subject', label: t('columns.subject'), cell: (row) => row.subjectFr },
        {
          key: 'to',
          label: t('columns.to'),
          cell: (row) => t(`many.to.${row.target as 'files'}`),
        },
        {
          key: 'state',
          label: t('columns.state'),
          cell: ({ sentAt }) =>
            sentAt ? (
              <Status tone="good">{t.rich('many.sentOn', { date: () => <Day date={sentAt} short /> })}</Status>
            ) : (
              <Status tone="time">{t('many.notSent')}</Status>
            ),
        },
        { key: 'people', label: t('columns.people'), align: 'end', cell: (row) => (row.sentAt ? row.count : '') },
      ]}
    />
  );
}
