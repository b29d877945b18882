import { useTranslations } from 'next-intl';
import { TaskList } from '@/components/ui/task-list';
import type { TieTask } from '@/lib/jury/queries/ties';

/** Stages whose titles a juror is asked to go through before any file opens. */
export function TiesToDeclare({ ties }: { ties: TieTask[] }) {
  const t = useTranslations('jury.ties');
  if (ties.length === 0) return null;
  return (
    <section aria-labelledby="ties">
      <h2 id="ties">{t('title')}</h2>
      <TaskList
        label={t('title')}
        tasks={ties.map((one) => ({
          key: one.stageId,
          label: t('goThrough', { call: one.call }),
          href: `/jury/ties/${one.stageId}`,
          hint: one.stage,
          status: one.doneAt ? t('done') : t('todo'),
          tone: one.doneAt ? 'good' : 'neutral',
        }))}
      />
    </section>
  );
}
