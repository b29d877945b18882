import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import { Moment } from '@/components/ui/time';
import type { LoggedMail } from '@/lib/applications/queries/mailings';

const MOST_ATTEMPTS = 12;
const stateOf = ({ sentAt, attempts }: LoggedMail) =>
  sentAt ? 'sent' : attempts >= MOST_ATTEMPTS ? 'failed' : attempts > 0 ? 'retrying' : 'waiting';
const TONES = { sent: 'good', failed: 'bad', retrying: 'time', waiting: 'neutral' } as const;

/** What was mailed about a file: to whom, when, in which words, and whether it left. */
export function MailLog({ mails, total }: { mails: LoggedMail[]; total: number }) {
  const t = useTranslations('mailing');
  if (mails.length === 0) return <EmptyState title={t('log.none')} />;
  return (
    <Table
      caption={t('log.caption', { count: total })}
      stack
      rows={mails}
      rowKey={(mail) => mail.id}
      columns={[
        {
          key: 'subject',
          label: t('columns.subject'),
          cell: (mail) => (
            <>
              {mail.subject}
              <Details summary={t('log.read')}>
                <p className="whitespace-pre-line break-words font-normal">{mail.text}</p>
              </Details>
            </>
          ),
        },
        { key: 'to', label: t('columns.to'), cell: (mail) => <span className="break-words">{mail.to}</span> },
        { key: 'sent', label: t('columns.sent'), cell: (mail) => <Moment date={mail.sentAt ?? mail.createdAt} /> },
        {
          key: 'state',
          label: t('columns.state'),
          cell: (mail) => (
            <>
              <Status tone={TONES[stateOf(mail)]}>{t(`log.states.${stateOf(mail)}`)}</Status>
              {mail.lastError && !mail.sentAt ? (
                <p className="hint">{t('log.error', { error: mail.lastError })}</p>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
