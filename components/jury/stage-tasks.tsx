import { useTranslations } from 'next-intl';
import { TaskList } from '@/components/ui/task-list';
import type { Progress } from '@/lib/jury/queries/progress';
import { type Part, partHref } from './stage-parts';

const tone = { todo: 'neutral', doing: 'active', done: 'good' } as const;
const stateOf = (done: number, all: number) => (all > 0 && done >= all ? 'done' : done > 0 ? 'doing' : 'todo');

/** The stage as a list of what remains to be done, each with its count in words. */
export function StageTasks({ id, progress, published }: { id: string; progress: Progress; published: boolean }) {
  const t = useTranslations('jury.overview');
  const { jurors, files, given, assigned, sent, decided, conflictsToJudge, questionsToSend } = progress;
  const lines: [keyof IntlTasks, Part, string, 'todo' | 'doing' | 'done'][] = [
    ['jurors', 'jurors', t('counts.jurors', { count: jurors }), jurors > 0 ? 'done' : 'todo'],
    ['conflicts', 'conflicts', t('counts.conflicts', { count: conflictsToJudge }), conflictsToJudge ? 'todo' : 'done'],
    ['assignment', 'assignment', t('counts.files', { given, total: files }), stateOf(given, files)],
    ['questions', 'questions', t('counts.questions', { count: questionsToSend }), questionsToSend ? 'todo' : 'done'],
    ['marks', 'ranking', t('counts.sent', { sent, assigned }), stateOf(sent, assigned)],
    ['decide', 'ranking', t('counts.decided', { decided, total: files }), stateOf(decided, files)],
    ['publish', 'publication', '', published ? 'done' : 'todo'],
  ];
  return (
    <TaskList
      label={t('next')}
      tasks={lines.map(([key, part, hint, state]) => ({
        key,
        label: t(`tasks.${key}`),
        href: partHref(id, part),
        hint,
        status: t(state),
        tone: tone[state],
      }))}
    />
  );
}

type IntlTasks = Record<'jurors' | 'conflicts' | 'assignment' | 'questions' | 'marks' | 'decide' | 'publish', string>;
