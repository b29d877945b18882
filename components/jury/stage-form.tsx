import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Radios } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { DateInput, TextInput } from '@/components/ui/text-input';
import { openStageAction } from '@/lib/jury/actions/coordinator';

type Choice = { value: string; label: string };

export function StageForm({ calls, templates, call }: { calls: Choice[]; templates: Choice[]; call?: string }) {
  const t = useTranslations('jury.admin.new');
  return (
    <ActionForm action={openStageAction}>
      <Select name="callId" label={t('call')} placeholder="" options={calls} defaultValue={call} />
      <TextInput name="name" label={t('name')} help={t('nameHelp')} />
      <Radios name="template" label={t('template')} options={templates} defaultValue="cohort6_hearing" />
      <DateInput withTime name="opensAt" label={t('opensAt')} optional />
      <DateInput withTime name="closesAt" label={t('closesAt')} optional />
      <SubmitButton>{t('send')}</SubmitButton>
    </ActionForm>
  );
}
