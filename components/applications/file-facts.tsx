import { useNow, useTranslations } from 'next-intl';
import { ZoneNote } from '@/components/calls/zone-note';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { Deadline, Moment } from '@/components/ui/time';
import { isWritable } from '@/lib/applications/policy';
import type { ApplicationFile } from '@/lib/applications/queries';
import { callState } from '@/lib/calls/states';
import { FileStatus } from './file-status';

/** State, reference, deadline, versions sent; and in one sentence what can still be done. */
export function FileFacts({ file }: { file: ApplicationFile }) {
  const t = useTranslations('applications.file');
  const now = useNow();
  const { call, submissions } = file;
  const closed = callState(call, now) === 'closed';
  return (
    <>
      <SummaryList
        items={[
          { key: 'state', label: t('state'), value: <FileStatus state={file.state} /> },
          ...(file.reference ? [{ key: 'reference', label: t('reference'), value: file.reference }] : []),
          {
            key: 'deadline',
            label: t(closed ? 'closed' : 'deadline'),
            value: closed ? (
              <Moment date={call.closesAt} zone={call.timeZone} />
            ) : (
              <>
                <Deadline date={call.closesAt} zone={call.timeZone} now={now} />
                <ZoneNote date={call.closesAt} zone={call.timeZone} />
              </>
            ),
          },
          ...(submissions.length > 0
            ? [
                {
                  key: 'versions',
                  label: t('versions'),
                  value: (
                    <ul>
                      {submissions.map((sent) => (
                        <li key={sent.id}>
                          <Link href={`/my-applications/${file.id}/versions/${sent.number}`}>
                            {t('version', { number: sent.number })}
                          </Link>{' '}
                          <Moment date={sent.receivedAt} zone={call.timeZone} />{' '}
                          {sent.inForce ? `(${t('inForce')})` : null}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
      {file.state === 'draft' && closed ? (
        <Notice tone="time" boxed title={t('tooLate')}>
          {t('tooLateText')}
        </Notice>
      ) : null}
      {file.state === 'submitted' && isWritable(file.state) && !closed ? (
        <Notice tone="info">{t('stillOpen')}</Notice>
      ) : null}
      {file.right === 'view' ? <Notice tone="info">{t('readOnly')}</Notice> : null}
    </>
  );
}
