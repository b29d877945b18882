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
    hint: <Hint item={item} today={today} />,
  }));
  return <TaskList label={label} tasks={tasks} />;
}

/** Whom it is about, who does it when that is not the mentor, and by when; once settled, by whom. */
function Hint({ item, today }: { item: ListItem; today: string }) {
  const t = useTranslations('onboarding');
  const closed = isClosed(item.state);
  const doer = item.definition.doer === 'operational_mentor' ? null : t(`doer.${item.definition.doer}`);
  const told = closed && item.byName ? t('settledBy', { name: item.byName }) : null;
  const parts = [item.about, doer, item.delegatedTo, told].filter(Boolean).join(' · ');
  return (
    <>
      {parts}
      {parts && item.dueOn && !told ? ' · ' : null}
      {told ? null : <Due day={item.dueOn} today={today} closed={closed} />}
    </>
  );
}
