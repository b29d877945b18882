import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CallForm } from '@/components/calls/call-form';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { createCallAction } from '@/lib/calls/actions/call';
import { managesSomeCall } from '@/lib/calls/policy';
import { cohortsForCalls, managedCalls } from '@/lib/calls/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('calls.admin'))('new') };
}

export default async function NewCallPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin/calls/new');
  if (!managesSomeCall(viewer)) notFound();
  const [t, cohorts, earlier, { cohort }] = await Promise.all([
    getTranslations('calls.admin'),
    cohortsForCalls(viewer),
    managedCalls(viewer),
    searchParams,
  ]);
  return (
    <Page
      title={t('new')}
      lead={t('newLead')}
      width="narrow"
      breadcrumbs={<Breadcrumbs items={[{ label: t('title'), href: '/admin/calls' }, { label: t('new') }]} />}
    >
      <CallForm
        action={createCallAction}
        submit={t('create')}
        cohorts={cohorts}
        cohort={typeof cohort === 'string' ? cohort : undefined}
        earlier={earlier.filter((call) => call.publishedAt)}
      />
    </Page>
  );
}
