import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/components/ui/action-form';
import { ButtonRow } from '@/components/ui/button';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { Instructor } from '@/lib/applications/queries/intake';

/** What can be done to the files chosen: each act says what it needs, and what it will do. */
export function IntakeActs({ people, eligibilityOnly }: { people: Instructor[]; eligibilityOnly?: boolean }) {
  const t = useTranslations('intake.acts');
  return (
    <>
      <Details summary={t('eligibility')} open={eligibilityOnly}>
        <Textarea name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} />
        <ButtonRow>
          <SubmitButton name="intent" value="eligible">
            {t('eligible')}
          </SubmitButton>
          <SubmitButton name="intent" value="ineligible" kind="secondary">
            {t('ineligible')}
          </SubmitButton>
          <SubmitButton name="intent" value="submitted" kind="quiet">
            {t('undo')}
          </SubmitButton>
        </ButtonRow>
      </Details>
      <Details summary={t('entrust')}>
        <Select
          name="instructorId"
          label={t('instructor')}
          options={[
            { value: 'none', label: t('nobody') },
            ...people.map(({ id, name, load }) => ({ value: id, label: t('person', { name, load }) })),
          ]}
        />
        <SubmitButton name="intent" value="entrust" kind="secondary">
          {t('entrustSend')}
        </SubmitButton>
      </Details>
      <Details summary={t('label')}>
        <TextInput name="label" label={t('labelText')} help={t('labelHelp')} width="medium" />
        <ButtonRow>
          <SubmitButton name="intent" value="label" kind="secondary">
            {t('labelSend')}
          </SubmitButton>
          <SubmitButton name="intent" value="unlabel" kind="quiet">
            {t('unlabelSend')}
          </SubmitButton>
        </ButtonRow>
      </Details>
    </>
  );
}
