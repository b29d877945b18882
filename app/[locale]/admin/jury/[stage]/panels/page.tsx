import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PanelSheet } from '@/components/jury/panel-sheet';
import { SolvePanel } from '@/components/jury/solve-panel';
import { StageFrame } from '@/components/jury/stage-frame';
import { EmptyState } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { requireSignIn } from '@/lib/auth/session';
import { panels } from '@/lib/jury/queries/panels';
import { solutions } from '@/lib/jury/queries/solution';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export default async function PanelsPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/panels`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.panels');
  const [all, earlier] = await Promise.all([panels(viewer, stage), solutions(viewer, stage)]);
  return (
    <StageFrame stage={stage} part="panels" lead={t('lead')} actions={all.length ? <PrintButton /> : null}>
      <SolvePanel stageId={stage.id} kind="panels" settings={stage.settings} solutions={earlier} />
      {all.length ? null : <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      {all.map((panel) => (
        <PanelSheet key={panel.id} stageId={stage.id} panel={panel} />
      ))}
    </StageFrame>
  );
}
