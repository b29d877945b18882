import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FormBuilder } from '@/components/calls/form-builder';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { managedCall } from '@/lib/calls/queries';
import { lastEdit } from '@/lib/calls/queries/form-version';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('calls.builder'))('title') };
}

/** The form of a call as its coordinators build it: the version being prepared, or the one in force. */
export default async function BuilderPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/form`);
  const call = await managedCall(viewer, slug);
  const form = call?.draftForm ?? call?.form;
  if (!call || !form) notFound();
  const [t, admin, last] = await Promise.all([
    getTranslations('calls.builder'),
    getTranslations('calls.admin'),
    lastEdit(viewer, form.id),
  ]);
  const place = { callId: call.id, slug, token: form.updatedAt.toISOString() };
  return (
    <Page
      title={t('title')}
      lead={t('version', { number: form.number })}
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
      <FormBuilder form={form} place={place} last={last} />
    </Page>
  );
}
