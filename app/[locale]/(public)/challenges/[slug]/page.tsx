import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ChallengeGrid, ChallengePicture } from '@/components/challenges/challenge-card';
import { ChallengeStory } from '@/components/challenges/challenge-story';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { cohortHue } from '@/components/ui/status';
import { currentViewer } from '@/lib/auth/session';
import { challengeBySlug, relatedChallenges } from '@/lib/challenges/queries';

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => challengeBySlug(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  const challenge = await load((await params).slug);
  return challenge ? { title: challenge.title, description: challenge.tagline } : {};
}

export default async function ChallengePage({ params }: Props) {
  const challenge = await load((await params).slug);
  if (!challenge) notFound();
  const [t, viewer] = await Promise.all([getTranslations('challenges'), currentViewer()]);
  const related = await relatedChallenges(viewer, challenge.id);
  const hue = cohortHue(challenge.cohort.colour);
  const crumbs = [
    { label: t('home'), href: '/' },
    { label: t('list.title'), href: '/challenges' },
  ];
  return (
    <Page
      title={challenge.title}
      lead={challenge.tagline || undefined}
      breadcrumbs={<Breadcrumbs items={[...crumbs, { label: challenge.title }]} />}
    >
      {challenge.published ? null : <Notice tone="time">{t('page.unpublished')}</Notice>}
      <div className="banner" data-cohort={hue}>
        <ChallengePicture slug={challenge.slug} photoUrl={challenge.photoUrl} themes={challenge.themes} hue={hue} />
      </div>
      <ChallengeStory challenge={challenge} hue={hue} />
      {related.length ? (
        <section aria-labelledby="related" className="no-print mt-12">
          <h2 id="related" className="mb-4">
            {t('page.related')}
          </h2>
          <ChallengeGrid challenges={related} />
        </section>
      ) : null}
    </Page>
  );
}
