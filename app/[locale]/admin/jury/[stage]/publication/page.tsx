import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LaureatePanel } from '@/components/jury/laureate-panel';
import { PublicationPanel } from '@/components/jury/publication-panel';
import { StageFrame } from '@/components/jury/stage-frame';
import { requireSignIn } from '@/lib/auth/session';
import { laureates } from '@/lib/jury/queries/laureates';
import { resultLetters } from '@/lib/jury/queries/letters';
import { announcement } from '@/lib/jury/queries/publication';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.publication') };
}

export default async function PublicationPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/publication`);
  const stage = await stageDetail(viewer, id);
  const what = stage && (await announcement(viewer, stage));
  if (!stage || !what) notFound();
  const t = await getTranslations('jury.publish');
  const letters = await resultLetters(viewer, stage.callId, '');
  return (
    <StageFrame stage={stage} part="publication" title={t('title')} lead={t('lead')}>
      <PublicationPanel stage={stage} announcement={what} letters={letters.length} />
      <LaureatePanel stage={stage} laureates={await laureates(viewer, stage.callId)} />
    </StageFrame>
  );
}
