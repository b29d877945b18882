import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { WhereItStands } from '@/components/publication/where-it-stands';
import { AwaitingList } from '@/components/today/awaiting-list';
import { Places } from '@/components/today/places';
import { awaitingApplications } from '@/lib/applications/awaiting';
import { chosenCohort, requireSignIn } from '@/lib/auth/session';
import { awaitingChallenges } from '@/lib/challenges/awaiting';
import { systemClock } from '@/lib/clock';
import { awaitingImports } from '@/lib/exchange/awaiting';
import { awaitingReviews } from '@/lib/jury/awaiting';
import { awaitingChecklists } from '@/lib/onboarding/awaiting';
import { cohortOverviews } from '@/lib/publication/queries/overview';
import { awaitingSupport } from '@/lib/support/awaiting';
import { inOrder } from '@/lib/today';

export async function generateMetadata() {
  return { title: (await getTranslations('today'))('title') };
}

export default async function TodayPage() {
  const viewer = await requireSignIn('/today');
  const t = await getTranslations('today');
  const awaiting = await Promise.all(
    [
      awaitingApplications,
      awaitingReviews,
      awaitingChallenges,
      awaitingChecklists,
      awaitingSupport,
      awaitingImports,
    ].map((read) => read(viewer, systemClock)),
  );
  const [cohorts, chosen] = await Promise.all([cohortOverviews(viewer), chosenCohort()]);
  return (
    <Page title={t('title')} lead={t('hello', { name: viewer.name })}>
      <section aria-labelledby="awaiting">
        <h2 id="awaiting">{t('awaitingTitle')}</h2>
        <AwaitingList items={inOrder(awaiting)} />
      </section>
      <WhereItStands viewer={viewer} cohorts={cohorts} chosen={chosen} now={systemClock()} />
      <section aria-labelledby="places">
        <h2 id="places">{t('placesTitle')}</h2>
        <Places viewer={viewer} />
      </section>
    </Page>
  );
}
