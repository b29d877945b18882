import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { FormulaForm } from '@/components/jury/formula-form';
import { RankingTable } from '@/components/jury/ranking-table';
import { StageFrame } from '@/components/jury/stage-frame';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { ranking } from '@/lib/jury/queries/marks';
import { stageDetail } from '@/lib/jury/queries/stages';
import { sortByFormula } from '@/lib/jury/sorting';

const PAGE = 50;
const asked = z.object({
  formula: z.string().catch(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  all: z.literal('yes').optional().catch(undefined),
});
type Props = {
  params: Promise<{ stage: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.ranking') };
}

export default async function RankingPage({ params, searchParams }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/ranking`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.ranking');
  const rows = await ranking(viewer, stage);
  const { formula: source, page, all } = asked.parse(await searchParams);
  const sorted = source ? sortByFormula(rows, stage.rubric, source) : null;
  const values = sorted?.ok ? new Map(sorted.rows.map(({ row, value }) => [row.file.id, value])) : undefined;
  const inOrder = sorted?.ok ? sorted.rows.map(({ row }) => row) : rows;
  const shown = all ? inOrder : inOrder.slice((page - 1) * PAGE, page * PAGE);
  const href = (more: Record<string, string>) =>
    `/admin/jury/${stage.id}/ranking?${new URLSearchParams({ ...(source ? { formula: source } : {}), ...more })}`;
  return (
    <StageFrame stage={stage} part="ranking" lead={t('lead')}>
      {rows.some(({ reviews }) => reviews.length) ? null : <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      <FormulaForm rubric={stage.rubric} source={source} fault={sorted && !sorted.ok ? sorted.fault : null} />
      {rows.length ? <RankingTable stageId={stage.id} rows={shown} values={values} /> : null}
      {rows.length > PAGE && !all ? (
        <>
          <Pagination page={page} pageSize={PAGE} total={rows.length} href={(to) => href({ page: String(to) })} />
          <Link href={href({ all: 'yes' })}>{t('all', { count: rows.length })}</Link>
        </>
      ) : null}
    </StageFrame>
  );
}
