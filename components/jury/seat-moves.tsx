import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { seatJurorAction } from '@/lib/jury/actions/timetable';

type Props = {
  stageId: string;
  jurors: { id: string; name: string }[];
  panels: { id: string; name: string; members: { id: string }[] }[];
};

/** A juror put on another panel, or on none, by hand; what it breaks is said above. */
export function SeatMoves({ stageId, jurors, panels }: Props) {
  const t = useTranslations('jury.timetable');
  const panelOf = (id: string) => panels.find(({ members }) => members.some((one) => one.id === id))?.name;
  return (
    <Details summary={t('seat')}>
      <ActionForm action={seatJurorAction} hidden={{ stageId }}>
        <Select
          id="seat-juror"
          name="personId"
          label={t('juror')}
          placeholder=""
          options={jurors.map(({ id, name }) => {
            const panel = panelOf(id);
            return { value: id, label: panel ? t('seated', { name, panel }) : t('unseated', { name }) };
          })}
        />
        <Select
          id="seat-panel"
          name="panelId"
          label={t('panel')}
          placeholder={t('noPanel')}
          optional
          options={panels.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton kind="secondary">{t('seatButton')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
