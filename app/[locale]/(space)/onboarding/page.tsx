import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { MyCalendar } from '@/components/onboarding/my-calendar';
import { MyLists } from '@/components/onboarding/my-lists';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { env } from '@/lib/env';
import { myCalendar } from '@/lib/onboarding/queries/calendar';
import { listsOf } from '@/lib/onboarding/queries/lists';

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding'))('title') };
}

export default async function MyChallengesPage() {
  const viewer = await requireSignIn('/onboarding');
  const t = await getTranslations('onboarding');
  const [lists, token] = await Promise.all([listsOf(viewer, dayOf(systemClock())), myCalendar(viewer)]);
  const address = token ? `${new URL(env().NEXTAUTH_URL).origin}/api/onboarding/calendar/${token}.ics` : null;
  return (
    <Page title={t('title')} home="today" lead={t('lead')}>
      {lists.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
      ) : (
        <>
          <MyLists lists={lists} />
          <MyCalendar address={address} />
        </>
      )}
    </Page>
  );
}
