import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Status } from '@/components/ui/status';
import { Textarea } from '@/components/ui/textarea';
import { askQuestionAction } from '@/lib/jury/actions/questions';
import type { JurorQuestion } from '@/lib/jury/queries/questions';

type Props = { placeId: string; back: 'files' | 'hearings'; closed: boolean; questions: JurorQuestion[] };

export const QUESTION_TONES = { proposed: 'time', withdrawn: 'neutral', sent: 'active', answered: 'good' } as const;

/** What the jury asks the project before hearing it, and what the project answered. */
export function JurorQuestions({ placeId, back, closed, questions }: Props) {
  const t = useTranslations('jury.questions');
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('title')}</h2>
      {questions.length ? (
        <ul className="rows">
          {questions.map((one) => (
            <li key={one.id} className="block">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                <p className="font-semibold whitespace-pre-line">
                  {one.text} {one.mine ? <span className="quiet font-normal">({t('mine')})</span> : null}
                </p>
                <Status tone={QUESTION_TONES[one.state]}>{t(`states.${one.state}`)}</Status>
              </div>
              {one.answer ? <p className="whitespace-pre-line max-w-2xl">{one.answer}</p> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{t('noneYet')}</p>
      )}
      {closed ? null : (
        <Details summary={t('ask')}>
          <ActionForm action={askQuestionAction} hidden={{ placeId, back }}>
            <Textarea name="text" label={t('text')} help={t('textHelp')} rows={3} />
            <SubmitButton kind="secondary">{t('send')}</SubmitButton>
          </ActionForm>
        </Details>
      )}
    </section>
  );
}
