import { useLocale, useTranslations } from 'next-intl';
import { Due } from '@/components/onboarding/due';
import { type Task, TaskList } from '@/components/ui/task-list';
import type { ListItem } from '@/lib/onboarding/queries/lists';
import { inLanguage } from '@/lib/onboarding/schema';
import { isClosed, TONES } from '@/lib/onboarding/states';

type Props = {
  items: ListItem[];
  challenge: string;
  today: string;
  label: string /** When the same item is listed twice on a page. */;
  idPrefix?: string;
};

/** Items as a task list: the verb, whom it is about, when, and the one word that says where it stands. */
export function TaskRows({ items, challenge, today, label, idPrefix = '' }: Props) {
  const t = useTranslations('onboarding');
  const locale = useLocale();
  const tasks: Task[] = items.map((item) => ({
    key: `${idPrefix}${item.id}`,
    label: inLanguage(item.definition.title, locale),
    href: `/onboarding/${challenge}/${item.id}`,
    status: t(`status.${item.status}`),
    tone: TONES[item.status],
    hint: (
      <>
        {[item.about, t(`doer.${item.definition.doer}`), item.delegatedTo].filter(Boolean).join(' · ')}
        {item.dueOn ? ' · ' : null}
        <Due day={item.dueOn} today={today} closed={isClosed(item.state)} />
      </>
    ),
  }));
  return <TaskList label={label} tasks={tasks} />;
}
