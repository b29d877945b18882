import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ResourceForm } from '@/components/support/resource-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('resourceForm.new') };
}

export default async function NewResourcePage() {
  await requireSignIn('/resources/new');
  const t = await getTranslations('support');
  return (
    <Page
      title={t('resourceForm.new')}
      lead={t('resourceForm.lead')}
      width="narrow"
      breadcrumbs={
        <Breadcrumbs items={[{ label: t('resources.title'), href: '/resources' }, { label: t('resourceForm.new') }]} />
      }
    >
      <ResourceForm locale={await getLocale()} />
    </Page>
  );
}
