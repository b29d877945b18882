import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { saveFormSettingsAction } from '@/lib/calls/actions/builder';
import type { FieldType, FormDefinition } from '@/lib/calls/form';
import { fieldsOf, inLanguage } from '@/lib/calls/shape';

type Props = { place: { callId: string; slug: string; token: string }; definition: FormDefinition };

/** Which answers name a file in lists, and how long a line is when a limit is given in lines. */
export function BuilderSettings({ place, definition }: Props) {
  const t = useTranslations('calls.builder.settings');
  const locale = useLocale();
  const questions = (type: FieldType) =>
    fieldsOf(definition)
      .filter((one) => one.type === type)
      .map((one) => ({ value: one.id, label: inLanguage(one.label, locale) }));
  return (
    <section id="settings" aria-labelledby="title-settings" className="mt-12">
      <h2 id="title-settings">{t('title')}</h2>
      <ActionForm action={saveFormSettingsAction} hidden={place}>
        <Select
          name="titleField"
          label={t('titleField')}
          placeholder={t('firstText')}
          defaultValue={definition.titleField ?? ''}
          options={questions('shortText')}
          optional
        />
        <Select
          name="organisationField"
          label={t('organisationField')}
          placeholder={t('firstOrganisation')}
          defaultValue={definition.organisationField ?? ''}
          options={questions('organisation')}
          optional
        />
        <TextInput
          name="charactersPerLine"
          label={t('perLine')}
          help={t('perLineHelp')}
          inputMode="numeric"
          width="short"
          defaultValue={String(definition.charactersPerLine)}
        />
        <SubmitButton kind="secondary">{t('save')}</SubmitButton>
      </ActionForm>
    </section>
  );
}
