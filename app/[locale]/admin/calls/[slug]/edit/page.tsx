import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CallForm } from '@/components/calls/call-form';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { updateCallAction } from '@/lib/calls/actions/call';
import { managedCall } from '@/lib/calls/queries';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('calls.admin'))('edit') };
}

export default async function EditCallPage({ params }: Props) {
  const { slug } = await params;
  const call = await managedCall(await requireSignIn(`/admin/calls/${slug}/edit`), slug);
  if (!call) notFound();
  const t = await getTranslations('calls.admin');
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
      <CallForm action={updateCallAction} submit={t('save')} call={call} />
    </Page>
  );
}
