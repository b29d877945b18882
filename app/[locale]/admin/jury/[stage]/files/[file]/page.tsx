import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DecisionForm } from '@/components/jury/decision-form';
import { DecisionHistory } from '@/components/jury/decision-history';
import { FileSections } from '@/components/jury/file-sections';
import { ReviewSheet } from '@/components/jury/review-sheet';
import { StageFrame } from '@/components/jury/stage-frame';
import { StandingFigures } from '@/components/jury/standing-figures';
import { Details } from '@/components/ui/disclosure';
import type { ApplicationState } from '@/lib/applications/states';
import { requireSignIn } from '@/lib/auth/session';
import { examination } from '@/lib/jury/queries/examination';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string; file: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.ranking') };
}

export default async function ExaminationPage({ params }: Props) {
  const { stage: id, file } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/files/${encodeURIComponent(file)}`);
  const stage = await stageDetail(viewer, id);
  const examined = stage && (await examination(viewer, stage, file));
  if (!stage || !examined) notFound();
  const t = await getTranslations('jury');
  const { standing, shown, decisions } = examined;
  return (
    <StageFrame
      stage={stage}
      part="ranking"
      title={standing.file.title}
      lead={`${standing.file.reference} · ${standing.file.organisation}`}
    >
      <StandingFigures standing={standing} rubric={stage.rubric} />
      <h2>{t('decision.title')}</h2>
      <DecisionForm
        stageId={stage.id}
        applicationId={standing.file.id}
        state={standing.file.state as ApplicationState}
        reason={standing.file.reason}
        kind={stage.rubric.stage}
        published={stage.resultsPublishedAt !== null}
      />
      <h2>{t('decision.reviews')}</h2>
      {standing.reviews.map((review) => (
        <Details key={review.id} summary={review.juror} wide>
          <ReviewSheet rubric={stage.rubric} review={review} />
        </Details>
      ))}
      <DecisionHistory decisions={decisions} />
      <h2>{t('read.file')}</h2>
      <FileSections sections={shown.sections} />
    </StageFrame>
  );
}
