import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StageFrame } from '@/components/jury/stage-frame';
import { StageQuestions } from '@/components/jury/stage-questions';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { questionsOfStage } from '@/lib/jury/queries/questions';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.questions') };
}

export default async function QuestionsPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/questions`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.questions');
  const questions = await questionsOfStage(viewer, stage);
  return (
    <StageFrame stage={stage} part="questions" lead={t('lead')}>
      {questions.length ? (
        <StageQuestions stageId={stage.id} questions={questions} />
      ) : (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      )}
    </StageFrame>
  );
}
