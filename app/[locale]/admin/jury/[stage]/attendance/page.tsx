import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HeardBy } from '@/components/jury/heard-by';
import { RoomSheet } from '@/components/jury/room-sheet';
import { StageFrame } from '@/components/jury/stage-frame';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { hearingsHeardBy, roomsOf } from '@/lib/jury/queries/attendance';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.attendance') };
}

export default async function AttendancePage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/attendance`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.attendance');
  const [rooms, hearings] = await Promise.all([roomsOf(viewer, stage), hearingsHeardBy(viewer, stage)]);
  return (
    <StageFrame stage={stage} part="attendance" lead={t('lead')}>
      {rooms.length === 0 ? <EmptyState title={t('none')}>{t('noneHint')}</EmptyState> : null}
      {rooms.map((room) => (
        <RoomSheet key={room.panelId ?? 'deliberation'} stageId={stage.id} room={room} />
      ))}
      {hearings.length ? <HeardBy hearings={hearings} /> : null}
    </StageFrame>
  );
}
