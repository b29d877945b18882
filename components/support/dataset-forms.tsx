import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { DateInput, TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { moveDatasetAction } from '@/lib/support/actions/challenge';
import { licencesFor } from '@/lib/support/licences';
import type { DatasetRow } from '@/lib/support/queries/challenge';
import { nextStates } from '@/lib/support/states';

/** Where it stands now, what happened, what comes next: only moves that make sense are offered. */
export function DatasetMoveForm({ dataset }: { dataset: DatasetRow }) {
  const t = useTranslations('support.datasets');
  const id = (name: string) => `${name}-${dataset.id}`;
  const states = [dataset.state, ...nextStates(dataset.state)];
  return (
    <Details summary={`${t('move')} : ${dataset.name}`}>
      <ActionForm action={moveDatasetAction} hidden={{ id: dataset.id, version: String(dataset.version) }}>
        <Select
          id={id('state')}
          name="state"
          label={t('state')}
          width="medium"
          defaultValue={dataset.state}
          options={states.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
        <Textarea id={id('note')} name="note" label={t('note')} optional limit={{ characters: 2000 }} />
        <TextInput
          id={id('blocker')}
          name="blocker"
          label={t('blocker')}
          optional
          maxLength={1000}
          defaultValue={dataset.blocker}
        />
        <TextInput
          id={id('next')}
          name="nextStep"
          label={t('nextStep')}
          optional
          maxLength={500}
          defaultValue={dataset.nextStep}
        />
        <DateInput
          id={id('on')}
          name="nextStepOn"
          label={t('nextStepOn')}
          optional
          defaultValue={dataset.nextStepOn?.toISOString().slice(0, 10)}
        />
        {states.includes('opened') ? (
          <>
            <TextInput
              id={id('url')}
              name="openedUrl"
              type="url"
              inputMode="url"
              label={t('openedUrl')}
              optional
              defaultValue={dataset.openedUrl}
            />
            <Select
              id={id('licence')}
              name="licence"
              label={t('licence')}
              width="medium"
              defaultValue={dataset.licence || 'etalab-2.0'}
              options={licencesFor('data').map((licence) => ({ value: licence.id, label: licence.name }))}
            />
          </>
        ) : null}
        <SubmitButton kind="secondary">{t('moveSave')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
