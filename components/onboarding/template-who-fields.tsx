import { useTranslations } from 'next-intl';
import { Checkbox, Radios } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { DOERS, type ItemDefinition } from '@/lib/onboarding/schema';

/** Who does an item and who confirms it, for whom, by when, and whether it holds the rest up. */
export function TemplateWhoFields({ item, profiles }: { item?: ItemDefinition; profiles: string }) {
  const t = useTranslations('onboarding');
  const doers = DOERS.map((value) => ({ value, label: t(`doer.${value}`) }));
  return (
    <>
      <fieldset className="mt-8">
        <legend className="text-xl font-semibold">{t('template.who')}</legend>
        <Select
          name="doer"
          label={t('template.doer')}
          width="medium"
          defaultValue={item?.doer ?? 'operational_mentor'}
          options={doers}
        />
        <Select
          name="attester"
          label={t('template.attester')}
          width="medium"
          optional
          placeholder={t('template.nobody')}
          defaultValue={item?.attester ?? ''}
          options={doers}
        />
        <Radios
          name="per"
          label={t('template.per')}
          inline
          defaultValue={item?.per ?? 'challenge'}
          options={[
            { value: 'challenge', label: t('template.perChallenge') },
            { value: 'fellow', label: t('template.perFellow') },
          ]}
        />
        <TextInput
          name="profiles"
          label={t('template.profiles')}
          help={t('template.profilesHelp')}
          optional
          defaultValue={profiles}
        />
      </fieldset>
      <fieldset className="mt-8">
        <legend className="text-xl font-semibold">{t('template.when')}</legend>
        <Select
          name="dueFrom"
          label={t('template.dueFrom')}
          width="medium"
          optional
          placeholder={t('template.noDue')}
          defaultValue={item?.due?.from ?? ''}
          options={[
            { value: 'arrival', label: t('template.from.arrival') },
            { value: 'departure', label: t('template.from.departure') },
          ]}
        />
        <TextInput
          name="dueDays"
          label={t('template.dueDays')}
          help={t('template.dueDaysHelp')}
          optional
          width="short"
          inputMode="text"
          defaultValue={item?.due ? String(item.due.days) : ''}
        />
        <Checkbox
          name="blocking"
          label={t('template.blockingLabel')}
          help={t('template.blockingHelp')}
          defaultChecked={item?.blocking}
        />
        <Checkbox
          name="optional"
          label={t('template.optionalLabel')}
          help={t('template.optionalHelp')}
          defaultChecked={item?.optional}
        />
      </fieldset>
    </>
  );
}
