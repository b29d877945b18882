import { useLocale, useTranslations } from 'next-intl';
import { TwoLanguages } from '@/components/onboarding/two-languages';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { FileInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import {
  createTemplateAction,
  importTemplateAction,
  saveTemplateListAction,
  saveTemplatePhaseAction,
  saveTemplateSectionAction,
} from '@/lib/onboarding/actions/templates';
import type { TemplateRow, TemplateView } from '@/lib/onboarding/queries/templates';
import { type ChecklistDefinition, inLanguage, type SectionDefinition } from '@/lib/onboarding/schema';

type Phase = ChecklistDefinition['phases'][number];

/** A new template: a title, and another one to start from. */
export function NewTemplate({ templates }: { templates: TemplateRow[] }) {
  const t = useTranslations('onboarding.template');
  const locale = useLocale();
  return (
    <Details summary={t('new')}>
      <ActionForm action={createTemplateAction}>
        <TwoLanguages name="title" label={t('name')} max={200} />
        <Select
          name="from"
          label={t('from.label')}
          placeholder={t('from.nothing')}
          options={templates.map((one) => ({ value: one.key, label: inLanguage(one.title, locale) }))}
        />
        <SubmitButton>{t('create')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}

/** The title and the first sentences of the list. */
export function TemplateHeadForm({ template }: { template: TemplateView }) {
  const t = useTranslations('onboarding.template');
  const { title, intro } = template.definition;
  return (
    <ActionForm action={saveTemplateListAction} hidden={{ key: template.key, token: template.token }}>
      <TwoLanguages name="title" label={t('name')} max={200} value={title} />
      <TwoLanguages name="intro" label={t('intro')} optional lines max={2_000} value={intro} />
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  );
}

export function TemplatePhaseForm({ template, phase }: { template: TemplateView; phase?: Phase }) {
  const t = useTranslations('onboarding.template');
  return (
    <ActionForm
      action={saveTemplatePhaseAction}
      hidden={{ key: template.key, token: template.token, ...(phase ? { phase: phase.key } : {}) }}
    >
      <TwoLanguages name="title" label={t('phase')} max={200} value={phase?.title} />
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  );
}

/** The same list as a file: taken away, or put in place of this version. */
export function TemplateFile({ template }: { template: TemplateView }) {
  const t = useTranslations('onboarding.template');
  return (
    <section aria-labelledby="yaml" className="mt-12">
      <h2 id="yaml">{t('yaml')}</h2>
      <p className="my-3">
        <a className="link" href={`/api/onboarding/templates/${template.key}`} download>
          {t('export')}
        </a>
      </p>
      {template.edits ? (
        <Details summary={t('import')}>
          <ActionForm action={importTemplateAction} hidden={{ key: template.key, token: template.token }}>
            <FileInput name="upload" label={t('importFile')} optional accept=".yaml,.yml,text/yaml,text/plain" />
            <Textarea name="yaml" label={t('importText')} help={t('importHelp')} optional rows={8} spellCheck={false} />
            <SubmitButton kind="secondary">{t('importNow')}</SubmitButton>
          </ActionForm>
        </Details>
      ) : null}
    </section>
  );
}

export function TemplateSectionForm({ template, section }: { template: TemplateView; section?: SectionDefinition }) {
  const t = useTranslations('onboarding.template');
  const locale = useLocale();
  const { phases } = template.definition;
  return (
    <ActionForm
      action={saveTemplateSectionAction}
      hidden={{ key: template.key, token: template.token, ...(section ? { section: section.key } : {}) }}
    >
      <TwoLanguages name="title" label={t('sectionTitle')} max={200} value={section?.title} />
      <TwoLanguages name="intro" label={t('intro')} optional lines max={2_000} value={section?.intro} />
      <Select
        name="phase"
        label={t('phase')}
        width="medium"
        defaultValue={section?.phase ?? phases[0]?.key}
        options={phases.map((phase) => ({ value: phase.key, label: inLanguage(phase.title, locale) }))}
      />
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  );
}
