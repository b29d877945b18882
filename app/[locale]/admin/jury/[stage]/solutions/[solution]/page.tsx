import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Certificate } from '@/components/jury/certificate';
import { Contradiction } from '@/components/jury/contradiction';
import { PanelsSolution } from '@/components/jury/panels-solution';
import { ReadingsSolution } from '@/components/jury/readings-solution';
import { StageFrame } from '@/components/jury/stage-frame';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Moment } from '@/components/ui/time';
import { requireSignIn } from '@/lib/auth/session';
import { applyPanelsAction, applyReadingsAction } from '@/lib/jury/actions/assignment';
import type { PanelsAnswer } from '@/lib/jury/panels';
import { solution } from '@/lib/jury/queries/solution';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string; solution: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('solution.title') };
}

export default async function SolutionPage({ params }: Props) {
  const { stage: id, solution: at } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/solutions/${encodeURIComponent(at)}`);
  const stage = await stageDetail(viewer, id);
  const found = stage && (await solution(viewer, stage, at));
  if (!stage || !found) notFound();
  const t = await getTranslations('jury.solution');
  const { answer, kind, names } = found;
  const usable =
    answer.status === 'optimal' || answer.status === 'feasible' || (kind === 'readings' && answer.pairs.length > 0);
  return (
    <StageFrame
      stage={stage}
      part={kind === 'panels' ? 'panels' : 'assignment'}
      title={t('title')}
      lead={<Moment date={found.createdAt} />}
    >
      <Certificate {...answer} />
      {found.appliedAt ? (
        <Notice>
          {t('appliedOn')} <Moment date={found.appliedAt} />.
        </Notice>
      ) : usable ? (
        <ActionForm
          action={kind === 'panels' ? applyPanelsAction : applyReadingsAction}
          hidden={{ stageId: stage.id, solutionId: found.id }}
        >
          <p>{kind === 'panels' ? t('applyPanelsHelp') : t('applyHelp')}</p>
          <SubmitButton>{kind === 'panels' ? t('applyPanels') : t('apply')}</SubmitButton>
        </ActionForm>
      ) : null}
      {kind === 'readings' ? <Contradiction explanation={answer.explanation} names={names} /> : null}
      {kind === 'readings' ? <ReadingsSolution answer={answer} names={names} /> : null}
      {kind === 'panels' ? <PanelsSolution answer={answer as unknown as PanelsAnswer} names={names} /> : null}
    </StageFrame>
  );
}
