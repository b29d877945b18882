import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CallDates } from '@/components/calls/call-dates';
import { CallSteps } from '@/components/calls/call-steps';
import { CallTools } from '@/components/calls/call-tools';
import { DateWarnings } from '@/components/calls/date-warnings';
import { PublishCall } from '@/components/calls/publish-call';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { managedCall, schoolHolidays } from '@/lib/calls/queries';
import { moversOf } from '@/lib/calls/queries/specification';

type Props = { params: Promise<{ slug: string }> };

const read = async ({ params }: Props) => {
  const { slug } = await params;
  return managedCall(await requireSignIn(`/admin/calls/${slug}`), slug);
};

export async function generateMetadata(props: Props) {
  return { title: (await read(props))?.title };
}

/** A call as its coordinators prepare and follow it. */
export default async function AdminCallPage(props: Props) {
  const [call, t, viewer] = await Promise.all([
    read(props),
    getTranslations('calls.admin'),
    requireSignIn('/admin/calls'),
  ]);
  if (!call) notFound();
  return (
    <Page
      title={call.title}
      lead={call.cohort.name}
      breadcrumbs={<Breadcrumbs items={[{ label: t('title'), href: '/admin/calls' }, { label: call.title }]} />}
    >
      <CallDates call={call} movers={await moversOf(viewer, call.id)} />
      <DateWarnings call={call} school={await schoolHolidays(viewer)} />
      <CallSteps call={call} />
      {call.publishedAt ? <CallTools slug={call.slug} /> : null}
      <PublishCall call={call} />
    </Page>
  );
}
