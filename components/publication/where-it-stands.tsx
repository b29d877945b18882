import { getTranslations } from 'next-intl/server';
import { CohortStages } from '@/components/publication/cohort-stages';
import type { CohortOverview } from '@/lib/publication/queries/overview';
import { currentCohort } from '@/lib/publication/year';
import type { Viewer } from '@/lib/viewer';

type Props = { viewer: Viewer; cohorts: CohortOverview[]; chosen: string | undefined; now: Date };

/** For the team: the cohort at work, stage by stage, under what awaits them. */
export async function WhereItStands({ viewer, cohorts, chosen, now }: Props) {
  const cohort = currentCohort(cohorts, chosen, now);
  if (!cohort) return null;
  const t = await getTranslations('coordination');
  return (
    <section aria-labelledby="stands">
      <h2 id="stands">{t('stands', { cohort: cohort.name })}</h2>
      <CohortStages viewer={viewer} cohort={cohort} now={now} />
    </section>
  );
}
