import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkboxes } from '@/components/ui/choices';
import { dayText } from '@/components/ui/deadline';
import { Details } from '@/components/ui/disclosure';
import { TextInput } from '@/components/ui/text-input';
import { describeSeatAction } from '@/lib/jury/actions/juror';
import type { MySeat } from '@/lib/jury/queries/juror';

/** What a juror knows, and the half-days they can sit: what the assignment starts from. */
export function SeatFacts({ seat }: { seat: MySeat }) {
  const t = useTranslations('jury.seat');
  const locale = useLocale();
  const offered = seat.halfDays.length > 0;
  const label = (halfDay: string) =>
    `${dayText(new Date(`${halfDay.slice(0, 10)}T12:00:00Z`), { locale })}, ${t(halfDay.endsWith('am') ? 'morning' : 'afternoon')}`;
  return (
    <Details summary={t('describe')}>
      <ActionForm action={describeSeatAction} hidden={{ seatId: seat.id, offered: offered ? 'yes' : '' }}>
        <TextInput
          id={`themes-${seat.id}`}
          name="themes"
          label={t('themes')}
          help={t('themesHelp')}
          optional
          defaultValue={seat.themes.join(', ')}
        />
        <TextInput
          id={`skills-${seat.id}`}
          name="skills"
          label={t('skills')}
          help={t('skillsHelp')}
          optional
          defaultValue={seat.skills.join(', ')}
        />
        {offered ? (
          <Checkboxes
            id={`available-${seat.id}`}
            name="available"
            label={t('available')}
            optional
            options={seat.halfDays.map((value) => ({ value, label: label(value) }))}
            defaultValue={seat.available ?? seat.halfDays}
          />
        ) : null}
        <SubmitButton kind="secondary">{t('save')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
