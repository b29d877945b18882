import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StatisticsView } from '@/components/applications/statistics-view';
import { CallCrumbs } from '@/components/calls/call-crumbs';
import { Page } from '@/components/layout/page';
import { EmptyState } from '@/components/ui/panel';
import { callStatistics } from '@/lib/applications/queries/statistics';
import { requireSignIn } from '@/lib/auth/session';
import { managedCall } from '@/lib/calls/queries';
import { systemClock } from '@/lib/clock';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('statistics'))('title') };
}

/** What happened in a call, in figures. */
export default async function StatisticsPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/statistics`);
  const call = await managedCall(viewer, slug);
  const form = call?.form ?? call?.draftForm;
  const statistics = call && form ? await callStatistics(viewer, call, form.definition, systemClock()) : null;
  if (!call || !statistics) notFound();
  const t = await getTranslations('statistics');
  return (
    <Page
      title={t('title')}
      lead={t('lead', { call: call.title })}
      breadcrumbs={<CallCrumbs call={call} path={[{ label: t('title') }]} />}
    >
      {statistics.steps[0]?.count ? (
        <StatisticsView slug={slug} statistics={statistics} />
      ) : (
        <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>
      )}
    </Page>
  );
}
