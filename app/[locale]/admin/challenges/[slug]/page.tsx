import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ChallengeForm } from '@/components/challenges/challenge-form';
import { ChallengeCrumbs, ChallengeTabs } from '@/components/challenges/challenge-tabs';
import { Page } from '@/components/layout/page';
import { EventTimeline } from '@/components/people/event-timeline';
import { ButtonLink } from '@/components/ui/button';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { managedChallenge } from '@/lib/challenges/queries/managed';
import { eventsOf } from '@/lib/people/queries/events';
import { organisationOptions } from '@/lib/people/queries/organisations';

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => managedChallenge(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  return { title: (await load((await params).slug))?.title };
}

export default async function AdminChallengePage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/challenges/${slug}`);
  const challenge = await load(slug);
  if (!challenge) notFound();
  const [t, organisations, events] = await Promise.all([
    getTranslations('challenges'),
    organisationOptions(viewer),
    eventsOf(viewer, { kind: 'challenge', id: challenge.id }),
  ]);
  return (
    <Page
      title={challenge.title}
      lead={challenge.cohort.name}
      breadcrumbs={<ChallengeCrumbs challenge={challenge} />}
      actions={
        <ButtonLink kind="secondary" href={`/challenges/${slug}`}>
          {t('admin.see')}
        </ButtonLink>
      }
    >
      <ChallengeTabs slug={slug} current="page" seats={challenge.seats.length} />
      <ChallengeForm challenge={challenge} organisations={organisations} />
      <EventTimeline events={events} />
    </Page>
  );
}
