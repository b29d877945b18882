import { useLocale, useTranslations } from 'next-intl';
import { Radios } from '@/components/ui/choices';
import { Status } from '@/components/ui/status';
import { type EligibilityRule, VERDICTS } from '@/lib/applications/eligibility';
import { inLanguage } from '@/lib/calls/shape';

/** The rules of the call for this file: what its answers say of each, and what a person finds. */
export function RuleChecks({ rules }: { rules: EligibilityRule[] }) {
  const t = useTranslations('intake.rules');
  return rules.map((rule) => (
    <div key={rule.id} className="border-t border-rule pt-3">
      <Radios
        name={`findings.${rule.id}`}
        label={<RuleName rule={rule} />}
        help={
          rule.found ? (
            <Status tone={rule.found === 'met' ? 'good' : 'bad'}>{t(`found.${rule.found}`)}</Status>
          ) : (
            t('byEye')
          )
        }
        inline
        defaultValue={rule.found ?? undefined}
        options={VERDICTS.map((verdict) => ({ value: verdict, label: t(verdict) }))}
      />
    </div>
  ));
}

/** A rule in words: ours, the form's reason of refusal, or the team's own point. */
export function RuleName({ rule }: { rule: EligibilityRule }) {
  const t = useTranslations('intake.rules');
  const locale = useLocale();
  if (!rule.sentence) return t(rule.kind as 'deadline');
  const sentence = inLanguage(rule.sentence, locale);
  return rule.kind === 'form' ? t('excluded', { sentence }) : sentence;
}
