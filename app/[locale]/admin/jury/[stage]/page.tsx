import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StageFrame } from '@/components/jury/stage-frame';
import { StageTasks } from '@/components/jury/stage-tasks';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/panel';
import { Progress } from '@/components/ui/progress';
import { requireSignIn } from '@/lib/auth/session';
import { closeStageAction } from '@/lib/jury/actions/coordinator';
import { stageProgress } from '@/lib/jury/queries/progress';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.overview') };
}

export default async function StagePage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}`);
  const stage = await stageDetail(viewer, id);
  const progress = stage && (await stageProgress(viewer, stage));
  if (!stage || !progress) notFound();
  const t = await getTranslations('jury.overview');
  const closed = stage.closedAt !== null;
  return (
    <StageFrame stage={stage} part="overview" lead={stage.call}>
      {progress.files === 0 ? <EmptyState title={t('noFiles')}>{t('noFilesHint')}</EmptyState> : null}
      {progress.assigned ? (
        <Progress label={stage.name} value={progress.sent} max={progress.assigned}>
          {t('progress', { sent: progress.sent, assigned: progress.assigned })}
        </Progress>
      ) : null}
      <h2>{t('next')}</h2>
      <StageTasks id={stage.id} progress={progress} published={stage.resultsPublishedAt !== null} />
      <ActionForm action={closeStageAction} hidden={{ stageId: stage.id, closed: closed ? 'no' : 'yes' }}>
        {closed ? null : <p className="quiet mt-6">{t('closeHelp')}</p>}
        <SubmitButton kind="secondary">{closed ? t('reopen') : t('close')}</SubmitButton>
      </ActionForm>
    </StageFrame>
  );
}
