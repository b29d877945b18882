import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Page } from '@/components/layout/page';
import { ObstacleFacts } from '@/components/support/obstacle-facts';
import { ObstacleSteps } from '@/components/support/obstacle-steps';
import { ObstacleHelp, ObstacleTalk } from '@/components/support/obstacle-talk';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { helpFor, obstacleOf, possibleOwners } from '@/lib/support/queries/obstacles';

type Props = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => obstacleOf(await currentViewer(), id));

export async function generateMetadata({ params }: Props) {
  const obstacle = await read((await params).id);
  return obstacle ? { title: obstacle.title } : {};
}

export default async function ObstaclePage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/obstacles/${id}`);
  const obstacle = await read(id);
  if (!obstacle) notFound();
  const t = await getTranslations('support');
  const about = { id, family: obstacle.family, text: obstacle.title, challenge: obstacle.slug };
  const [help, owners] = await Promise.all([helpFor(viewer, about), obstacle.leads ? possibleOwners(viewer, id) : []]);
  return (
    <Page
      title={obstacle.title}
      width="narrow"
      breadcrumbs={
        <Breadcrumbs items={[{ label: t('obstacles.title'), href: '/obstacles' }, { label: obstacle.title }]} />
      }
    >
      <ObstacleFacts obstacle={obstacle} />
      <ObstacleSteps obstacle={obstacle} owners={owners} />
      <ObstacleHelp help={help} challenge={obstacle.slug} />
      <ObstacleTalk obstacle={obstacle} />
    </Page>
  );
}
