import { useTranslations } from 'next-intl';
import type { CohortSettings } from '@/lib/programme/schema';
import { useEuros } from './seat-funding';

/** The cohort's rule in a sentence. */
export function RuleSentence({ settings }: { settings: CohortSettings }) {
  const t = useTranslations('funding.rules');
  const money = useEuros();
  const rule = settings.coFunding;
  if (rule.kind === 'flat') return t('flat', { amount: money(rule.amountCents) });
  if (rule.kind === 'months') return t('months', { months: rule.months });
  if (rule.kind === 'share') return t('share', { percent: rule.percent });
  return t('none');
}
