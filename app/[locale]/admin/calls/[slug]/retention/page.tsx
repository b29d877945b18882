import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CallCrumbs } from '@/components/calls/call-crumbs';
import { RetentionPanel } from '@/components/calls/retention-panel';
import { Page } from '@/components/layout/page';
import { requireSignIn } from '@/lib/auth/session';
import { managedCall } from '@/lib/calls/queries';
import { retentionChanges } from '@/lib/calls/queries/retention';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('retention'))('title') };
}

/** How long a call keeps what files that were not retained say of people. */
export default async function RetentionPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/retention`);
  const call = await managedCall(viewer, slug);
  if (!call) notFound();
  const [t, changes] = await Promise.all([getTranslations('retention'), retentionChanges(viewer, call.id)]);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="narrow"
      breadcrumbs={<CallCrumbs call={call} path={[{ label: t('title') }]} />}
    >
      <RetentionPanel call={call} changes={changes} />
    </Page>
  );
}
