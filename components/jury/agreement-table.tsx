import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import { numberIn } from '@/lib/i18n/number';
import type { Rubric } from '@/lib/jury/schema';

type Props = { rubric: Rubric; agreement: Record<string, number | null> };

/** Krippendorff's alpha of each criterion, in figures and in words. */
export function AgreementTable({ rubric, agreement }: Props) {
  const t = useTranslations('jury.calibration');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const two = numberIn(locale, 2);
  const words = (alpha: number | null) => {
    if (alpha === null) return t('alphaWords.unknown');
    return t(alpha >= 0.8 ? 'alphaWords.good' : alpha >= 0.667 ? 'alphaWords.fair' : 'alphaWords.weak');
  };
  return (
    <Table
      caption={t('agreement')}
      stack
      rows={rubric.criteria}
      rowKey={(row) => row.key}
      columns={[
        { key: 'criterion', label: t('criterion'), cell: (row) => row.label[locale] },
        {
          key: 'alpha',
          label: t('alpha'),
          align: 'end',
          cell: (row) => (agreement[row.key] == null ? '—' : two(agreement[row.key]!)),
        },
        { key: 'words', label: t('alphaReading'), cell: (row) => words(agreement[row.key] ?? null) },
      ]}
    />
  );
}
