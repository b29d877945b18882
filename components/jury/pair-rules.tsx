import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { addRuleAction, removeRuleAction } from '@/lib/jury/actions/assignment';
import type { RuleRow } from '@/lib/jury/queries/solution';

type Choice = { value: string; label: string };
type Props = { stageId: string; rules: RuleRow[]; jurors: Choice[]; files: Choice[] };

/** "Never this file to this juror", "never these two together": what every later solution respects. */
export function PairRules({ stageId, rules, jurors, files }: Props) {
  const t = useTranslations('jury.rules');
  return (
    <Details summary={t('title', { count: rules.length })}>
      {rules.map((rule) => (
        <ActionForm key={rule.id} action={removeRuleAction} hidden={{ stageId, ruleId: rule.id }}>
          <p>
            {t(`said.${rule.kind}`, { juror: rule.juror, other: rule.other })}
            {rule.reason ? ` (${rule.reason})` : ''}{' '}
            <SubmitButton kind="quiet" size="small">
              {t('remove')}
            </SubmitButton>
          </p>
        </ActionForm>
      ))}
      <ActionForm action={addRuleAction} hidden={{ stageId, kind: 'forbidden' }} className="mt-4">
        <h3>{t('forbidden')}</h3>
        <Select id="rule-f-juror" name="jurorId" label={t('juror')} placeholder="" options={jurors} />
        <Select id="rule-f-file" name="applicationId" label={t('file')} placeholder="" options={files} />
        <TextInput id="rule-f-reason" name="reason" label={t('reason')} optional />
        <SubmitButton kind="secondary">{t('add')}</SubmitButton>
      </ActionForm>
      <ActionForm action={addRuleAction} hidden={{ stageId, kind: 'apart' }} className="mt-4">
        <h3>{t('apart')}</h3>
        <Select id="rule-a-juror" name="jurorId" label={t('juror')} placeholder="" options={jurors} />
        <Select id="rule-a-other" name="otherId" label={t('other')} placeholder="" options={jurors} />
        <TextInput id="rule-a-reason" name="reason" label={t('reason')} optional />
        <SubmitButton kind="secondary">{t('add')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
