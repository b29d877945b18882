import { useTranslations } from 'next-intl';
import { StageNav } from '@/components/layout/stage-nav';
import { cohortHue } from '@/components/ui/status';
import type { CohortOverview } from '@/lib/publication/queries/overview';
import { currentCohort, stagesOf } from '@/lib/publication/year';

const PLACES = ['calls', 'cohorts', 'challenges', 'people', 'organisations', 'funding', 'imports', 'events'] as const;

/** The coordination's side navigation: the stages of the cohort at work, then the places that belong to no stage. */
export function CoordinationSide({ cohorts, now }: { cohorts: CohortOverview[]; now: Date }) {
  const t = useTranslations('coordination');
  const current = currentCohort(cohorts, undefined, now);
  if (!current) return null;
  return (
    <StageNav
      cohorts={cohorts.map(({ slug, name, colour }) => ({
        name,
        hue: cohortHue(colour),
        href: `/admin?cohort=${slug}`,
        current: slug === current.slug,
      }))}
      stages={stagesOf(current, now).map(({ key, time, href }) => ({ key, time, href, label: t(`stages.${key}`) }))}
      places={PLACES.map((place) => ({ href: `/admin/${place}`, label: t(`places.${place}`) }))}
    />
  );
}
