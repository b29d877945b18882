import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { IntakeCrumbs } from '@/components/applications/intake-crumbs';
import { IntakePlaces } from '@/components/applications/intake-places';
import { WorkloadTable } from '@/components/applications/workload-table';
import { Page } from '@/components/layout/page';
import { Link } from '@/components/ui/link';
import { workload } from '@/lib/applications/queries/desk';
import { intakeCall } from '@/lib/applications/queries/intake';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('intake'))('places.workload') };
}

/** Who of the coordination has how many files of a call. */
export default async function WorkloadPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/workload`);
  const call = await intakeCall(viewer, slug);
  if (!call) notFound();
  const [t, lines] = await Promise.all([getTranslations('intake'), workload(viewer, call.id)]);
  const path = `/admin/calls/${slug}`;
  return (
    <Page
      title={t('places.workload')}
      lead={t('workload.lead', { call: call.title })}
      breadcrumbs={<IntakeCrumbs call={call} file={t('places.workload')} />}
      width="wide"
    >
      <IntakePlaces path={path} current="workload" />
      <WorkloadTable path={path} lines={lines} />
      <p>
        <Link href={`${path}/instructors`}>{t('workload.invite')}</Link>
      </p>
    </Page>
  );
}
