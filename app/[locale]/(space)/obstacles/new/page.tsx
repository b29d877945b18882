import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ObstacleForm } from '@/components/support/obstacle-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { isMember } from '@/lib/support/policy';
import { myChallenges } from '@/lib/support/queries/obstacles';

type Props = { searchParams: Promise<{ challenge?: string | string[]; audience?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('newObstacle.title') };
}

export default async function NewObstaclePage({ searchParams }: Props) {
  const viewer = await requireSignIn('/obstacles/new');
  if (!isMember(viewer)) notFound();
  const [challenges, { challenge, audience }] = await Promise.all([myChallenges(viewer), searchParams]);
  const t = await getTranslations('support');
  const privately = audience === 'coordination';
  return (
    <Page
      title={t('newObstacle.title')}
      lead={privately ? t('newObstacle.privateLead') : t('newObstacle.lead')}
      width="narrow"
      breadcrumbs={
        <Breadcrumbs items={[{ label: t('obstacles.title'), href: '/obstacles' }, { label: t('newObstacle.title') }]} />
      }
    >
      <ObstacleForm
        challenges={challenges}
        challenge={challenges.find((one) => one.slug === challenge)?.slug}
        privately={privately}
      />
    </Page>
  );
}
