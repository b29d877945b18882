import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { OrganisationForm } from '@/components/people/organisation-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { mayManagePeople } from '@/lib/people/policy';
import { organisationOptions } from '@/lib/people/queries/organisations';

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('organisation.new') };
}

export default async function NewOrganisationPage() {
  const viewer = await requireSignIn('/admin/organisations/new');
  if (!mayManagePeople(viewer)) notFound();
  const [t, options] = await Promise.all([getTranslations('people'), organisationOptions(viewer)]);
  const crumbs = [
    { label: t('admin.home'), href: '/admin' },
    { label: t('organisation.title'), href: '/admin/organisations' },
    { label: t('organisation.new') },
  ];
  return (
    <Page title={t('organisation.new')} breadcrumbs={<Breadcrumbs items={crumbs} />}>
      <OrganisationForm options={options} />
    </Page>
  );
}
