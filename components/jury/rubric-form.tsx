import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox, Radios } from '@/components/ui/choices';
import { Notice } from '@/components/ui/notice';
import { editRubricAction } from '@/lib/jury/actions/assignment';
import type { StageDetail } from '@/lib/jury/queries/stages';
import { OpinionFields } from './opinion-fields';
import { RubricCriterion } from './rubric-criterion';
import { RubricSheet } from './rubric-sheet';

/** The rubric as a form, criterion by criterion, with an empty one at the end to add; read-only once someone marked. */
export function RubricForm({ stage }: { stage: StageDetail }) {
  const t = useTranslations('jury.rubric');
  const { rubric } = stage;
  const radios = <T extends string>(name: string, values: readonly T[], chosen: T) => (
    <Radios
      name={name}
      label={t(name as 'total')}
      inline
      options={values.map((value) => ({ value, label: t(`${name}s.${value}` as 'totals.sum') }))}
      defaultValue={chosen}
    />
  );
  if (stage.frozenAt)
    return (
      <>
        <Notice tone="info" boxed>
          {t('frozen')}
        </Notice>
        <RubricSheet stage={stage} />
      </>
    );
  return (
    <ActionForm action={editRubricAction} hidden={{ stageId: stage.id, version: String(stage.version) }}>
      {rubric.criteria.map((criterion, index) => (
        <RubricCriterion key={criterion.key} index={index} criterion={criterion} />
      ))}
      <RubricCriterion index={rubric.criteria.length} criterion={null} />
      <h2>{t('opinion')}</h2>
      <OpinionFields prefix="opinion" opinion={rubric.opinion} />
      <h2>{t('generalGrid')}</h2>
      <Checkbox name="generalGrid.used" label={t('generalUsed')} defaultChecked={rubric.generalGrid !== null} />
      <OpinionFields prefix="generalGrid" opinion={rubric.generalGrid} />
      <h2>{t('rules')}</h2>
      {radios('total', ['mean', 'sum'], rubric.total)}
      {radios('marking', ['individual', 'collective'], rubric.marking)}
      {radios('othersVisible', ['never', 'after_own', 'always'], rubric.othersVisible)}
      <Checkbox name="abstention" label={t('abstention')} defaultChecked={rubric.abstention} />
      <h2>{t('anonymity')}</h2>
      <Checkbox name="names" label={t('names')} defaultChecked={rubric.anonymity.names} />
      <Checkbox name="organisations" label={t('organisations')} defaultChecked={rubric.anonymity.organisations} />
      <Checkbox name="attachments" label={t('attachments')} defaultChecked={rubric.anonymity.attachments} />
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  );
}
