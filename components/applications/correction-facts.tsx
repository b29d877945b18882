import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Deadline, Moment } from '@/components/ui/time';
import { isOpen } from '@/lib/applications/corrections';
import type { MyCorrection } from '@/lib/applications/queries/corrections';

/** Why a correction is asked for and until when; or what became of it. */
export function CorrectionFacts({ correction, now }: { correction: MyCorrection; now: Date }) {
  const t = useTranslations('correspondence.corrections');
  const { file, answeredAt, submissionNumber: number } = correction;
  return (
    <>
      <Notice tone="info" title={t('whatIsAsked')}>
        <p className="whitespace-pre-wrap wrap-anywhere">{correction.reason}</p>
      </Notice>
      {canCorrect(correction, now) ? (
        <p>
          {t.rich('youHaveUntil', {
            date: () => <Deadline date={correction.dueAt} zone={file.call.timeZone} now={now} />,
          })}
        </p>
      ) : answeredAt && number ? (
        <Notice tone="good" boxed title={t('states.answered')}>
          <p>
            <Moment date={answeredAt} zone={file.call.timeZone} />.{' '}
            <Link href={`/my-applications/${file.id}/versions/${number}`}>{t('see', { number })}</Link>
          </p>
        </Notice>
      ) : (
        <Notice tone="time" boxed title={t(correction.state === 'cancelled' ? 'states.cancelled' : 'over')}>
          <p>
            {t(file.right === 'view' ? 'readOnly' : correction.state === 'cancelled' ? 'cancelledText' : 'overText')}
          </p>
        </Notice>
      )}
    </>
  );
}

/** Whether the viewer may still write this correction. */
export const canCorrect = ({ file, ...correction }: MyCorrection, now: Date): boolean =>
  file.right !== 'view' &&
  file.state !== 'withdrawn' &&
  !file.call.resultsPublishedAt &&
  isOpen(correction, file.call.graceSeconds, now);
