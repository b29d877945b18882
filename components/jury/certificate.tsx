import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Figures } from '@/components/ui/summary-list';

type Props = { status: string; objective: number | null; bound: number | null; gap: number | null };

/** What is proved of a solution, in a sentence and four figures. */
export function Certificate({ status, objective, bound, gap }: Props) {
  const t = useTranslations('jury.solution');
  const locale = useLocale();
  const tones = { optimal: 'good', feasible: 'info', infeasible: 'bad', undecided: 'time' } as const;
  const known = status as keyof typeof tones;
  return (
    <>
      <Notice tone={tones[known]} boxed title={t(`status.${known}.title`)}>
        {t(`status.${known}.text`, { bound: bound ?? 0 })}
      </Notice>
      {objective === null ? null : (
        <Figures
          items={[
            { label: t('objective'), value: objective.toLocaleString(locale) },
            { label: t('bound'), value: (bound ?? 0).toLocaleString(locale) },
            {
              label: t('gap'),
              value: (gap ?? 0).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 2 }),
            },
          ]}
        />
      )}
    </>
  );
}
