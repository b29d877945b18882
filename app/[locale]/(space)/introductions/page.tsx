import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { IntroductionList } from '@/components/support/introduction-list';
import { SupportTabs } from '@/components/support/support-tabs';
import { requireSignIn } from '@/lib/auth/session';
import { introductionsOf } from '@/lib/support/queries/people';

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('introductions.title') };
}

export default async function IntroductionsPage() {
  const viewer = await requireSignIn('/introductions');
  const all = await introductionsOf(viewer);
  const t = await getTranslations('support.introductions');
  return (
    <Page title={t('title')} home="today" lead={t('lead')}>
      <SupportTabs viewer={viewer} current="introductions" />
      <IntroductionList title={t('received')} rows={all.filter((one) => !one.mine)} />
      <IntroductionList title={t('sent')} rows={all.filter((one) => one.mine)} />
    </Page>
  );
}
