import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { DateInput, TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { escalateObstacleAction, planObstacleAction, resolveObstacleAction } from '@/lib/support/actions/obstacles';
import type { ObstacleView, Owner } from '@/lib/support/queries/obstacles';

/** Who is on it, calling the coordination, telling what worked: for those who lead it. */
export function ObstacleSteps({ obstacle, owners }: { obstacle: ObstacleView; owners: Owner[] }) {
  const t = useTranslations('support.obstacle');
  if (!obstacle.leads || obstacle.resolvedAt) return null;
  const hidden = { id: obstacle.id };
  return (
    <>
      <Details summary={t('plan')}>
        <ActionForm action={planObstacleAction} hidden={hidden}>
          <Select
            name="ownerId"
            label={t('owner')}
            placeholder={t('nobody')}
            defaultValue={obstacle.ownerId ?? ''}
            options={owners.map((one) => ({ value: one.id, label: one.name }))}
          />
          <TextInput name="nextStep" label={t('next')} optional maxLength={500} defaultValue={obstacle.nextStep} />
          <DateInput name="dueOn" label={t('due')} optional defaultValue={obstacle.dueOn?.toISOString().slice(0, 10)} />
          <SubmitButton kind="secondary">{t('planSave')}</SubmitButton>
        </ActionForm>
      </Details>
      <Details summary={t('resolve')}>
        <ActionForm action={resolveObstacleAction} hidden={hidden}>
          <Textarea name="whatWorked" label={t('whatWorked')} help={t('whatWorkedHelp')} limit={{ characters: 4000 }} />
          <Checkbox name="share" value="yes" label={t('share')} defaultChecked={obstacle.audience !== 'coordination'} />
          <SubmitButton>{t('resolveSave')}</SubmitButton>
        </ActionForm>
      </Details>
      {obstacle.escalatedAt ? null : (
        <ActionForm action={escalateObstacleAction} hidden={hidden} className="my-4">
          <SubmitButton kind="secondary">{t('escalate')}</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
