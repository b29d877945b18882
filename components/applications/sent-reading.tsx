import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Moment } from '@/components/ui/time';
import { reopenReadingAction } from '@/lib/applications/actions/preselection';

/** A reading that was sent: when, and the way back while the file is not decided. */
export function SentReading({ readingId, sentAt, open }: { readingId: string; sentAt: Date; open: boolean }) {
  const t = useTranslations('correspondence.readings');
  return (
    <Notice tone="good" boxed title={t('isSent')}>
      <p>
        <Moment date={sentAt} />
      </p>
      {open ? (
        <ActionForm action={reopenReadingAction} hidden={{ readingId }}>
          <SubmitButton kind="secondary" size="small">
            {t('reopen')}
          </SubmitButton>
        </ActionForm>
      ) : (
        <p>{t('decided')}</p>
      )}
    </Notice>
  );
}
