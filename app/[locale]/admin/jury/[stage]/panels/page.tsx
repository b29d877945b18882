import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AnchorChoice } from '@/components/jury/anchor-choice';
import { HearingMoves } from '@/components/jury/hearing-moves';
import { PanelSheet } from '@/components/jury/panel-sheet';
import { PanelsDesk } from '@/components/jury/panels-desk';
import { SolvePanel } from '@/components/jury/solve-panel';
import { StageFrame } from '@/components/jury/stage-frame';
import { TeamDesk } from '@/components/jury/team-desk';
import { EmptyState } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { requireSignIn } from '@/lib/auth/session';
import { seats } from '@/lib/jury/queries/assignment';
import { panelBreaches } from '@/lib/jury/queries/breaches';
import { invitationCounts } from '@/lib/jury/queries/invitations';
import { panels } from '@/lib/jury/queries/panels';
import { anchorCandidates } from '@/lib/jury/queries/problem';
import { solutions } from '@/lib/jury/queries/solution';
import { stageDetail } from '@/lib/jury/queries/stages';
import { teamRows } from '@/lib/jury/queries/teams';
import { timetableClashes } from '@/lib/jury/queries/timetable';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.panels') };
}

export default async function PanelsPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/panels`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.panels');
  const [all, earlier, clashes, counts, broken, jury, teams, anchors] = await Promise.all([
    panels(viewer, stage),
    solutions(viewer, stage),
    timetableClashes(viewer, stage),
    invitationCounts(viewer, stage),
    panelBreaches(viewer, stage),
    seats(viewer, stage),
    teamRows(viewer, stage),
    anchorCandidates(viewer, stage),
  ]);
  return (
    <StageFrame stage={stage} part="panels" lead={t('lead')} actions={all.length ? <PrintButton /> : null}>
      <SolvePanel stageId={stage.id} kind="panels" settings={stage.settings} solutions={earlier} />
      <TeamDesk stageId={stage.id} settings={stage.settings} teams={teams} />
      <AnchorChoice stageId={stage.id} settings={stage.settings} candidates={anchors} titles={broken.names} />
      {all.length ? null : <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      <PanelsDesk stage={stage} panels={all} broken={broken} clashes={clashes} counts={counts} jury={jury} />
      {all.map((panel) => (
        <div key={panel.id}>
          <PanelSheet stageId={stage.id} panel={panel} />
          <HearingMoves stageId={stage.id} zone={stage.timeZone} panel={panel} panels={all} />
        </div>
      ))}
    </StageFrame>
  );
}
