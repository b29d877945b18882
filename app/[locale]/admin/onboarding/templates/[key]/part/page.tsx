import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { TemplateHeadForm, TemplatePhaseForm, TemplateSectionForm } from '@/components/onboarding/template-forms';
import { TemplateFrame } from '@/components/onboarding/template-frame';
import { requireSignIn } from '@/lib/auth/session';
import { templateOf } from '@/lib/onboarding/queries/templates';

type Props = {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding.template'))('one') };
}

/** `?head=1`, `?section=key`, `?phase=key`, `?new=section`, `?new=phase`. */
export default async function TemplatePartPage({ params, searchParams }: Props) {
  const { key } = await params;
  const query = await searchParams;
  const template = await templateOf(await requireSignIn(`/admin/onboarding/templates/${key}`), key);
  if (!template?.edits) notFound();
  const t = await getTranslations('onboarding.template');
  const section = template.definition.sections.find((one) => one.key === query.section);
  const phase = template.definition.phases.find((one) => one.key === query.phase);
  if (query.head)
    return (
      <TemplateFrame template={template} title={t('editHead')}>
        <TemplateHeadForm template={template} />
      </TemplateFrame>
    );
  if (section || query.new === 'section')
    return (
      <TemplateFrame template={template} title={section ? t('editSection') : t('newSection')}>
        <TemplateSectionForm template={template} section={section} />
      </TemplateFrame>
    );
  if (!phase && query.new !== 'phase') notFound();
  return (
    <TemplateFrame template={template} title={phase ? t('editPhase') : t('newPhase')}>
      <TemplatePhaseForm template={template} phase={phase} />
    </TemplateFrame>
  );
}
