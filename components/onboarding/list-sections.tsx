import { useLocale, useTranslations } from 'next-intl';
import { TaskRows } from '@/components/onboarding/task-rows';
import type { ChecklistView } from '@/lib/onboarding/queries/lists';
import { inLanguage } from '@/lib/onboarding/schema';
import { isClosed } from '@/lib/onboarding/states';

/** The whole list, by phase and section, in its own order. */
export function ListSections({ list, today }: { list: ChecklistView; today: string }) {
  const t = useTranslations('onboarding.lists');
  const locale = useLocale();
  return list.definition.phases.map((phase) => {
    const sections = list.definition.sections.filter(
      (section) => section.phase === phase.key && list.items.some((item) => item.sectionKey === section.key),
    );
    if (sections.length === 0) return null;
    return (
      <section key={phase.key} aria-labelledby={`phase-${phase.key}`} className="mt-10">
        <h2 id={`phase-${phase.key}`}>{inLanguage(phase.title, locale)}</h2>
        {sections.map((section) => {
          const items = list.items.filter((item) => item.sectionKey === section.key);
          const counted = items.filter((item) => !item.definition.optional);
          const closed = counted.filter((item) => isClosed(item.state)).length;
          return (
            <section key={section.key} aria-labelledby={`section-${section.key}`} className="mt-6" id={section.key}>
              <h3 id={`section-${section.key}`} className="flex flex-wrap items-baseline justify-between gap-x-4">
                {inLanguage(section.title, locale)}
                <span className="quiet figures font-normal">{t('closedOf', { closed, total: counted.length })}</span>
              </h3>
              {section.intro ? <p className="quiet">{inLanguage(section.intro, locale)}</p> : null}
              <TaskRows
                items={items}
                challenge={list.challenge.slug}
                today={today}
                label={inLanguage(section.title, locale)}
              />
            </section>
          );
        })}
      </section>
    );
  });
}
