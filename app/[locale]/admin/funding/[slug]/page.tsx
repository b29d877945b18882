import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { FundingTable } from '@/components/funding/funding-table';
import { RecordFunding } from '@/components/funding/record-funding';
import { RuleSentence } from '@/components/funding/rule-sentence';
import { Page } from '@/components/layout/page';
import { EventTimeline } from '@/components/people/event-timeline';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { cohortFunding } from '@/lib/funding/queries';
import { eventsOf } from '@/lib/people/queries/events';

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => cohortFunding(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  return { title: (await load((await params).slug))?.cohort.name };
}

export default async function CohortFundingPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/funding/${slug}`);
  const funding = await load(slug);
  if (!funding) notFound();
  const [t, events] = await Promise.all([
    getTranslations('funding'),
    eventsOf(viewer, { kind: 'cohort', id: funding.cohort.id }),
  ]);
  const crumbs = [
    { label: t('admin'), href: '/admin' },
    { label: t('title'), href: '/admin/funding' },
    { label: funding.cohort.name },
  ];
  return (
    <Page
      title={t('of', { cohort: funding.cohort.name })}
      lead={<RuleSentence settings={funding.cohort.settings} />}
      width="wide"
      breadcrumbs={<Breadcrumbs items={crumbs} />}
      actions={
        <ButtonLink kind="secondary" href={`/admin/cohorts/${slug}`}>
          {t('changeRule')}
        </ButtonLink>
      }
    >
      {funding.challenges.length ? <FundingTable funding={funding} /> : <EmptyState title={t('none')} />}
      <RecordFunding funding={funding} />
      <EventTimeline events={events.filter((event) => event.name.startsWith('funding.'))} />
    </Page>
  );
}
