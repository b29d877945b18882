import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ChallengeGrid, ChallengePicture } from '@/components/challenges/challenge-card';
import { ChallengeFacts, ChallengeLinks, KeyFigures } from '@/components/challenges/challenge-facts';
import { ChallengeTeam } from '@/components/challenges/challenge-team';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Markdown } from '@/components/ui/markdown';
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
      <div className="grid items-start gap-x-10 gap-y-4 md:grid-cols-2">
        <ChallengePicture slug={challenge.slug} photoUrl={challenge.photoUrl} themes={challenge.themes} hue={hue} />
        <ChallengeFacts challenge={challenge} hue={hue} />
      </div>
      <KeyFigures figures={challenge.keyFigures} />
      {challenge.body ? <Markdown text={challenge.body} /> : null}
      <ChallengeTeam team={challenge.team} unshown={challenge.unshown} hue={hue} />
      <ChallengeLinks links={challenge.links} />
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
