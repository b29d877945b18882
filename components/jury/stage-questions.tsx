import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Status } from '@/components/ui/status';
import { DateInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { Moment } from '@/components/ui/time';
import { leaveQuestionOutAction, releaseQuestionAction } from '@/lib/jury/actions/questions';
import type { StageQuestion } from '@/lib/jury/queries/questions';
import { QUESTION_TONES } from './juror-questions';

/** Every question of a stage: those that wait are worded and let through, or left out; the others show where they stand. */
export function StageQuestions({ stageId, questions }: { stageId: string; questions: StageQuestion[] }) {
  const t = useTranslations('jury.questions');
  return (
    <ul className="rows">
      {questions.map((one) => (
        <li key={one.id} id={`question-${one.id}`} className="block">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <p className="min-w-0">
              <strong>{one.title}</strong> <span className="quiet figures">{one.reference}</span>
            </p>
            <Status tone={QUESTION_TONES[one.state]}>{t(`states.${one.state}`)}</Status>
          </div>
          <p className="whitespace-pre-line max-w-2xl">{one.body}</p>
          <p className="hint">
            {t('askedBy', { name: one.by })} <Moment date={one.createdAt} />
            {one.dueAt ? (
              <>
                {' · '}
                {t('due')} <Moment date={one.dueAt} />
              </>
            ) : null}
          </p>
          {one.asked ? (
            <p className="hint">
              {t('original')} {one.asked}
            </p>
          ) : null}
          {one.answer ? (
            <blockquote className="border-s-2 border-rule ps-4 whitespace-pre-line max-w-2xl">{one.answer}</blockquote>
          ) : null}
          {one.state === 'proposed' ? <Acts stageId={stageId} question={one} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Acts({ stageId, question }: { stageId: string; question: StageQuestion }) {
  const t = useTranslations('jury.questions');
  const hidden = { stageId, applicationId: question.applicationId, questionId: question.id };
  return (
    <>
      <Details summary={t('release')}>
        <ActionForm action={releaseQuestionAction} hidden={hidden}>
          <Textarea
            id={`wording-${question.id}`}
            name="wording"
            label={t('wording')}
            help={t('wordingHelp')}
            rows={3}
            defaultValue={question.body}
          />
          <DateInput id={`due-${question.id}`} name="due" label={t('answerBy')} />
          <SubmitButton>{t('releaseNow')}</SubmitButton>
        </ActionForm>
      </Details>
      <ActionForm action={leaveQuestionOutAction} hidden={hidden}>
        <SubmitButton kind="quiet" size="small">
          {t('setAside')}
          <span className="hidden-text"> : {question.body}</span>
        </SubmitButton>
      </ActionForm>
    </>
  );
}
