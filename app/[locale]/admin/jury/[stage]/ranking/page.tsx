import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FormulaForm } from '@/components/jury/formula-form';
import { RankingTable } from '@/components/jury/ranking-table';
import { StageFrame } from '@/components/jury/stage-frame';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { ranking } from '@/lib/jury/queries/marks';
import { stageDetail } from '@/lib/jury/queries/stages';
import { sortByFormula } from '@/lib/jury/sorting';

type Props = { params: Promise<{ stage: string }>; searchParams: Promise<{ formula?: string | string[] }> };

export default async function RankingPage({ params, searchParams }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/ranking`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.ranking');
  const rows = await ranking(viewer, stage);
  const { formula } = await searchParams;
  const source = typeof formula === 'string' ? formula.slice(0, 500) : '';
  const sorted = source ? sortByFormula(rows, stage.rubric, source) : null;
  const values = sorted?.ok ? new Map(sorted.rows.map(({ row, value }) => [row.file.id, value])) : undefined;
  const shown = sorted?.ok ? sorted.rows.map(({ row }) => row) : rows;
  return (
    <StageFrame stage={stage} part="ranking" lead={t('lead')}>
      {rows.some(({ reviews }) => reviews.length) ? null : <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      <FormulaForm rubric={stage.rubric} source={source} fault={sorted && !sorted.ok ? sorted.fault : null} />
      {rows.length ? <RankingTable stageId={stage.id} rows={shown} values={values} /> : null}
    </StageFrame>
  );
}
