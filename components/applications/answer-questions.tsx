import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { Deadline, Moment } from '@/components/ui/time';
import { answerQuestionsAction } from '@/lib/applications/actions/preselection';

type Question = { id: string; body: string; dueAt: Date | null; answer: string; answeredAt: Date | null };
type Props = { applicationId: string; questions: Question[]; canAnswer: boolean; now: Date; zone: string };

/** The questions for the hearing, each with its answer: written, changed until the date, then only read. */
export function AnswerQuestions({ applicationId, questions, canAnswer, now, zone }: Props) {
  const t = useTranslations('correspondence.questions');
  const open = (question: Question) => canAnswer && (!question.dueAt || question.dueAt > now);
  const closed = questions.filter((question) => !open(question));
  const writable = questions.filter(open);
  return (
    <>
      {writable.length > 0 ? (
        <ActionForm action={answerQuestionsAction} hidden={{ applicationId }}>
          {writable.map((question) => (
            <Textarea
              key={question.id}
              id={`answer-${question.id}`}
              name={`answers.${question.id}`}
              label={question.body}
              help={
                question.dueAt
                  ? t.rich('until', { date: () => <Deadline date={question.dueAt as Date} now={now} zone={zone} /> })
                  : null
              }
              rows={5}
              defaultValue={question.answer}
            />
          ))}
          <SubmitButton>{t('sendAnswers')}</SubmitButton>
        </ActionForm>
      ) : null}
      {closed.map((question) => (
        <section key={question.id} className="my-6">
          <h2 className="text-lg whitespace-pre-wrap wrap-anywhere">{question.body}</h2>
          {question.answeredAt ? (
            <>
              <p className="whitespace-pre-wrap wrap-anywhere">{question.answer}</p>
              <p className="quiet">
                <Moment date={question.answeredAt} zone={zone} />
              </p>
            </>
          ) : (
            <Notice tone="neutral">{t('notAnswered')}</Notice>
          )}
        </section>
      ))}
    </>
  );
}
