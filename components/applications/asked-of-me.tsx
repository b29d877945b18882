import { useTranslations } from 'next-intl';
import { TaskList } from '@/components/ui/task-list';
import { Deadline } from '@/components/ui/time';
import type { Asked } from '@/lib/applications/queries/talk';

/** What the team asks of those who made a file, first on its page; and the way to write to it. */
export function AskedOfMe({
  applicationId,
  asked,
  sent,
  zone,
}: {
  applicationId: string;
  asked: Asked | null;
  sent: boolean;
  /** The call's own. */
  zone: string;
}) {
  const t = useTranslations('correspondence.asked');
  if (!asked) return null;
  if (!sent) return <p className="quiet my-6">{t('draft')}</p>;
  const base = `/my-applications/${applicationId}`;
  const { correction, questions } = asked;
  return (
    <section aria-labelledby="asked" className="my-8">
      <h2 id="asked">{t('title')}</h2>
      <TaskList
        label={t('title')}
        tasks={[
          ...(correction
            ? [
                {
                  key: 'correction',
                  label: t('correction', { count: correction.fields }),
                  href: `${base}/corrections/${correction.id}`,
                  status: <Deadline date={correction.dueAt} zone={zone} />,
                  tone: 'time' as const,
                },
              ]
            : []),
          ...(questions.all > 0
            ? [
                {
                  key: 'questions',
                  label: t('questions', { count: questions.all }),
                  href: `${base}/questions`,
                  status: questions.dueAt ? <Deadline date={questions.dueAt} zone={zone} /> : t('answered'),
                  tone: questions.waiting > 0 ? ('time' as const) : ('good' as const),
                },
              ]
            : []),
          {
            key: 'messages',
            label: t('messages'),
            href: `${base}/messages`,
            status: asked.unread > 0 ? t('unread', { count: asked.unread }) : t('written', { count: asked.messages }),
            tone: asked.unread > 0 ? ('time' as const) : ('neutral' as const),
          },
        ]}
      />
    </section>
  );
}
