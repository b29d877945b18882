import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { addDatasetAction, describeDatasetAction } from '@/lib/support/actions/challenge';
import type { DatasetRow } from '@/lib/support/queries/challenge';
import { DATASET_FORMS, PERSONAL_DATA } from '@/lib/support/schema';

export function AddDataset({ challenge }: { challenge: string }) {
  const t = useTranslations('support.datasets');
  return (
    <Details summary={t('add')}>
      <ActionForm action={addDatasetAction} hidden={{ challenge }}>
        <DatasetFacts />
        <SubmitButton>{t('addSave')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}

/** Corrects what is known of it. */
export function DescribeDataset({ dataset }: { dataset: DatasetRow }) {
  const t = useTranslations('support.datasets');
  return (
    <Details summary={`${t('describe')} : ${dataset.name}`}>
      <ActionForm action={describeDatasetAction} hidden={{ id: dataset.id, version: String(dataset.version) }}>
        <DatasetFacts dataset={dataset} />
        <SubmitButton kind="secondary">{t('moveSave')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}

function DatasetFacts({ dataset }: { dataset?: DatasetRow }) {
  const t = useTranslations('support.datasets');
  const id = (name: string) => (dataset ? `${name}-${dataset.id}` : undefined);
  return (
    <>
      <TextInput id={id('name')} name="name" label={t('name')} maxLength={200} defaultValue={dataset?.name} />
      <TextInput
        id={id('holder')}
        name="holder"
        label={t('holder')}
        optional
        maxLength={200}
        defaultValue={dataset?.holder}
      />
      <Select
        id={id('form')}
        name="form"
        label={t('form')}
        width="medium"
        defaultValue={dataset?.form}
        options={DATASET_FORMS.map((value) => ({ value, label: t(`forms.${value}`) }))}
      />
      <Select
        id={id('personal')}
        name="personalData"
        label={t('personal')}
        width="medium"
        defaultValue={dataset?.personalData ?? 'unknown'}
        options={PERSONAL_DATA.map((value) => ({ value, label: t(`personals.${value}`) }))}
      />
      <TextInput
        id={id('legal')}
        name="legalGround"
        label={t('legal')}
        optional
        maxLength={1000}
        defaultValue={dataset?.legalGround}
      />
      <TextInput
        id={id('documentation')}
        name="documentationUrl"
        type="url"
        inputMode="url"
        label={t('documentation')}
        optional
        defaultValue={dataset?.documentationUrl}
      />
    </>
  );
}
