import { useLocale, useTranslations } from 'next-intl';
import { FilterLinks } from '@/components/ui/tabs-nav';
import type { FollowedCohort } from '@/lib/onboarding/queries/progress';
import type { Bilingual } from '@/lib/onboarding/schema';
import { inLanguage } from '@/lib/onboarding/schema';
import { knownLists } from '@/lib/onboarding/templates';

/** Which cohort, which list: links, so that the address is the choice. */
export function ProgressFilters({
  cohorts,
  cohort,
  list,
  published,
}: {
  cohorts: FollowedCohort[];
  cohort?: string;
  list: string;
  published: { key: string; title: Bilingual }[];
}) {
  const t = useTranslations('onboarding.progress');
  const locale = useLocale();
  const current = cohorts.find((one) => one.slug === cohort);
  const lists = knownLists(current?.lists ?? [], published);
  return (
    <>
      {cohorts.length > 1 ? (
        <FilterLinks
          label={t('cohorts')}
          options={cohorts.map((one) => ({
            href: `/admin/onboarding?cohort=${one.slug}&list=${list}`,
            label: one.name,
            current: one.slug === cohort,
          }))}
        />
      ) : null}
      {current && lists.length > 1 ? (
        <FilterLinks
          label={t('lists')}
          options={lists.map((one) => ({
            href: `/admin/onboarding?cohort=${current.slug}&list=${one.key}`,
            label: inLanguage(one.title, locale),
            count: current.lists.find((running) => running.key === one.key)?.challenges,
            current: one.key === list,
          }))}
        />
      ) : null}
    </>
  );
}
