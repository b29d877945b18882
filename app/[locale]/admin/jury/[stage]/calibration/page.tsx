import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AgreementTable } from '@/components/jury/agreement-table';
import { CalibrationView } from '@/components/jury/calibration-view';
import { JurorHabits } from '@/components/jury/juror-habits';
import { StageFrame } from '@/components/jury/stage-frame';
import { WeakLinks } from '@/components/jury/weak-links';
import { Notice } from '@/components/ui/notice';
import { requireSignIn } from '@/lib/auth/session';
import { calibrationOf } from '@/lib/jury/queries/calibration';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.calibration') };
}

export default async function CalibrationPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/calibration`);
  const stage = await stageDetail(viewer, id);
  const view = stage && (await calibrationOf(viewer, stage));
  if (!stage || !view) notFound();
  const t = await getTranslations('jury.calibration');
  return (
    <StageFrame stage={stage} part="calibration" lead={t('lead')}>
      {view.assignedParts.length > 1 ? (
        <Notice tone="time">{t('assignedParts', { count: view.assignedParts.length })}</Notice>
      ) : null}
      <WeakLinks threads={view.threads} />
      <CalibrationView view={view} places={stage.settings.places ?? Math.ceil(view.files.size / 2)} />
      <JurorHabits view={view} />
      <AgreementTable rubric={stage.rubric} agreement={view.agreement} />
    </StageFrame>
  );
}
