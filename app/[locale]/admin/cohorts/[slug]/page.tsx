import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Page } from '@/components/layout/page';
import { EventTimeline } from '@/components/people/event-timeline';
import { CohortForm } from '@/components/programme/cohort-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Figures } from '@/components/ui/summary-list';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { eventsOf } from '@/lib/people/queries/events';
import { managedCohort } from '@/lib/programme/queries';

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => managedCohort(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  return { title: (await load((await params).slug))?.name };
}

export default async function AdminCohortPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/cohorts/${slug}`);
  const [cohort, t] = await Promise.all([load(slug), getTranslations('programme')]);
  if (!cohort) notFound();
  const events = await eventsOf(viewer, { kind: 'cohort', id: cohort.id });
  const crumbs = [
    { label: t('admin'), href: '/admin' },
    { label: t('list.title'), href: '/admin/cohorts' },
    { label: cohort.name },
  ];
  return (
    <Page
      title={cohort.name}
      breadcrumbs={<Breadcrumbs items={crumbs} />}
      actions={
        <>
          <ButtonLink kind="secondary" href={`/admin/challenges?cohort=${slug}`}>
            {t('seeChallenges')}
          </ButtonLink>
          <ButtonLink kind="secondary" href={`/admin/funding/${slug}`}>
            {t('seeFunding')}
          </ButtonLink>
        </>
      }
    >
      <Figures
        items={(['challenges', 'fellows', 'mentors', 'hosts'] as const).map((key) => ({
          label: t(`figures.${key}`, { count: cohort[key] }),
          value: cohort[key],
        }))}
      />
      <CohortForm cohort={cohort} />
      <EventTimeline events={events} />
    </Page>
  );
}
