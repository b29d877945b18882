import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BuilderImport } from '@/components/calls/builder-import';
import { BuilderProblems } from '@/components/calls/builder-problems';
import { BuilderRules } from '@/components/calls/builder-rules';
import { BuilderSections } from '@/components/calls/builder-sections';
import { PreviewLinks } from '@/components/calls/preview-links';
import { Page } from '@/components/layout/page';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { requireSignIn } from '@/lib/auth/session';
import { arrangeFormAction } from '@/lib/calls/actions/builder';
import { managedCall } from '@/lib/calls/queries';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('calls.builder'))('title') };
}

/** The form being prepared: sections, questions, rules. One form around it all: every button is a plain submit. */
export default async function BuilderPage({ params }: Props) {
  const { slug } = await params;
  const call = await managedCall(await requireSignIn(`/admin/calls/${slug}/form`), slug);
  const form = call?.draftForm ?? call?.form;
  if (!call || !form) notFound();
  const [t, admin] = await Promise.all([getTranslations('calls.builder'), getTranslations('calls.admin')]);
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
      {form.publishedAt ? <Notice tone="info">{t('published', { number: form.number + 1 })}</Notice> : null}
      <PreviewLinks slug={slug} />
      <BuilderProblems definition={form.definition} slug={slug} />
      <ActionForm action={arrangeFormAction} hidden={place} id="form">
        <BuilderSections definition={form.definition} slug={slug} />
        <BuilderRules definition={form.definition} slug={slug} />
      </ActionForm>
      <BuilderImport place={place} />
    </Page>
  );
}
