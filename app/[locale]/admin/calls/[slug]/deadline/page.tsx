import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DeadlineForm } from '@/components/calls/deadline-form';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { isLocalTime } from '@/lib/calls/calendar';
import { managedCall } from '@/lib/calls/queries';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('calls.deadline'))('title') };
}

export default async function DeadlinePage({ params, searchParams }: Props) {
  const { closes } = await searchParams;
  const { slug } = await params;
  const call = await managedCall(await requireSignIn(`/admin/calls/${slug}/deadline`), slug);
  if (!call?.publishedAt) notFound();
  const [t, admin] = await Promise.all([getTranslations('calls.deadline'), getTranslations('calls.admin')]);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="narrow"
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: admin('title'), href: '/admin/calls' },
            { label: call.title, href: `/admin/calls/${slug}` },
            { label: t('title') },
          ]}
        />
      }
    >
      <DeadlineForm call={call} proposed={typeof closes === 'string' && isLocalTime(closes) ? closes : undefined} />
    </Page>
  );
}
