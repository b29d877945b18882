import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PaperForm } from '@/components/jury/paper-form';
import { StageFrame } from '@/components/jury/stage-frame';
import { Notice } from '@/components/ui/notice';
import { requireSignIn } from '@/lib/auth/session';
import { paperGrid } from '@/lib/jury/queries/assignment';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string; assignment: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('paper.title') };
}

export default async function PaperPage({ params }: Props) {
  const { stage: id, assignment } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/paper/${encodeURIComponent(assignment)}`);
  const stage = await stageDetail(viewer, id);
  const paper = stage && (await paperGrid(viewer, stage, assignment));
  if (!stage || !paper) notFound();
  const t = await getTranslations('jury');
  return (
    <StageFrame
      stage={stage}
      part="assignment"
      title={t('paper.title')}
      lead={`${paper.juror} · ${paper.reference} · ${paper.title}`}
    >
      {paper.conflict ? (
        <Notice tone="bad" boxed>
          {t('assign.blocked', { kinds: t(`kinds.${paper.conflict as 'other'}`) })}
        </Notice>
      ) : (
        <PaperForm stageId={stage.id} rubric={stage.rubric} paper={paper} />
      )}
    </StageFrame>
  );
}
