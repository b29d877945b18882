import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BoardList } from '@/components/jury/board-list';
import { BoardSettings } from '@/components/jury/board-settings';
import { InRoom } from '@/components/jury/in-room';
import { Live } from '@/components/jury/live';
import { StageFrame } from '@/components/jury/stage-frame';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { runsJury } from '@/lib/jury/policy';
import { board } from '@/lib/jury/queries/board';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.deliberation') };
}

export default async function DeliberationPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/deliberation`);
  const table = runsJury(viewer) ? await board(viewer, id) : null;
  if (!table) notFound();
  const t = await getTranslations('jury.board');
  const decided = table.items.filter(({ state }) => state === 'selected' || state === 'preselected').length;
  return (
    <StageFrame stage={table} part="deliberation" lead={t('lead')}>
      <Live url={`/api/jury/live/${table.id}`} texts={{ on: t('liveOn'), off: t('liveOff') }} />
      <InRoom names={table.present} />
      <p className="font-semibold">{t('taken', { count: decided, places: table.settings.places ?? 0 })}</p>
      <BoardSettings board={table} />
      {table.items.length ? <BoardList board={table} /> : <EmptyState title={t('none')} />}
    </StageFrame>
  );
}
