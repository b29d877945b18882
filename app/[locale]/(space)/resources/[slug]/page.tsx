import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Page } from '@/components/layout/page';
import { ResourceOpinion, ResourceShelf } from '@/components/support/resource-facts';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Markdown } from '@/components/ui/markdown';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { mayPublishResource } from '@/lib/support/policy';
import { resourceBySlug } from '@/lib/support/queries/resources';

type Props = { params: Promise<{ slug: string }> };

const read = cache(async (slug: string) => resourceBySlug(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  const resource = await read((await params).slug);
  return resource ? { title: resource.title } : {};
}

export default async function ResourcePage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/resources/${slug}`);
  const resource = await read(slug);
  if (!resource) notFound();
  const t = await getTranslations('support.resources');
  return (
    <Page
      title={resource.title}
      lead={resource.summary}
      width="narrow"
      breadcrumbs={<Breadcrumbs items={[{ label: t('title'), href: '/resources' }, { label: resource.title }]} />}
    >
      <div lang={resource.locale}>
        <Markdown text={resource.body} />
      </div>
      <ResourceShelf resource={resource} publishes={mayPublishResource(viewer)} />
      <ResourceOpinion resource={resource} />
    </Page>
  );
}
