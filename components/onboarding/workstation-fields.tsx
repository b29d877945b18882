import { useTranslations } from 'next-intl';
import { Checkbox, Radios } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { workstationOf } from '@/lib/onboarding/answers';
import { SYSTEMS, suggested } from '@/lib/onboarding/workstation';

/** What a fellow needs; what their profile usually needs is already there, to be corrected. */
export function WorkstationFields({ answer, profile }: { answer: unknown; profile: string }) {
  const t = useTranslations('onboarding.workstation');
  const given = workstationOf(answer);
  const start = { ...suggested(profile), ...given };
  return (
    <>
      <Radios
        name="workstation.machine"
        label={t('machine')}
        defaultValue={start.machine}
        options={[
          { value: 'own', label: t('own') },
          { value: 'provided', label: t('provided') },
        ]}
      />
      <Select
        name="workstation.system"
        label={t('system')}
        width="medium"
        defaultValue={start.system}
        options={SYSTEMS.map((value) => ({ value, label: t(`systems.${value}`) }))}
      />
      <TextInput
        name="workstation.memory"
        label={t('memory')}
        help={t('memoryHelp')}
        optional
        inputMode="numeric"
        width="short"
        defaultValue={start.memory === undefined ? '' : String(start.memory)}
      />
      <Textarea
        name="workstation.software"
        label={t('software')}
        help={t('softwareHelp')}
        optional
        defaultValue={start.software}
      />
      <TextInput
        name="workstation.screens"
        label={t('screens')}
        inputMode="numeric"
        width="short"
        defaultValue={String(start.screens ?? 2)}
      />
      <Checkbox name="workstation.headset" value="yes" label={t('headset')} defaultChecked={start.headset} />
      <Textarea
        name="workstation.accessibility"
        label={t('accessibility')}
        help={t('accessibilityHelp')}
        optional
        defaultValue={start.accessibility}
      />
      <Textarea name="workstation.other" label={t('other')} optional defaultValue={start.other} />
    </>
  );
}
