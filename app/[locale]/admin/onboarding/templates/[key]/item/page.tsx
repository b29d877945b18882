import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { TemplateFrame } from '@/components/onboarding/template-frame';
import { TemplateItemForm } from '@/components/onboarding/template-item-form';
import { requireSignIn } from '@/lib/auth/session';
import { templateOf } from '@/lib/onboarding/queries/templates';
import { inLanguage } from '@/lib/onboarding/schema';
import { listResources } from '@/lib/support/queries/resources';

type Props = {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding.template'))('item') };
}

/** `?item=desks` to change one, `?section=environment` to add one there. */
export default async function TemplateItemPage({ params, searchParams }: Props) {
  const { key } = await params;
  const query = await searchParams;
  const viewer = await requireSignIn(`/admin/onboarding/templates/${key}`);
  const template = await templateOf(viewer, key);
  if (!template?.edits) notFound();
  const { sections } = template.definition;
  const section = sections.find((one) => one.items.some((item) => item.key === query.item));
  const item = section?.items.find((one) => one.key === query.item);
  if (query.item && !item) notFound();
  const target = section ?? sections.find((one) => one.key === query.section) ?? sections[0];
  const t = await getTranslations('onboarding.template');
  const title = item ? inLanguage(item.title, await getLocale()) : t('newItem');
  return (
    <TemplateFrame template={template} title={title}>
      <TemplateItemForm
        template={template}
        section={target?.key ?? ''}
        item={item}
        resources={await listResources(viewer)}
      />
    </TemplateFrame>
  );
}
