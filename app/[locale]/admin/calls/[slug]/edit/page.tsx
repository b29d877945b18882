import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CallForm } from '@/components/calls/call-form';
import { SpecificationForm } from '@/components/calls/specification-form';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { updateCallAction } from '@/lib/calls/actions/call';
import { isLocalTime } from '@/lib/calls/calendar';
import { managedCall } from '@/lib/calls/queries';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('calls.admin'))('edit') };
}

export default async function EditCallPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const call = await managedCall(await requireSignIn(`/admin/calls/${slug}/edit`), slug);
  if (!call) notFound();
  const [t, query] = await Promise.all([getTranslations('calls.admin'), searchParams]);
  const proposed = (name: 'opens' | 'closes') => {
    const text = query[name];
    return typeof text === 'string' && isLocalTime(text) ? text : undefined;
  };
  return (
    <Page
      title={t('edit')}
      width="narrow"
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('title'), href: '/admin/calls' },
            { label: call.title, href: `/admin/calls/${slug}` },
            { label: t('edit') },
          ]}
        />
      }
    >
      <CallForm
        action={updateCallAction}
        submit={t('save')}
        call={call}
        proposed={{ opens: proposed('opens'), closes: proposed('closes') }}
      />
      <SpecificationForm call={call} refused={query.refused} />
    </Page>
  );
}
