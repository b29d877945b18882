import { useTranslations } from 'next-intl';
import { RuleChecks } from '@/components/applications/rule-checks';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { examineFilesAction } from '@/lib/applications/actions/examine';
import type { EligibilityRule } from '@/lib/applications/eligibility';
import type { ExaminedFile } from '@/lib/applications/queries/examined';
import { DECIDED_FROM } from '@/lib/applications/states';

/** Eligible or not, rule by rule, with a reason that stays; or why nothing can be decided here now. */
export function DecideEligibility({ file, rules }: { file: ExaminedFile; rules: EligibilityRule[] }) {
  const t = useTranslations('intake');
  const may = (['eligible', 'ineligible'] as const).filter((after) => DECIDED_FROM[after].includes(file.state));
  if (file.call.published) return <Notice tone="info">{t('rules.published')}</Notice>;
  if (may.length === 0) return <Notice tone="info">{t('rules.beyond')}</Notice>;
  return (
    <ActionForm action={examineFilesAction} hidden={{ ids: file.id }}>
      <RuleChecks rules={rules} />
      <Textarea id="eligibility-reason" name="reason" label={t('acts.reason')} help={t('acts.reasonHelp')} rows={3} />
      <ButtonRow>
        {may.map((after) => (
          <SubmitButton key={after} name="intent" value={after} kind={after === 'eligible' ? 'primary' : 'secondary'}>
            {t(`acts.${after}`)}
          </SubmitButton>
        ))}
      </ButtonRow>
    </ActionForm>
  );
}
