import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { InviteForm } from '@/components/jury/invite-form';
import { JurorTable } from '@/components/jury/juror-table';
import { StageFrame } from '@/components/jury/stage-frame';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { seats } from '@/lib/jury/queries/assignment';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export default async function JurorsPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/jurors`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.jurors');
  const jury = await seats(viewer, stage);
  return (
    <StageFrame
      stage={stage}
      part="jurors"
      lead={t('lead')}
      actions={
        <a className="btn" data-kind="secondary" href={`/api/jury/grids/${stage.id}?lang=${await getLocale()}`}>
          {t('printGrids')}
        </a>
      }
    >
      {jury.length ? <JurorTable seats={jury} /> : <EmptyState title={t('none')} />}
      <InviteForm stageId={stage.id} callId={stage.callId} seats={jury} />
    </StageFrame>
  );
}
