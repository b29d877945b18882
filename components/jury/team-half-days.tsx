import { useTranslations } from 'next-intl';
import { useHalfDay } from '@/components/jury/use-half-day';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkboxes } from '@/components/ui/choices';
import { Notice } from '@/components/ui/notice';
import { sayTeamHalfDaysAction } from '@/lib/jury/actions/teams';
import type { AskedHalfDays } from '@/lib/jury/queries/teams';

/** A team says when it can come to its hearing. */
export function TeamHalfDays({ asked }: { asked: AskedHalfDays }) {
  const t = useTranslations('jury.teams');
  const halfDay = useHalfDay();
  const { stageId, applicationId, halfDays, available } = asked;
  return (
    <section aria-labelledby="half-days">
      <h2 id="half-days">{t('mine')}</h2>
      <p>{t('mineHelp')}</p>
      {available?.length === 0 ? <Notice tone="time">{t('neverSaid')}</Notice> : null}
      <ActionForm action={sayTeamHalfDaysAction} hidden={{ stageId, applicationId, back: 'hearing' }}>
        <Checkboxes
          name="available"
          label={t('available')}
          help={t('availableHelp')}
          optional
          options={halfDays.map((value) => ({ value, label: halfDay(value) }))}
          defaultValue={available ?? halfDays}
        />
        <SubmitButton>{t('save')}</SubmitButton>
      </ActionForm>
    </section>
  );
}
