import { useLocale, useTranslations } from 'next-intl';
import { TemplateAnswerFields } from '@/components/onboarding/template-answer-fields';
import { TemplateWhoFields } from '@/components/onboarding/template-who-fields';
import { TwoLanguages } from '@/components/onboarding/two-languages';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkboxes } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { saveTemplateItemAction } from '@/lib/onboarding/actions/templates';
import { typedItem } from '@/lib/onboarding/item-input';
import type { TemplateView } from '@/lib/onboarding/queries/templates';
import { type ItemDefinition, inLanguage, itemsOf } from '@/lib/onboarding/schema';

type Props = {
  template: TemplateView;
  section: string;
  item?: ItemDefinition;
  resources: { slug: string; title: string }[];
};

/** Every property of one item, in both languages. */
export function TemplateItemForm({ template, section, item, resources }: Props) {
  const t = useTranslations('onboarding');
  const locale = useLocale();
  const typed = item ? typedItem(item) : { links: '', options: '', sites: '', profiles: '' };
  // Remarks are nothing to wait for, unless someone chose one.
  const others = itemsOf(template.definition).filter(
    (one) => one.key !== item?.key && (!one.optional || item?.after.includes(one.key)),
  );
  return (
    <ActionForm
      action={saveTemplateItemAction}
      hidden={{ key: template.key, token: template.token, ...(item ? { item: item.key } : {}) }}
    >
      <TwoLanguages
        name="title"
        label={t('template.title')}
        help={t('template.titleHelp')}
        max={200}
        value={item?.title}
      />
      <Select
        name="section"
        label={t('template.section')}
        defaultValue={section}
        options={template.definition.sections.map((one) => ({ value: one.key, label: inLanguage(one.title, locale) }))}
      />
      <TwoLanguages name="why" label={t('template.why')} optional lines max={1_000} value={item?.why} />
      <TwoLanguages
        name="help"
        label={t('template.help')}
        help={t('template.helpHelp')}
        optional
        lines
        max={4_000}
        value={item?.help}
      />
      <Textarea
        name="links"
        label={t('template.links')}
        help={t('template.linksHelp')}
        optional
        rows={3}
        defaultValue={typed.links}
      />
      <TemplateWhoFields item={item} profiles={typed.profiles} />
      <TemplateAnswerFields item={item} typed={typed} />
      <Details summary={t('template.waits')} open={(item?.after.length ?? 0) > 0}>
        <Checkboxes
          name="after"
          label={t('template.waits')}
          help={t('template.afterHelp')}
          optional
          defaultValue={item?.after}
          options={others.map((one) => ({ value: one.key, label: inLanguage(one.title, locale) }))}
        />
      </Details>
      {resources.length > 0 ? (
        <Details summary={t('template.resources')} open={(item?.resources.length ?? 0) > 0}>
          <Checkboxes
            name="resources"
            label={t('template.resources')}
            optional
            defaultValue={item?.resources}
            options={resources.map((one) => ({ value: one.slug, label: one.title }))}
          />
        </Details>
      ) : null}
      <SubmitButton>{t('template.saveItem')}</SubmitButton>
    </ActionForm>
  );
}
