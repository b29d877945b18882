import { useTranslations } from 'next-intl';
import { useHalfDay } from '@/components/jury/use-half-day';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkboxes, Radios } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { noteAbsenceAction, sayJurorHalfDaysAction } from '@/lib/jury/actions/absence';
import type { SeatRow } from '@/lib/jury/queries/assignment';

type Props = { stageId: string; halfDays: string[]; seats: SeatRow[] };

/** A juror calls: they will not come, they sit after all, or they can only on some half-days. */
export function JurorAbsence({ stageId, halfDays, seats }: Props) {
  const t = useTranslations('jury.absence');
  const halfDay = useHalfDay();
  const seated = seats.filter(({ state, charterAt }) => state === 'accepted' || (state === 'declined' && charterAt));
  if (seated.length === 0) return null;
  const options = seated.map(({ id, name, state }) => ({
    value: id,
    label: state === 'declined' ? t('gone', { name }) : name,
  }));
  return (
    <>
      <Details summary={t('title')}>
        <ActionForm action={noteAbsenceAction} hidden={{ stageId }}>
          <p>{t('help')}</p>
          <Select id="absence-seat" name="seatId" label={t('juror')} placeholder="" options={options} />
          <Radios
            name="act"
            label={t('act')}
            defaultValue="absent"
            options={[
              { value: 'absent', label: t('absent') },
              { value: 'back', label: t('back') },
            ]}
          />
          <TextInput name="note" label={t('note')} optional />
          <SubmitButton kind="secondary">{t('save')}</SubmitButton>
        </ActionForm>
      </Details>
      {halfDays.length > 0 ? (
        <Details summary={t('halfDaysTitle')}>
          <ActionForm action={sayJurorHalfDaysAction} hidden={{ stageId }}>
            <Select id="half-days-seat" name="seatId" label={t('juror')} placeholder="" options={options} />
            <Checkboxes
              id="half-days-available"
              name="available"
              label={t('available')}
              help={t('availableHelp')}
              optional
              options={halfDays.map((value) => ({ value, label: halfDay(value) }))}
            />
            <SubmitButton kind="secondary">{t('saveHalfDays')}</SubmitButton>
          </ActionForm>
        </Details>
      ) : null}
    </>
  );
}
