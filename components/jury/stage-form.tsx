import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Select } from '@/components/ui/select';
import { DateInput, TextInput } from '@/components/ui/text-input';
import { openStageAction } from '@/lib/jury/actions/coordinator';

type Choice = { value: string; label: string };

type Props = { calls: Choice[]; templates: Choice[]; earlier: Choice[]; call?: string };

/** Opening a stage: its rubric comes from a template, or from a stage of an earlier call. */
export function StageForm({ calls, templates, earlier, call }: Props) {
  const t = useTranslations('jury.admin.new');
  return (
    <ActionForm action={openStageAction}>
      <Select name="callId" label={t('call')} placeholder="" options={calls} defaultValue={call} />
      <TextInput name="name" label={t('name')} help={t('nameHelp')} />
      <Select
        name="template"
        label={t('template')}
        help={t('templateHelp')}
        options={[...templates, ...earlier]}
        defaultValue="cohort6_hearing"
      />
      <DateInput withTime name="opensAt" label={t('opensAt')} optional />
      <DateInput withTime name="closesAt" label={t('closesAt')} optional />
      <SubmitButton>{t('send')}</SubmitButton>
    </ActionForm>
  );
}
