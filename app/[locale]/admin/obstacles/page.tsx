import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { AgeTable } from '@/components/support/age-table';
import { ObstacleRows } from '@/components/support/obstacle-rows';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { obstacleAges, obstaclesFor } from '@/lib/support/queries/obstacles';
import { isCoordinator } from '@/lib/viewer';

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('ages.title') };
}

export default async function ObstacleAgesPage() {
  const viewer = await requireSignIn('/admin/obstacles');
  if (!isCoordinator(viewer)) notFound();
  const now = systemClock();
  const [ages, open] = await Promise.all([obstacleAges(viewer, now), obstaclesFor(viewer, { state: 'open' })]);
  const t = await getTranslations('support.ages');
  return (
    <Page title={t('title')} home="coordination" lead={t('lead')}>
      <AgeTable ages={ages} />
      <h2>{t('list')}</h2>
      <ObstacleRows obstacles={open.rows} now={now} />
    </Page>
  );
}
