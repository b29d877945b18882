import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/choices';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { answerInvitationAction } from '@/lib/jury/actions/juror';
import type { MySeat } from '@/lib/jury/queries/juror';
import { SeatFacts } from './seat-facts';

/** An invitation to answer, charter before the buttons; once answered, a sentence that says how things stand. */
export function SeatCard({ seat }: { seat: MySeat }) {
  const t = useTranslations('jury.seat');
  if (seat.state !== 'invited')
    return (
      <div className="mb-8">
        <Notice tone={seat.state === 'accepted' ? 'good' : 'neutral'}>{t(seat.state, { call: seat.call })}</Notice>
        {seat.state === 'accepted' ? <SeatFacts seat={seat} /> : null}
      </div>
    );
  const charter = t.raw('charter') as string[];
  return (
    <section aria-labelledby={`seat-${seat.id}`} className="max-w-2xl">
      <h2 id={`seat-${seat.id}`}>{t('invitedTitle')}</h2>
      <p>{t('invited', { call: seat.call, cohort: seat.cohort })}</p>
      <h3>{t('charterTitle')}</h3>
      <ul className="prose">
        {charter.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ActionForm action={answerInvitationAction} hidden={{ seatId: seat.id }}>
        <Checkbox name="charter" value="yes" label={t('charterBox')} />
        <Textarea name="note" label={t('note')} optional rows={2} />
        <div className="btn-row">
          <SubmitButton name="answer" value="accepted">
            {t('accept')}
          </SubmitButton>
          <SubmitButton kind="secondary" name="answer" value="declined">
            {t('decline')}
          </SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
