import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkboxes } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Status } from '@/components/ui/status';
import { DateInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { Deadline, Moment } from '@/components/ui/time';
import {
  proposeQuestionAction,
  sendQuestionsAction,
  withdrawQuestionAction,
} from '@/lib/applications/actions/preselection';
import type { QuestionLine } from '@/lib/applications/queries/preselection';

const TONES = { proposed: 'neutral', sent: 'time', answered: 'good', withdrawn: 'neutral' } as const;
type Props = { applicationId: string; questions: QuestionLine[]; proposedDue: string };

/** Questions for the hearing: proposed by readers, chosen and sent by the coordination, answered by the applicant. */
export function HearingQuestions({ applicationId, questions, proposedDue }: Props) {
  const t = useTranslations('correspondence.questions');
  const proposed = questions.filter(({ state }) => state === 'proposed');
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('title')}</h2>
      <p className="quiet">{t('lead')}</p>
      {questions.length === 0 ? <p>{t('none')}</p> : null}
      <ul className="rows">
        {questions.map((question) => (
          <li key={question.id} className="block">
            <Question question={question} />
          </li>
        ))}
      </ul>
      {proposed.length > 0 ? (
        <ActionForm action={sendQuestionsAction} hidden={{ applicationId }} className="mt-6">
          <Checkboxes
            name="questions"
            label={t('choose')}
            defaultValue={proposed.map(({ id }) => id)}
            options={proposed.map(({ id, body }) => ({ value: id, label: body }))}
          />
          <DateInput id="questions-due" name="due" label={t('due')} help={t('dueHelp')} defaultValue={proposedDue} />
          <SubmitButton>{t('send')}</SubmitButton>
        </ActionForm>
      ) : null}
      <Details summary={t('propose')}>
        <ActionForm action={proposeQuestionAction} hidden={{ applicationId }} resetOnDone>
          <Textarea id="question-body" name="body" label={t('body')} help={t('bodyHelp')} rows={3} />
          <SubmitButton kind="secondary">{t('keep')}</SubmitButton>
        </ActionForm>
      </Details>
    </section>
  );
}

function Question({ question }: { question: QuestionLine }) {
  const t = useTranslations('correspondence.questions');
  return (
    <>
      <p className="flex flex-wrap justify-between gap-x-6">
        <Status tone={TONES[question.state]}>{t(`states.${question.state}`)}</Status>
        <span className="quiet">{question.by}</span>
      </p>
      <p className="my-1 whitespace-pre-wrap wrap-anywhere">{question.body}</p>
      {question.state === 'sent' && question.dueAt ? (
        <p className="quiet">{t.rich('until', { date: () => <Deadline date={question.dueAt as Date} /> })}</p>
      ) : null}
      {question.answeredAt ? (
        <blockquote className="my-2 border-s-2 border-good-line ps-4">
          <p className="whitespace-pre-wrap wrap-anywhere">{question.answer}</p>
          <p className="quiet">
            <Moment date={question.answeredAt} />
          </p>
        </blockquote>
      ) : (
        <ActionForm action={withdrawQuestionAction} hidden={{ questionId: question.id }}>
          <SubmitButton kind="quiet" size="small">
            {t('withdraw')}
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
