import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BuilderContents } from '@/components/calls/builder-contents';
import { BuilderImport } from '@/components/calls/builder-import';
import { BuilderProblems } from '@/components/calls/builder-problems';
import { BuilderRules } from '@/components/calls/builder-rules';
import { BuilderSections } from '@/components/calls/builder-sections';
import { BuilderSettings } from '@/components/calls/builder-settings';
import { BuilderAbandon, BuilderUndo } from '@/components/calls/builder-undo';
import { PreviewLinks } from '@/components/calls/preview-links';
import { Page } from '@/components/layout/page';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { requireSignIn } from '@/lib/auth/session';
import { arrangeFormAction } from '@/lib/calls/actions/builder';
import { managedCall } from '@/lib/calls/queries';
import { lastEdit } from '@/lib/calls/queries/form-version';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('calls.builder'))('title') };
}

/** The form being prepared: sections, questions, rules. One form around it all: every button is a plain submit. */
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
      {form.publishedAt ? <Notice tone="info">{t('published', { number: form.number + 1 })}</Notice> : null}
      <PreviewLinks slug={slug} />
      <BuilderProblems definition={form.definition} slug={slug} />
      <BuilderUndo place={place} last={last} />
      <BuilderContents definition={form.definition} />
      <ActionForm action={arrangeFormAction} hidden={place} id="form">
        <BuilderSections definition={form.definition} slug={slug} />
        <BuilderRules definition={form.definition} slug={slug} />
      </ActionForm>
      <BuilderSettings place={place} definition={form.definition} />
      <BuilderImport place={place} />
      {!form.publishedAt && form.number > 1 ? <BuilderAbandon place={place} number={form.number} /> : null}
    </Page>
  );
}
