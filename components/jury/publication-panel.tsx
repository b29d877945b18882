import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choices';
import { Notice } from '@/components/ui/notice';
import { Figures } from '@/components/ui/summary-list';
import { DateInput } from '@/components/ui/text-input';
import { Moment } from '@/components/ui/time';
import { publishResultsAction, scheduleResultsAction, unscheduleResultsAction } from '@/lib/jury/actions/coordinator';
import type { Announcement } from '@/lib/jury/queries/publication';

type Props = {
  stage: { id: string; callId: string; resultsPublishedAt: Date | null };
  announcement: Announcement;
  letters: number;
};

/** What will be announced, the letters to read first, and the two ways to publish. */
export function PublicationPanel({ stage, announcement, letters }: Props) {
  const t = useTranslations('jury.publish');
  const states = useTranslations('applications.states');
  const hidden = { stageId: stage.id, callId: stage.callId };
  return (
    <>
      <h2>{t('tally')}</h2>
      <Figures
        items={announcement.tally.map(({ state, count }) => ({ label: states(state as 'selected'), value: count }))}
      />
      <p>
        <ButtonLink kind="secondary" href={`/admin/jury/${stage.id}/publication/letters`}>
          {t('preview')}
        </ButtonLink>
      </p>
      {stage.resultsPublishedAt ? (
        <Notice tone="good">
          {t('published')} <Moment date={stage.resultsPublishedAt} />.
        </Notice>
      ) : announcement.undecided ? (
        <Notice tone="time">{t('undecided', { count: announcement.undecided })}</Notice>
      ) : (
        <>
          <Notice tone="good">{t('ready')}</Notice>
          <h2>{t('now')}</h2>
          <ActionForm action={publishResultsAction} hidden={hidden}>
            <p>{t('nowHelp', { count: letters })}</p>
            <Checkbox name="confirm" value="yes" label={t('confirm')} />
            <SubmitButton>{t('now')}</SubmitButton>
          </ActionForm>
          <h2>{t('later')}</h2>
          {announcement.scheduledFor ? (
            <ActionForm action={unscheduleResultsAction} hidden={hidden}>
              <p>
                {t('scheduledFor')} <Moment date={announcement.scheduledFor} />.
              </p>
              <SubmitButton kind="secondary">{t('unschedule')}</SubmitButton>
            </ActionForm>
          ) : (
            <ActionForm action={scheduleResultsAction} hidden={hidden}>
              <DateInput withTime name="at" label={t('at')} />
              <SubmitButton kind="secondary">{t('schedule')}</SubmitButton>
            </ActionForm>
          )}
        </>
      )}
    </>
  );
}
