import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ResourceForm } from '@/components/support/resource-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { mayPublishResource } from '@/lib/support/policy';
import { possibleFollowers, resourceBySlug } from '@/lib/support/queries/resources';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('resourceForm.edit') };
}

export default async function EditResourcePage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/resources/${slug}/edit`);
  const resource = await resourceBySlug(viewer, slug);
  if (!resource || !(mayPublishResource(viewer) || (resource.mine && !resource.publishedAt))) notFound();
  const t = await getTranslations('support');
  return (
    <Page
      title={t('resourceForm.edit')}
      width="narrow"
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('resources.title'), href: '/resources' },
            { label: resource.title, href: `/resources/${slug}` },
            { label: t('resourceForm.edit') },
          ]}
        />
      }
    >
      <ResourceForm resource={resource} locale={await getLocale()} followers={await possibleFollowers(viewer)} />
    </Page>
  );
}
