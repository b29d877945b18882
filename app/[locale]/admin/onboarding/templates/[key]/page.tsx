import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { TemplateFile } from '@/components/onboarding/template-forms';
import { TemplateParts } from '@/components/onboarding/template-parts';
import { TemplateState } from '@/components/onboarding/template-state';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { arrangeTemplateAction } from '@/lib/onboarding/actions/templates';
import { templateOf } from '@/lib/onboarding/queries/templates';
import { inLanguage } from '@/lib/onboarding/schema';

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding.template'))('one') };
}

/** One form around the parts: every button that moves or removes is a plain submit. */
export default async function TemplatePage({ params }: Props) {
  const { key } = await params;
  const template = await templateOf(await requireSignIn(`/admin/onboarding/templates/${key}`), key);
  if (!template) notFound();
  const t = await getTranslations('onboarding');
  const locale = await getLocale();
  const { title, intro } = template.definition;
  return (
    <Page
      title={inLanguage(title, locale)}
      lead={intro ? inLanguage(intro, locale) : t('template.version', { number: template.number })}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('progress.title'), href: '/admin/onboarding' },
            { label: t('template.all'), href: '/admin/onboarding/templates' },
            { label: inLanguage(title, locale) },
          ]}
        />
      }
    >
      <TemplateState template={template} />
      <ActionForm action={arrangeTemplateAction} hidden={{ key, token: template.token }}>
        <TemplateParts template={template} />
      </ActionForm>
      <TemplateFile template={template} />
    </Page>
  );
}
