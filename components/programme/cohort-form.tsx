import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox, Radios } from '@/components/ui/choices';
import { DateInput, MoneyInput, TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { typedEuros } from '@/lib/money';
import { createCohortAction, updateCohortAction } from '@/lib/programme/actions';
import type { CohortPage } from '@/lib/programme/queries';
import { readSettings } from '@/lib/programme/schema';

const LEVELS = [0, 1, 2];

/** A cohort's name and dates, then the rules of the year: all of them settings, none a constant. */
export function CohortForm({ cohort }: { cohort?: CohortPage }) {
  const t = useTranslations('programme.form');
  const settings = cohort?.settings ?? readSettings({});
  return (
    <ActionForm
      action={cohort ? updateCohortAction : createCohortAction}
      hidden={cohort ? { id: cohort.id } : {}}
      className="max-w-[42rem]"
    >
      <TextInput name="number" label={t('number')} help={t('numberHelp')} width="short" defaultValue={cohort?.number} />
      <TextInput name="name" label={t('name')} help={t('nameHelp')} defaultValue={cohort?.name} />
      <DateInput name="startsOn" label={t('startsOn')} optional defaultValue={cohort?.startsOn ?? ''} />
      <DateInput name="endsOn" label={t('endsOn')} optional defaultValue={cohort?.endsOn ?? ''} />
      <Textarea
        name="summary"
        label={t('summary')}
        help={t('summaryHelp')}
        optional
        rows={2}
        limit={{ characters: 400 }}
        defaultValue={cohort?.summary}
      />
      <Checkbox name="published" label={t('published')} help={t('publishedHelp')} defaultChecked={cohort?.published} />
      <h2 className="mt-10 mb-4">{t('rules')}</h2>
      <TextInput
        name="fellowsMin"
        label={t('fellowsMin')}
        inputMode="numeric"
        width="short"
        defaultValue={settings.fellowsMin}
      />
      <TextInput
        name="fellowsMax"
        label={t('fellowsMax')}
        inputMode="numeric"
        width="short"
        defaultValue={settings.fellowsMax}
      />
      <TextInput
        name="durationMonths"
        label={t('durationMonths')}
        inputMode="decimal"
        width="short"
        defaultValue={settings.durationMonths}
      />
      <h2 className="mt-10 mb-4">{t('pay')}</h2>
      {LEVELS.map((index) => {
        const level = settings.payLevels[index];
        return (
          <fieldset key={index} className="mb-4">
            <legend className="font-semibold">{t('level', { number: index + 1 })}</legend>
            <TextInput
              name={`payLevels[${index}].label`}
              label={t('levelLabel')}
              optional
              defaultValue={level?.label}
            />
            <MoneyInput
              name={`payLevels[${index}].amount`}
              label={t('levelAmount')}
              optional
              defaultValue={level ? typedEuros(level.netMonthlyCents) : ''}
            />
          </fieldset>
        );
      })}
      <CoFundingFields settings={settings} />
      <SubmitButton>{cohort ? t('save') : t('create')}</SubmitButton>
    </ActionForm>
  );
}

function CoFundingFields({ settings }: { settings: CohortPage['settings'] }) {
  const t = useTranslations('programme.form');
  const rule = settings.coFunding;
  return (
    <>
      <h2 className="mt-10 mb-4">{t('coFunding')}</h2>
      <Radios
        name="coFundingKind"
        label={t('coFundingKind')}
        help={t('coFundingHelp')}
        defaultValue={rule.kind}
        options={(['flat', 'months', 'share', 'none'] as const).map((kind) => ({
          value: kind,
          label: t(`kinds.${kind}`),
          help: t(`kindsHelp.${kind}`),
        }))}
      />
      <MoneyInput
        name="coFundingAmount"
        label={t('coFundingAmount')}
        optional
        defaultValue={rule.kind === 'flat' ? typedEuros(rule.amountCents) : ''}
      />
      <TextInput
        name="coFundingMonths"
        label={t('coFundingMonths')}
        optional
        width="short"
        inputMode="decimal"
        defaultValue={rule.kind === 'months' ? rule.months : ''}
      />
      <TextInput
        name="coFundingPercent"
        label={t('coFundingPercent')}
        optional
        width="short"
        inputMode="decimal"
        defaultValue={rule.kind === 'share' ? rule.percent : ''}
      />
      <TextInput
        name="employerCostPercent"
        label={t('employerCostPercent')}
        help={t('employerCostHelp')}
        width="short"
        inputMode="decimal"
        defaultValue={settings.employerCostPercent}
      />
      <TextInput
        name="budgetProgramme"
        label={t('budgetProgramme')}
        optional
        width="short"
        defaultValue={settings.budgetProgramme}
      />
    </>
  );
}
