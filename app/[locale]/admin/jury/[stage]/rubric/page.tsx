import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RubricForm } from '@/components/jury/rubric-form';
import { StageFrame } from '@/components/jury/stage-frame';
import { ButtonLink } from '@/components/ui/button';
import { requireSignIn } from '@/lib/auth/session';
import { filesWithReaders } from '@/lib/jury/queries/assignment';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.rubric') };
}

export default async function RubricPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/rubric`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.rubric');
  const [first] = await filesWithReaders(viewer, stage);
  return (
    <StageFrame
      stage={stage}
      part="rubric"
      lead={t('lead')}
      actions={
        <>
          {first ? (
            <ButtonLink kind="secondary" href={`/admin/jury/${stage.id}/preview/${first.id}`}>
              {t('preview')}
            </ButtonLink>
          ) : null}
          <ButtonLink kind="secondary" href={`/admin/jury/${stage.id}/compare`}>
            {t('compare')}
          </ButtonLink>
        </>
      }
    >
      <RubricForm stage={stage} />
    </StageFrame>
  );
}
