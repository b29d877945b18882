import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { CohortForm } from '@/components/programme/cohort-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { mayManageCohort } from '@/lib/programme/policy';

export async function generateMetadata() {
  return { title: (await getTranslations('programme'))('create') };
}

export default async function NewCohortPage() {
  const viewer = await requireSignIn('/admin/cohorts/new');
  if (!mayManageCohort(viewer)) notFound();
  const t = await getTranslations('programme');
  const crumbs = [
    { label: t('admin'), href: '/admin' },
    { label: t('list.title'), href: '/admin/cohorts' },
    { label: t('create') },
  ];
  return (
    <Page title={t('create')} lead={t('createLead')} breadcrumbs={<Breadcrumbs items={crumbs} />}>
      <CohortForm />
    </Page>
  );
}
