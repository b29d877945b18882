import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { RehearsalForm } from '@/components/jury/rehearsal-form';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { runsJury } from '@/lib/jury/policy';
import { cohortsForRehearsals } from '@/lib/jury/queries/stages';
import { rubricTemplates } from '@/lib/jury/templates';

export async function generateMetadata() {
  return { title: (await getTranslations('jury.rehearsal'))('new') };
}

export default async function RehearsalPage() {
  const viewer = await requireSignIn('/admin/jury/rehearsal');
  if (!runsJury(viewer)) notFound();
  const t = await getTranslations('jury');
  const locale = (await getLocale()) === 'en' ? 'en' : 'fr';
  return (
    <Page
      width="narrow"
      title={t('rehearsal.new')}
      lead={t('rehearsal.lead')}
      breadcrumbs={
        <Breadcrumbs items={[{ label: t('admin.title'), href: '/admin/jury' }, { label: t('rehearsal.new') }]} />
      }
    >
      <RehearsalForm
        cohorts={(await cohortsForRehearsals(viewer)).map(({ id, name }) => ({ value: id, label: name }))}
        templates={rubricTemplates.map(({ key, label }) => ({ value: key, label: label[locale] }))}
      />
    </Page>
  );
}
