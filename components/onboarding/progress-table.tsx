import { useLocale, useTranslations } from 'next-intl';
import { type HeatCell, HeatTable } from '@/components/ui/heat-table';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/panel';
import { Figures } from '@/components/ui/summary-list';
import type { Cell, Progress } from '@/lib/onboarding/queries/progress';
import { inLanguage } from '@/lib/onboarding/schema';

type Props = { progress: Progress | null; list: string; listTitle: string; cohort: string };

/** Challenges × sections: which one needs a hand is read without scrolling through lists. */
export function ProgressTable({ progress, list, listTitle, cohort }: Props) {
  const t = useTranslations('onboarding.progress');
  const locale = useLocale();
  if (!progress || progress.rows.length === 0) return <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>;
  const cells = progress.rows.flatMap((row) => row.cells);
  const sum = (key: 'total' | 'closed' | 'late' | 'blocked') => cells.reduce((total, cell) => total + cell[key], 0);
  return (
    <>
      <Figures
        items={[
          { label: t('figures.challenges'), value: progress.rows.length },
          { label: t('figures.closed'), value: `${sum('closed')} / ${sum('total')}` },
          { label: t('figures.late'), value: sum('late') },
          { label: t('figures.blocked'), value: sum('blocked') },
        ]}
      />
      <HeatTable
        caption={t('caption', { list: listTitle, cohort })}
        head={t('challenge')}
        columns={progress.sections.map((section) => inLanguage(section.title, locale))}
        rows={progress.rows.map((row) => ({
          key: row.id,
          label: (
            <>
              <Link href={`/onboarding/${row.slug}?list=${list}`}>{row.title}</Link>
              {row.host ? <span className="block font-normal text-ink-soft text-sm">{row.host}</span> : null}
            </>
          ),
          cells: progress.sections.map((section) => {
            const cell = row.cells.find((one) => one.section === section.key);
            return cell ? heat(cell, t, `/onboarding/${row.slug}?list=${list}#${section.key}`) : null;
          }),
        }))}
      />
    </>
  );
}

function heat(cell: Cell, t: ReturnType<typeof useTranslations<'onboarding.progress'>>, href: string): HeatCell {
  if (cell.total === 0) return { text: t('cellNone'), tone: 'neutral' };
  if (cell.closed === cell.total) return { text: t('cellComplete'), tone: 'good', href };
  if (cell.blocked > 0) return { text: t('cellBlocked', cell), tone: 'bad', href };
  if (cell.late > 0) return { text: t('cellLate', cell), tone: 'time', href };
  if (cell.started === 0) return { text: t('cellUntouched', cell), tone: 'neutral', href };
  return { text: t('cell', cell), tone: 'active', href };
}
