import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { CohortStages } from '@/components/publication/cohort-stages';
import { EmptyState } from '@/components/ui/panel';
import { chosenCohort, requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { cohortOverviews } from '@/lib/publication/queries/overview';
import { currentCohort } from '@/lib/publication/year';
import { isTeam } from '@/lib/viewer';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('coordination'))('title') };
}

export default async function CoordinationPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin');
  if (!isTeam(viewer)) notFound();
  const [t, cohorts, { cohort: asked }, chosen] = await Promise.all([
    getTranslations('coordination'),
    cohortOverviews(viewer),
    searchParams,
    chosenCohort(),
  ]);
  const now = systemClock();
  const cohort = currentCohort(cohorts, typeof asked === 'string' ? asked : chosen, now);
  return (
    <Page title={t('title')} lead={cohort ? t('lead', { cohort: cohort.name }) : undefined} width="wide">
      {cohort ? <CohortStages viewer={viewer} cohort={cohort} now={now} /> : <EmptyState title={t('empty')} />}
    </Page>
  );
}
