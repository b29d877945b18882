import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Page } from '@/components/layout/page';
import { FormerVersion, ResourceOpinion, ResourceShelf } from '@/components/support/resource-facts';
import { ResourceFiles } from '@/components/support/resource-files';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Markdown } from '@/components/ui/markdown';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { mayPublishResource } from '@/lib/support/policy';
import { attachmentsOf } from '@/lib/support/queries/attachments';
import { resourceBySlug, resourceVersion } from '@/lib/support/queries/resources';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ version?: string | string[]; refused?: string | string[] }>;
};

const read = cache(async (slug: string) => resourceBySlug(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  const resource = await read((await params).slug);
  return resource ? { title: resource.title } : {};
}

export default async function ResourcePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/resources/${slug}`);
  const resource = await read(slug);
  if (!resource) notFound();
  const { version, refused } = await searchParams;
  const number = Number(version);
  const [files, former] = await Promise.all([
    attachmentsOf(viewer, resource.id),
    number > 0 && number < resource.version ? resourceVersion(viewer, resource.id, number) : null,
  ]);
  const t = await getTranslations('support.resources');
  const edits = mayPublishResource(viewer) || (resource.mine && !resource.publishedAt);
  return (
    <Page
      title={resource.title}
      lead={resource.summary}
      width="narrow"
      breadcrumbs={<Breadcrumbs items={[{ label: t('title'), href: '/resources' }, { label: resource.title }]} />}
    >
      {former ? <FormerVersion slug={slug} version={former} /> : null}
      <div lang={resource.locale}>
        <Markdown text={former?.body ?? resource.body} />
      </div>
      <ResourceFiles resource={resource} files={files} refused={String(refused ?? '')} edits={edits} />
      <ResourceShelf resource={resource} publishes={mayPublishResource(viewer)} />
      <ResourceOpinion resource={resource} />
    </Page>
  );
}
