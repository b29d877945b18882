import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Radios } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { createRehearsalAction } from '@/lib/jury/actions/rehearsal';

type Choice = { value: string; label: string };
const SIZES = { files: 18, jurors: 18, readersPerFile: 3, panels: 6, conflicts: 3 } as const;

/** How large, how severe and how tied the invented call is. */
export function RehearsalForm({ cohorts, templates }: { cohorts: Choice[]; templates: Choice[] }) {
  const t = useTranslations('jury.rehearsal');
  return (
    <ActionForm action={createRehearsalAction}>
      <Select
        name="cohortId"
        label={t('cohort')}
        help={t('cohortHelp')}
        options={cohorts}
        defaultValue={cohorts[0]?.value}
      />
      {(['files', 'jurors', 'readersPerFile', 'panels', 'conflicts'] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          label={t(name)}
          help={name === 'conflicts' ? t('conflictsHelp') : undefined}
          inputMode="numeric"
          width="short"
          defaultValue={SIZES[name]}
        />
      ))}
      <Radios
        name="severity"
        label={t('severity')}
        defaultValue="usual"
        options={(['none', 'usual', 'strong'] as const).map((value) => ({ value, label: t(`severities.${value}`) }))}
      />
      <Radios name="template" label={t('template')} options={templates} defaultValue="cohort6_hearing" />
      <TextInput
        name="seed"
        label={t('seed')}
        help={t('seedHelp')}
        inputMode="numeric"
        width="short"
        optional
        defaultValue={1}
      />
      <SubmitButton>{t('create')}</SubmitButton>
    </ActionForm>
  );
}
