import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { saveFieldAction } from '@/lib/calls/actions/builder';
import { inputsOf, stampOf } from '@/lib/calls/edited-thing';
import { inputOf } from '@/lib/calls/field-input';
import type { Field, FieldType, FormDefinition } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';
import { FieldLimits } from './field-limits';
import { KnownNames } from './known-names';

type Props = {
  place: Record<string, string>;
  definition: FormDefinition;
  type: FieldType;
  /** Empty for a new question. */
  path: string;
  field?: Field;
  where: { section: string; group: string };
};

/** One question: its words in both languages, its limits, when it is asked. */
export function FieldEditor({ place, definition, type, path, field, where }: Props) {
  const t = useTranslations('calls.builder');
  const locale = useLocale();
  const values: Record<string, string | string[]> = field ? inputOf(field) : {};
  const was = field ? stampOf(inputsOf(definition, { act: 'edit_field', path, field })) : '';
  const value = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const own = definition.sections.find((one) => one.fields.some((other) => other.id === path))?.id;
  return (
    <ActionForm action={saveFieldAction} hidden={{ ...place, path, type, was, ...(field ? {} : where) }}>
      <p className="quiet mb-6">
        {t(`types.${type}`)}
        {field ? (
          <>
            {' · '}
            <code>{path}</code>
          </>
        ) : null}
      </p>
      <TextInput name="labelFr" label={t('fields.labelFr')} defaultValue={value('labelFr')} />
      <TextInput name="labelEn" label={t('fields.labelEn')} defaultValue={value('labelEn')} optional />
      <Textarea name="helpFr" label={t('fields.helpFr')} defaultValue={value('helpFr')} rows={2} optional />
      <Textarea name="helpEn" label={t('fields.helpEn')} defaultValue={value('helpEn')} rows={2} optional />
      <FieldLimits type={type} values={values} fresh={!field} />
      <Checkbox name="required" label={t('fields.required')} defaultChecked={field?.required ?? true} />
      <TextInput
        name="showIf"
        label={t('fields.showIf')}
        help={t('fields.conditionHelp')}
        defaultValue={value('showIf')}
        optional
        spellCheck={false}
      />
      <TextInput
        name="requireIf"
        label={t('fields.requireIf')}
        help={t('fields.requireHelp')}
        defaultValue={value('requireIf')}
        optional
        spellCheck={false}
      />
      {field && own && definition.sections.length > 1 ? (
        <Select
          name="section"
          label={t('fields.section')}
          defaultValue={own}
          options={definition.sections.map((one) => ({ value: one.id, label: inLanguage(one.title, locale) }))}
        />
      ) : null}
      <SubmitButton>{t('fields.save')}</SubmitButton>
      <KnownNames definition={definition} />
    </ActionForm>
  );
}
