import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { CohortRows } from '@/components/programme/cohort-rows';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/panel';
import { currentViewer } from '@/lib/auth/session';
import { listCohorts } from '@/lib/programme/queries';

export async function generateMetadata() {
  return { title: (await getTranslations('programme'))('list.title') };
}

export default async function CohortsPage() {
  const t = await getTranslations('programme');
  const cohorts = await listCohorts(await currentViewer());
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('home'), href: '/' }, { label: t('list.title') }]} />}
    >
      {cohorts.length ? <CohortRows cohorts={cohorts} /> : <EmptyState title={t('list.empty')} />}
    </Page>
  );
}
