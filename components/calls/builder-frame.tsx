import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { type CallPage, managedCall } from '@/lib/calls/queries';

/** The form one edits, and what every post of the builder carries; null for those who do not manage the call. */
export async function readBuilder(slug: string) {
  const call = await managedCall(await requireSignIn(`/admin/calls/${slug}/form`), slug);
  const form = call?.draftForm ?? call?.form;
  if (!call || !form) return null;
  return { call, definition: form.definition, place: { callId: call.id, slug, token: form.updatedAt.toISOString() } };
}

/** The page of one thing of a form. */
export async function BuilderFrame({ call, title, children }: { call: CallPage; title: string; children: ReactNode }) {
  const [t, admin] = await Promise.all([getTranslations('calls.builder'), getTranslations('calls.admin')]);
  const base = `/admin/calls/${call.slug}`;
  return (
    <Page
      title={title}
      width="narrow"
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: admin('title'), href: '/admin/calls' },
            { label: call.title, href: base },
            { label: t('title'), href: `${base}/form` },
            { label: title },
          ]}
        />
      }
    >
      {children}
    </Page>
  );
}
