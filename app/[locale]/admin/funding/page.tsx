import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { CohortRows } from '@/components/programme/cohort-rows';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { mayManageFunding } from '@/lib/funding/policy';
import { listCohorts } from '@/lib/programme/queries';

export async function generateMetadata() {
  return { title: (await getTranslations('funding'))('title') };
}

export default async function AdminFundingPage() {
  const viewer = await requireSignIn('/admin/funding');
  const cohorts = (await listCohorts(viewer)).filter((cohort) => mayManageFunding(viewer, cohort.id));
  if (!cohorts.length) notFound();
  const t = await getTranslations('funding');
  return (
    <Page
      title={t('title')}
      lead={t('choose')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('admin'), href: '/admin' }, { label: t('title') }]} />}
    >
      <CohortRows cohorts={cohorts} base="/admin/funding" />
    </Page>
  );
}
