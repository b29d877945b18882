import { useTranslations } from 'next-intl';
import { TaskRows } from '@/components/onboarding/task-rows';
import { addDays } from '@/lib/dates';
import type { ChecklistView } from '@/lib/onboarding/queries/lists';
import { isClosed, nextFirst } from '@/lib/onboarding/states';

const AHEAD_DAYS = 14;
const SHOWN = 6;

/** What comes first: blocked, late, and due within two weeks, in that order of time. */
export function NextTasks({ list, today }: { list: ChecklistView; today: string }) {
  const t = useTranslations('onboarding.list');
  const until = addDays(today, AHEAD_DAYS);
  const pressing = nextFirst(
    list.items.filter(
      (item) =>
        !isClosed(item.state) &&
        !item.definition.optional &&
        item.waitsFor.length === 0 &&
        (item.state === 'blocked' || (item.dueOn !== null && item.dueOn <= until)),
    ),
  ).slice(0, SHOWN);
  return (
    <section aria-labelledby="next" className="mt-8 print:hidden">
      <h2 id="next">{t('next')}</h2>
      {pressing.length === 0 ? (
        <p className="quiet mt-2">{t('nextNone')}</p>
      ) : (
        <TaskRows items={pressing} challenge={list.challenge.slug} today={today} label={t('next')} idPrefix="next-" />
      )}
    </section>
  );
}
