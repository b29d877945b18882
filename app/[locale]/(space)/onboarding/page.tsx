import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { MyLists } from '@/components/onboarding/my-lists';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/onboarding/days';
import { listsOf } from '@/lib/onboarding/queries/lists';

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding'))('title') };
}

export default async function MyChallengesPage() {
  const viewer = await requireSignIn('/onboarding');
  const t = await getTranslations('onboarding');
  const lists = await listsOf(viewer, dayOf(systemClock()));
  return (
    <Page title={t('title')} lead={t('lead')}>
      {lists.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
      ) : (
        <MyLists lists={lists} />
      )}
    </Page>
  );
}
