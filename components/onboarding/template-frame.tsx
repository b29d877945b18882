import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import type { TemplateView } from '@/lib/onboarding/queries/templates';
import { inLanguage } from '@/lib/onboarding/schema';

type Props = { template: TemplateView; title: string; children: ReactNode };

/** The frame of the pages that edit one part of a template: where one is, and back to the whole. */
export async function TemplateFrame({ template, title, children }: Props) {
  const t = await getTranslations('onboarding');
  const name = inLanguage(template.definition.title, await getLocale());
  return (
    <Page
      title={title}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('progress.title'), href: '/admin/onboarding' },
            { label: t('template.all'), href: '/admin/onboarding/templates' },
            { label: name, href: `/admin/onboarding/templates/${template.key}` },
            { label: title },
          ]}
        />
      }
    >
      {children}
    </Page>
  );
}
