import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { AwaitingList } from '@/components/today/awaiting-list';
import { Places } from '@/components/today/places';
import { awaitingApplications } from '@/lib/applications/awaiting';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { awaitingReviews } from '@/lib/jury/awaiting';
import { awaitingChecklists } from '@/lib/onboarding/awaiting';
import { awaitingSupport } from '@/lib/support/awaiting';
import { inOrder } from '@/lib/today';

export async function generateMetadata() {
  return { title: (await getTranslations('today'))('title') };
}

export default async function TodayPage() {
  const viewer = await requireSignIn('/today');
  const t = await getTranslations('today');
  const awaiting = await Promise.all(
    [awaitingApplications, awaitingReviews, awaitingChecklists, awaitingSupport].map((read) =>
      read(viewer, systemClock),
    ),
  );
  return (
    <Page title={t('title')} lead={t('hello', { name: viewer.name })}>
      <section aria-labelledby="awaiting">
        <h2 id="awaiting">{t('awaitingTitle')}</h2>
        <AwaitingList items={inOrder(awaiting)} />
      </section>
      <section aria-labelledby="places">
        <h2 id="places">{t('placesTitle')}</h2>
        <Places viewer={viewer} />
      </section>
    </Page>
  );
}
