import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Radios } from '@/components/ui/choices';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { type ApplicationState, mayMove, VERDICTS } from '@/lib/applications/states';
import { decideAction } from '@/lib/jury/actions/coordinator';
import type { Rubric } from '@/lib/jury/schema';

type Props = {
  stageId: string;
  applicationId: string;
  state: ApplicationState;
  reason: string;
  kind: Rubric['stage'];
  published: boolean;
  /** Where to come back to. */
  back?: 'ranking' | 'deliberation';
};

/** What may be decided of a file at this kind of stage, with the reason that the letter will give. */
export function DecisionForm({ stageId, applicationId, state, reason, kind, published, back = 'ranking' }: Props) {
  const t = useTranslations('jury.decision');
  if (published) return <Notice>{t('published')}</Notice>;
  const early = kind === 'eligibility' || kind === 'preselection';
  const choices = [...VERDICTS, 'eligible' as const].filter(
    (one) => (one === state || mayMove(state, one)) && (one === 'eligible' || one.endsWith('preselected') === early),
  );
  return (
    <ActionForm action={decideAction} hidden={{ stageId, applicationId, before: state, back }}>
      <Radios
        id={`after-${applicationId}`}
        name="after"
        label={t('after')}
        options={choices.map((one) => ({ value: one, label: t(`states.${one}`) }))}
        defaultValue={state === 'eligible' ? undefined : state}
      />
      <Textarea
        id={`reason-${applicationId}`}
        name="reason"
        label={t('reason')}
        help={t('reasonHelp')}
        rows={4}
        defaultValue={reason}
      />
      <SubmitButton>{t('send')}</SubmitButton>
    </ActionForm>
  );
}
