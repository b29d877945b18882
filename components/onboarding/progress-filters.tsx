import { useLocale, useTranslations } from 'next-intl';
import { FilterLinks } from '@/components/ui/tabs-nav';
import type { FollowedCohort } from '@/lib/onboarding/queries/progress';
import { inLanguage } from '@/lib/onboarding/schema';

/** Which cohort, which list: links, so that the address is the choice. */
export function ProgressFilters({
  cohorts,
  cohort,
  list,
}: {
  cohorts: FollowedCohort[];
  cohort?: string;
  list: string;
}) {
  const t = useTranslations('onboarding.progress');
  const locale = useLocale();
  const current = cohorts.find((one) => one.slug === cohort);
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
      {current && current.lists.length > 1 ? (
        <FilterLinks
          label={t('lists')}
          options={current.lists.map((one) => ({
            href: `/admin/onboarding?cohort=${current.slug}&list=${one.key}`,
            label: inLanguage(one.title, locale),
            count: one.challenges,
            current: one.key === list,
          }))}
        />
      ) : null}
    </>
  );
}
