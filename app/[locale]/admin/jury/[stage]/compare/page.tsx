import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ComparisonTable } from '@/components/jury/comparison-table';
import { CrosswalkForm } from '@/components/jury/crosswalk-form';
import { StageFrame } from '@/components/jury/stage-frame';
import { requireSignIn } from '@/lib/auth/session';
import { comparison, otherRubrics } from '@/lib/jury/queries/crosswalk';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('compare.title') };
}

export default async function ComparePage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/compare`);
  const stage = await stageDetail(viewer, id);
  const compared = stage && (await comparison(viewer, stage));
  if (!stage || !compared) notFound();
  const t = await getTranslations('jury.compare');
  const others = await otherRubrics(viewer, stage.id);
  return (
    <StageFrame stage={stage} part="rubric" title={t('title')} lead={t('lead')}>
      {compared.with ? (
        <>
          <p>{t('with', { name: compared.with.name, call: compared.with.call, cohort: compared.with.cohort })}</p>
          <ComparisonTable comparison={compared} />
        </>
      ) : null}
      <CrosswalkForm stage={stage} comparison={compared} others={others} />
    </StageFrame>
  );
}
