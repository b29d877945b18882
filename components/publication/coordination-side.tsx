import { useFormatter, useTranslations } from 'next-intl';
import { StageNav } from '@/components/layout/stage-nav';
import { cohortHue } from '@/components/ui/status';
import { chooseCohortAction } from '@/lib/publication/actions';
import type { CohortOverview } from '@/lib/publication/queries/overview';
import { currentCohort, type StageKey, stagesFor } from '@/lib/publication/year';
import { isCoordinator, type Viewer } from '@/lib/viewer';

const PLACES = ['calls', 'cohorts', 'challenges', 'people', 'organisations', 'funding', 'imports', 'events'] as const;

type Props = { viewer: Viewer; cohorts: CohortOverview[]; chosen: string | undefined; now: Date };

/** The coordination's side navigation: the stages of the cohort at work, then the places that belong to no stage. */
export function CoordinationSide({ viewer, cohorts, chosen, now }: Props) {
  const t = useTranslations('coordination');
  const format = useFormatter();
  const current = currentCohort(cohorts, chosen, now);
  if (!current) return null;
  const places = isCoordinator(viewer) ? PLACES : (['cohorts'] as const);
  const when: Partial<Record<StageKey, string | null>> = {
    call:
      current.closesAt && t('until', { date: format.dateTime(current.closesAt, { day: 'numeric', month: 'short' }) }),
    intake: current.toExamine ? t('left', { count: current.toExamine }) : null,
    jury: current.reviews ? `${current.reviewsSent}/${current.reviews}` : null,
    welcome: current.lateItems ? t('late', { count: current.lateItems }) : null,
  };
  return (
    <StageNav
      choose={chooseCohortAction}
      cohorts={cohorts.map(({ slug, name, colour }) => ({
        slug,
        name,
        hue: cohortHue(colour),
        current: slug === current.slug,
      }))}
      stages={stagesFor(viewer, current, now).map(({ key, time, href }) => ({
        ...{ key, time, href, label: t(`stages.${key}`) },
        when: time === 'now' ? (when[key] ?? undefined) : undefined,
      }))}
      places={places.map((place) => ({ href: `/admin/${place}`, label: t(`places.${place}`) }))}
    />
  );
}
