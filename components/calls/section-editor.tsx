import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { saveFormSectionAction } from '@/lib/calls/actions/builder';
import { inputsOf, stampOf } from '@/lib/calls/edited-thing';
import type { FormDefinition, Section } from '@/lib/calls/form';

type Props = { place: Record<string, string>; definition: FormDefinition; section?: Section };

export function SectionEditor({ place, definition, section }: Props) {
  const t = useTranslations('calls.builder.fields');
  const was = section
    ? stampOf(inputsOf(definition, { act: 'edit_section', id: section.id, title: section.title }))
    : '';
  return (
    <ActionForm action={saveFormSectionAction} hidden={{ ...place, id: section?.id ?? '', was }}>
      <TextInput name="titleFr" label={t('titleFr')} defaultValue={section?.title.fr} />
      <TextInput name="titleEn" label={t('titleEn')} defaultValue={section?.title.en} optional />
      <Textarea name="helpFr" label={t('helpFr')} defaultValue={section?.help?.fr} optional rows={2} />
      <Textarea name="helpEn" label={t('helpEn')} defaultValue={section?.help?.en} optional rows={2} />
      <TextInput
        name="showIf"
        label={t('showIf')}
        help={t('conditionHelp')}
        defaultValue={section?.showIf}
        optional
        spellCheck={false}
      />
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  );
}
