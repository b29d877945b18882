import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CriterionFields } from '@/components/jury/criterion-fields';
import { FileSections } from '@/components/jury/file-sections';
import { RedactionList } from '@/components/jury/redaction-list';
import { StageFrame } from '@/components/jury/stage-frame';
import { Notice } from '@/components/ui/notice';
import { requireSignIn } from '@/lib/auth/session';
import { anonymous } from '@/lib/jury/anonymity';
import { examination } from '@/lib/jury/queries/examination';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string; file: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.rubric') };
}

export default async function PreviewPage({ params }: Props) {
  const { stage: id, file } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/preview/${encodeURIComponent(file)}`);
  const stage = await stageDetail(viewer, id);
  const examined = stage && (await examination(viewer, stage, file, true));
  if (!stage || !examined) notFound();
  const t = await getTranslations('jury');
  const { shown, original, redactions, standing } = examined;
  return (
    <StageFrame
      stage={stage}
      part="rubric"
      title={shown.title}
      lead={[standing.file.reference, shown.organisation].filter(Boolean).join(' · ')}
    >
      <Notice tone="info">{t('rubric.previewNotice')}</Notice>
      <h2>{t('read.file')}</h2>
      <FileSections sections={shown.sections} />
      <h2 id="redaction">{t('redaction.title')}</h2>
      {anonymous(stage.rubric) ? (
        <>
          <p className="max-w-2xl">{t('redaction.lead')}</p>
          <RedactionList
            stageId={stage.id}
            applicationId={file}
            original={original}
            shown={shown}
            redactions={redactions}
          />
        </>
      ) : (
        <p>{t('redaction.nothingHidden')}</p>
      )}
      <h2>{t('read.grid')}</h2>
      {stage.rubric.criteria.map((criterion) => (
        <CriterionFields key={criterion.key} criterion={criterion} mark={null} comment="" />
      ))}
    </StageFrame>
  );
}
