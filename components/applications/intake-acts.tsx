import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/components/ui/action-form';
import { ButtonRow } from '@/components/ui/button';
import { Checkboxes } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { DateInput, TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { Colleague } from '@/lib/applications/mentions';
import type { Instructor } from '@/lib/applications/queries/board';

type Props = { people: Instructor[]; readers: Colleague[]; labels: { label: string }[] };

/** What can be done to the files chosen: each act says what it needs, and what it will do. */
export function IntakeActs({ people, readers, labels }: Props) {
  const t = useTranslations('intake.acts');
  return (
    <>
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
        <TextInput name="label" label={t('labelText')} help={t('labelHelp')} width="medium" list="labels" />
        <datalist id="labels">
          {labels.map(({ label }) => (
            <option key={label} value={label} />
          ))}
        </datalist>
        <ButtonRow>
          <SubmitButton name="intent" value="label" kind="secondary">
            {t('labelSend')}
          </SubmitButton>
          <SubmitButton name="intent" value="unlabel" kind="quiet">
            {t('unlabelSend')}
          </SubmitButton>
        </ButtonRow>
      </Details>
      <Details summary={t('decide')}>
        <p className="quiet">{t('decideHelp')}</p>
        <Textarea name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} />
        <ButtonRow>
          {(['eligible', 'ineligible', 'preselected', 'not_preselected'] as const).map((intent) => (
            <SubmitButton key={intent} name="intent" value={intent} kind="secondary">
              {t(intent)}
            </SubmitButton>
          ))}
        </ButtonRow>
      </Details>
      <Details summary={t('readers')}>
        <Checkboxes
          name="readers"
          label={t('readersWho')}
          help={t('readersHelp')}
          options={readers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateInput name="due" label={t('readersDue')} optional />
        <SubmitButton name="intent" value="readers" kind="secondary">
          {t('readersSend')}
        </SubmitButton>
      </Details>
      <Details summary={t('write')}>
        <p>{t('writeHelp')}</p>
        <SubmitButton name="intent" value="write" kind="secondary">
          {t('writeSend')}
        </SubmitButton>
      </Details>
      <Details summary={t('remind')}>
        <p>{t('remindHelp')}</p>
        <SubmitButton name="intent" value="remind" kind="secondary">
          {t('remindSend')}
        </SubmitButton>
      </Details>
    </>
  );
}
