import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RankingTable } from '@/components/jury/ranking-table';
import { StageFrame } from '@/components/jury/stage-frame';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { ranking } from '@/lib/jury/queries/marks';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export default async function RankingPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/ranking`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.ranking');
  const rows = await ranking(viewer, stage);
  return (
    <StageFrame stage={stage} part="ranking" lead={t('lead')}>
      {rows.some(({ reviews }) => reviews.length) ? null : <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      {rows.length ? <RankingTable stageId={stage.id} rows={rows} /> : null}
    </StageFrame>
  );
}
