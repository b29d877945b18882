import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { CohortRows } from '@/components/programme/cohort-rows';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { mayManageCohort } from '@/lib/programme/policy';
import { listCohorts } from '@/lib/programme/queries';
import { isTeam } from '@/lib/viewer';

export async function generateMetadata() {
  return { title: (await getTranslations('programme'))('list.title') };
}

export default async function AdminCohortsPage() {
  const viewer = await requireSignIn('/admin/cohorts');
  if (!isTeam(viewer)) notFound();
  const [t, cohorts] = await Promise.all([getTranslations('programme'), listCohorts(viewer)]);
  return (
    <Page
      title={t('list.title')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('admin'), href: '/admin' }, { label: t('list.title') }]} />}
      actions={mayManageCohort(viewer) ? <ButtonLink href="/admin/cohorts/new">{t('create')}</ButtonLink> : undefined}
    >
      {cohorts.length ? (
        <CohortRows cohorts={cohorts} base="/admin/cohorts" />
      ) : (
        <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>
      )}
    </Page>
  );
}
