import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { NewTemplate } from '@/components/onboarding/template-forms';
import { TemplateTable } from '@/components/onboarding/template-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { mayEditTemplates, mayReadTemplates } from '@/lib/onboarding/policy';
import { templates } from '@/lib/onboarding/queries/templates';

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding.template'))('all') };
}

export default async function TemplatesPage() {
  const viewer = await requireSignIn('/admin/onboarding/templates');
  if (!mayReadTemplates(viewer)) notFound();
  const all = await templates(viewer);
  const t = await getTranslations('onboarding');
  return (
    <Page
      title={t('template.all')}
      lead={t('template.allLead')}
      breadcrumbs={
        <Breadcrumbs
          items={[{ label: t('progress.title'), href: '/admin/onboarding' }, { label: t('template.all') }]}
        />
      }
    >
      {all.length === 0 ? (
        <EmptyState title={t('template.none')}>{t('template.noneBody')}</EmptyState>
      ) : (
        <TemplateTable templates={all} />
      )}
      {mayEditTemplates(viewer) ? <NewTemplate templates={all} /> : null}
    </Page>
  );
}
