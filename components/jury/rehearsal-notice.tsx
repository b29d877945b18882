import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { deleteRehearsalAction, markRehearsalAction } from '@/lib/jury/actions/rehearsal';

/** On every page of a rehearsal: that it is one, the jury's invented marks, and its end in one act. */
export function RehearsalNotice({ stageId }: { stageId: string }) {
  const t = useTranslations('jury.rehearsal');
  return (
    <Notice tone="time" boxed title={t('title')}>
      <p>{t('notice')}</p>
      <div className="mt-3 flex flex-wrap items-start gap-x-4">
        <ActionForm action={markRehearsalAction} hidden={{ stageId }}>
          <SubmitButton kind="secondary" size="small">
            {t('mark')}
          </SubmitButton>
        </ActionForm>
        <Details summary={t('end')}>
          <ActionForm action={deleteRehearsalAction} hidden={{ stageId }}>
            <p>{t('endHelp')}</p>
            <SubmitButton kind="danger" size="small">
              {t('delete')}
            </SubmitButton>
          </ActionForm>
        </Details>
      </div>
    </Notice>
  );
}
