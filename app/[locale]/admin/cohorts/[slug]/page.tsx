import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { EventTimeline } from '@/components/people/event-timeline';
import { CohortForm } from '@/components/programme/cohort-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Figures } from '@/components/ui/summary-list';
import { requireSignIn } from '@/lib/auth/session';
import { eventsOf } from '@/lib/people/queries/events';
import { mayManageCohort } from '@/lib/programme/policy';
import { cohortBySlug } from '@/lib/programme/queries';

type Props = { params: Promise<{ slug: string }> };

export default async function AdminCohortPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/cohorts/${slug}`);
  const cohort = await cohortBySlug(viewer, slug);
  if (!cohort || !mayManageCohort(viewer, cohort.id)) notFound();
  const [t, events] = await Promise.all([
    getTranslations('programme'),
    eventsOf(viewer, { kind: 'cohort', id: cohort.id }),
  ]);
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
